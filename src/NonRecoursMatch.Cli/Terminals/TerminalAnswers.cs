using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Scaffolding;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>Asks one question after another at a terminal. An empty line takes what is proposed, or leaves the question open; the end of the input leaves the rest open.</summary>
sealed class TerminalAnswers(TextWriter screen, TextReader input) : IAnswers
{
    bool _ended;

    /// <inheritdoc/>
    public string? To(Question question)
    {
        while (!_ended)
        {
            screen.WriteLine(question.Text(CliTexts.Language));
            screen.Write(question.Default is { } proposed ? CliTexts.Format("New.Proposed", question.Form.Example, proposed) : CliTexts.Format("New.Open", question.Form.Example));
            if (input.ReadLine()?.Trim() is not { } answer)
            {
                _ended = true;
                screen.WriteLine();
            }
            else if (answer.Length == 0)
                return question.Default;
            else if (question.Form.Accepts(answer))
                return answer;
            else
                screen.WriteLine(CliTexts.Format("New.OtherForm", question.Form.Example));
        }

        return null;
    }
}
