using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Conventions.Scaffolding;

namespace NonRecoursMatch.Tests.Cli;

/// <summary>A question at the terminal is asked until its answer has the form, is left open, or nobody is there any more.</summary>
public class TerminalAnswersTests
{
    static readonly Question s_open = new("aipd.date", AnswerForm.Day);
    static readonly Question s_proposed = new("conservation.paquets_mois", AnswerForm.Number(1, 12), "12");

    [Fact]
    public void It_is_asked_again_until_the_answer_has_the_form()
    {
        var screen = new StringWriter();
        new TerminalAnswers(screen, new StringReader("hier\n 2026-01-31 \n")).To(s_open).ShouldBe("2026-01-31");
        screen.ToString().Split("2026-01-31").Length.ShouldBe(4, "the example in two prompts and in one remark");
    }

    [Fact]
    public void An_empty_line_takes_what_is_proposed_or_leaves_the_question_open()
    {
        var answers = new TerminalAnswers(new StringWriter(), new StringReader("\n\n3\n"));
        answers.To(s_proposed).ShouldBe("12");
        answers.To(s_open).ShouldBeNull();
        answers.To(s_proposed).ShouldBe("3");
    }

    [Fact]
    public void After_the_end_of_the_input_nothing_is_asked()
    {
        var screen = new StringWriter();
        var answers = new TerminalAnswers(screen, new StringReader(""));
        answers.To(s_open).ShouldBeNull();
        var said = screen.ToString();
        answers.To(s_proposed).ShouldBeNull();
        screen.ToString().ShouldBe(said);
    }
}
