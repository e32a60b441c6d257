using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Synthetic.Comparison;

namespace NonRecoursMatch.Tests.Synthetic;

public class ListComparisonTests
{
    [Fact]
    public void ListsEqualToTheTruthAreExact()
    {
        using var folder = World(("p1", "c2s", "certain"), ("p2", "aspa", "a_verifier"));
        List(folder, ("p1", "Complémentaire santé solidaire", "Droit à ouvrir (à confirmer)"), ("p2", "Allocation de solidarité aux personnes âgées (ASPA)", "À vérifier ensemble"));
        var result = ListComparison.Compare(folder.Path, folder["lists"]);
        result.Exact.ShouldBeTrue();
        result.Total.Found.ShouldBe(2);
        result.Differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Revenu de solidarité active (RSA)", "RSA", "rsa")]
    [InlineData("Prime d'activité", "Prime d'activité", "ppa")]
    [InlineData("Déclaration trimestrielle RSA à renvoyer", "RSA quarterly declaration to send back", "declaration_rsa")]
    [InlineData("Déclaration trimestrielle de prime d'activité à renvoyer", "Prime d'activité quarterly declaration to send back", "declaration_ppa")]
    [InlineData("Rendez-vous droits", "Rights appointment", "inconnu_des_caisses")]
    public void WordsOfBothLanguagesAreReadBack(string french, string english, string code)
    {
        ListWords.Prestation(french).ShouldBe(code);
        ListWords.Prestation(english).ShouldBe(code);
    }

    [Fact]
    public void MissingExtraAndChangedRowsAreCountedApart()
    {
        using var folder = World(("p1", "c2s", "certain"), ("p2", "c2s", "certain"), ("p3", "c2s", "certain"));
        List(folder, ("p1", "C2S", "À vérifier ensemble"), ("p2", "C2S", "Droit à ouvrir (à confirmer)"), ("p4", "C2S", "Droit probable"));
        var result = ListComparison.Compare(folder.Path, folder["lists"]);
        result.Exact.ShouldBeFalse();
        (result.Total.Expected, result.Total.Listed, result.Total.Found, result.Total.OtherVerdict).ShouldBe((3, 3, 2, 1));
        result.Total.Precision.ShouldBe(2 / 3.0, 1e-9);
        result.Total.Recall.ShouldBe(2 / 3.0, 1e-9);
        result.Differences.Select(difference => (difference.Poignee, difference.Expected, difference.Listed)).ShouldBe(
            [("p1", "certain", "a_verifier"), ("p3", "certain", ""), ("p4", "", "presume")]);
    }

    [Fact]
    public void AnInvitationIsComparedByHandleOnly()
    {
        using var folder = World(("p1", "", "a_verifier"));
        using (var csv = new DeliveredCsv(folder["lists", "corps", "liste.csv"], ["source", "poignee", "invitation"]))
        {
            csv.Write("s", "p1", "Proposer un rendez-vous droits");
            csv.Complete();
        }

        ListComparison.Compare(folder.Path, folder["lists"]).Exact.ShouldBeTrue();
    }

    [Fact]
    public void AListThatWasNotProducedIsMissedAndOneTooManyIsSeen()
    {
        using var folder = World(("p1", "c2s", "certain"));
        var result = ListComparison.Compare(folder.Path, folder["lists"]);
        (result.Total.Recall, result.Total.Precision).ShouldBe((0, 1));
        result.ToJson().ShouldContain("\"exact\": false");
    }

    static TemporaryFolder World(params (string Handle, string Prestation, string Verdict)[] rows)
    {
        var folder = new TemporaryFolder();
        using var csv = new DeliveredCsv(folder["truth", "expected-lists", "corps.csv"], ["poignee", "source", "reference", "prestation", "verdict"]);
        foreach (var (handle, prestation, verdict) in rows)
            csv.Write(handle, "s", "r", prestation, verdict);
        csv.Complete();
        return folder;
    }

    static void List(TemporaryFolder folder, params (string Handle, string Prestation, string Verdict)[] rows)
    {
        using var csv = new DeliveredCsv(folder["lists", "corps", "liste.csv"], ["source", "poignee", "prestation", "verdict"]);
        foreach (var (handle, prestation, verdict) in rows)
            csv.Write("s", handle, prestation, verdict);
        csv.Complete();
    }
}
