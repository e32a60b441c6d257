using System.Globalization;
using System.Text;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Operator.Lists.Revisions;

namespace NonRecoursMatch.Tests.Operator.Revisions;

/// <summary>What changed between two lists of a body, by handle and benefit.</summary>
public sealed class ListDeltaTests : IDisposable
{
    const string Complete = "source;poignee;prestation;fourchette";

    readonly TemporaryFolder _folder = new();

    [Fact]
    public void Added_changed_and_withdrawn_are_named_and_what_is_the_same_is_not()
    {
        var rows = Delta(
            [Complete, "s;01;C2S;", "s;02;ASPA;50 à 99 €", "s;03;C2S;", "s;04;C2S;"],
            [Complete, "s;00;ASPA;50 à 99 €", "s;01;C2S;", "s;02;ASPA;100 à 199 €", "s;04;C2S;", "s;05;C2S;"]);
        rows.ShouldBe([
            "source;poignee;prestation;changement", "s;00;ASPA;ajoutée", "s;02;ASPA;modifiée", ";03;;retirée (ne plus contacter : donnée corrigée)", "s;05;C2S;ajoutée",
        ]);
    }

    [Fact]
    public void A_person_who_loses_one_of_two_benefits_is_still_to_be_contacted_and_the_lost_one_is_not_named()
        => Delta([Complete, "s;01;C2S;", "s;01;ASPA;50 à 99 €"], [Complete, "s;01;ASPA;50 à 99 €"])[1..]
            .ShouldBe([";01;;retirée en partie (s'en tenir aux droits de la liste : donnée corrigée)"]);

    [Fact]
    public void A_list_of_invitations_names_no_benefit()
        => Delta(["source;poignee;invitation", "s;01;x", "s;02;x"], ["source;poignee;invitation", "s;02;x", "s;03;x"])
            .ShouldBe(["source;poignee;changement", ";01;retirée (ne plus contacter : donnée corrigée)", "s;03;ajoutée"]);

    [Fact]
    public void Without_a_payer_a_withdrawal_is_not_called_a_correction_alone()
        => Delta([Complete, "s;01;C2S;"], [Complete], skipped: true)[1].ShouldBe(";01;;retirée (ne plus contacter : donnée corrigée, ou droit non calculé cette fois)");

    [Fact]
    public void A_body_without_an_earlier_list_has_everything_added()
        => Delta(null, [Complete, "s;01;C2S;"])[1..].ShouldBe(["s;01;C2S;ajoutée"]);

    [Fact]
    public void Another_disclosure_level_compares_persons()
        => Delta([Complete, "s;01;C2S;", "s;02;C2S;"], ["source;poignee;invitation", "s;01;x"])[1..].ShouldBe([";02;retirée (ne plus contacter : donnée corrigée)"]);

    [Theory]
    [InlineData(100, 50, false)]
    [InlineData(100, 49, true)]
    [InlineData(0, 0, false)]
    [InlineData(10, 30, false)]
    public void A_loss_above_the_share_is_too_much(long before, long after, bool tooMuch) => CorrectionCheck.LosesTooMuch(before, after, 0.5).ShouldBe(tooMuch);

    public void Dispose() => _folder.Dispose();

    string[] Delta(string[]? before, string[] after, bool skipped = false)
    {
        Directory.CreateDirectory(_folder["apres"]);
        File.WriteAllText(_folder["apres", "liste.csv"], string.Join("\r\n", after), Encoding.UTF8);
        if (before is not null)
            File.WriteAllText(_folder["avant.csv"], string.Join("\r\n", before), Encoding.UTF8);
        var entry = ListDelta.Write(_folder["apres"], _folder["avant.csv"], skipped, new ListTexts(CultureInfo.GetCultureInfo("fr")));
        var lines = File.ReadAllLines(_folder["apres", "delta.csv"]);
        entry.Rows.ShouldBe(lines.Length - 1);
        return lines;
    }
}
