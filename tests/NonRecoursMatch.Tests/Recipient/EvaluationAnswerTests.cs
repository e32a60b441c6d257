using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Recipient;

/// <summary>A returned list may say that a person was told of the evaluation, and whether it objected.</summary>
public class EvaluationAnswerTests
{
    [Theory]
    [InlineData("informée", "informe")]
    [InlineData("INFORMEE  et opposee", "oppose")]
    [InlineData("informed and objects", "oppose")]
    [InlineData("", "")]
    public void The_words_are_understood_as_people_retype_them(string word, string code) => Words().Evaluation(word).ShouldBe(code);

    [Fact]
    public void An_unknown_word_is_none() => Words().Evaluation("oui").ShouldBeNull();

    [Fact]
    public void It_is_kept_with_the_answer_and_an_objection_is_never_lost()
    {
        using var territory = new TinyTerritory();
        ContactWorkbookTests.Fill(territory);
        var outcome = territory.Run();
        var handles = outcome.ListOf(TinyAgreement.Cpam).Select(row => row.Handle).ToList();
        using var folder = new TemporaryFolder(inMemory: true);
        string[] lines =
        [
            "source;poignee;prestation;suivi;evaluation",
            Line(handles[0], "joint", "informée"), Line(handles[0], "joint", "informée et opposée"), Line(handles[0], "joint", ""),
            Line(handles[1], "joint", ""), Line(handles[2], "", "informée"), Line(handles[3], "joint", "peut-être"),
        ];
        File.WriteAllLines(folder["liste.csv"], lines);
        var result = new FollowUpImport(outcome.PathOf, territory.Agreement, Words(), Reopened.Today).Read([folder["liste.csv"]]);
        result.Answers.Select(answer => (answer.Poignee, answer.Evaluation)).ShouldBe([(handles[0], "oppose"), (handles[1], "")], ignoreOrder: true);
        result.Faults.Select(fault => (fault.Ligne, fault.Colonne, fault.Faute)).ShouldBe([(6, "evaluation", "sans_objet"), (7, "evaluation", "mot_inconnu")]);
        FollowUpFiles.Write(folder.Path, result, territory.Agreement.Id, "2026-10", 1, 11, Reopened.Today);
        var read = FollowUpAnswers.Read([folder.Path]);
        read.Answers.Select(answer => answer.Row).ShouldBe(result.Answers);
        read.Conventions.ShouldBe([territory.Agreement.Id]);
    }

    [Fact]
    public void A_file_of_before_the_question_is_read_as_without_an_answer_to_it()
    {
        using var folder = new TemporaryFolder(inMemory: true);
        var row = new FollowUpRow(TinyAgreement.Cpam, new string('a', 32), "C2S", "joint", "", "informe");
        FollowUpFiles.Write(folder.Path, new FollowUpResult([row], [], [], [], 0), "x", "2026-10", 1, 11, Reopened.Today);
        var path = folder["suivi.csv"];
        File.WriteAllLines(path, File.ReadAllLines(path).Select(line => line[..line.LastIndexOf(';')]));
        FollowUpAnswers.Read([folder.Path]).Answers.ShouldHaveSingleItem().Row.ShouldBe(row with { Evaluation = "" });
    }

    static FollowUpVocabulary Words() => new(ListWords.Outcomes, ListWords.AllBenefits);

    static string Line(string handle, string outcome, string evaluation) => $"{TinyAgreement.Cpam};{handle};Complémentaire santé solidaire;{outcome};{evaluation}";
}
