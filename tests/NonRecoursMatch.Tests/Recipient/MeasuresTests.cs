using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Measures;
using NonRecoursMatch.Recipient.Reopening;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Recipient;

/// <summary>What a body measures with its own extract: rights seen open two months later, and communes.</summary>
public class MeasuresTests
{
    static readonly YearMonth s_later = TinyAgreement.Month.AddMonths(2);

    [Theory]
    [InlineData("G", "01/11/2026", 1)]
    [InlineData("P", "15/12/2026", 2)]
    [InlineData("G", "", 2)]
    [InlineData("N", "", null)]
    public void A_right_of_the_list_is_seen_open_in_the_later_extract_of_the_payer(string c2s, string since, int? months)
    {
        using var territory = new TinyTerritory();
        ContactWorkbookTests.Fill(territory);
        var listed = Listed(territory.Run(), TinyAgreement.Cpam);
        listed.Count.ShouldBe(6);
        var row = territory[TinyAgreement.Cpam].Persons.Rows[0];
        (row["c2s"], row["c2s_debut"]) = (c2s, since);
        var seen = Seen(territory, TinyAgreement.Cpam, listed, s_later);
        seen.Count.ShouldBe(6);
        seen.Where(one => one.Months is not null).Select(one => one.Months).ShouldBe(months is null ? [] : [months]);
    }

    [Fact]
    public void What_was_open_before_the_list_is_no_opening_and_who_left_the_extract_is_not_followed()
    {
        using var territory = new TinyTerritory();
        ContactWorkbookTests.Fill(territory);
        var listed = Listed(territory.Run(), TinyAgreement.Cpam);
        var rows = territory[TinyAgreement.Cpam].Persons.Rows;
        (rows[0]["c2s"], rows[0]["c2s_debut"]) = ("G", "30/09/2026");
        rows.RemoveAt(1);
        Seen(territory, TinyAgreement.Cpam, listed, s_later).Select(one => one.Months).ShouldBe([null, null, null, null]);
    }

    [Fact]
    public void A_family_benefit_is_seen_in_the_dossier_of_the_family_fund()
    {
        using var territory = new TinyTerritory();
        var resident = Resident.Of(3, 1985);
        territory[TinyAgreement.Caf].Dossier(resident, situation: "CEL");
        territory[TinyAgreement.Caf].WholeYear(resident);
        var listed = Listed(territory.Run(), TinyAgreement.Caf).Where(row => row.Benefit == "RSA").ToList();
        listed.ShouldHaveSingleItem();
        Seen(territory, TinyAgreement.Caf, listed, s_later).ShouldBe([new SeenOpening("RSA", null)]);
        territory[TinyAgreement.Caf].Benefit(resident, "RSA", "2", "01/12/2026");
        Seen(territory, TinyAgreement.Caf, listed, s_later).ShouldBe([new SeenOpening("RSA", 2)]);
    }

    [Fact]
    public void The_extract_of_the_month_itself_or_another_bodys_secret_shows_nothing()
    {
        using var territory = new TinyTerritory();
        ContactWorkbookTests.Fill(territory);
        var listed = Listed(territory.Run(), TinyAgreement.Cpam);
        Seen(territory, TinyAgreement.Cpam, listed, TinyAgreement.Month).ShouldBeEmpty();
        Seen(territory, TinyAgreement.Cpam, listed, s_later, TinyAgreement.Caf).ShouldBeEmpty();
    }

    [Fact]
    public void The_commune_of_an_answer_comes_from_the_own_extract_unless_the_address_is_protected()
    {
        using var territory = new TinyTerritory();
        ContactWorkbookTests.Fill(territory);
        var answers = Listed(territory.Run(), TinyAgreement.Cpam)
            .Select(row => new DatedAnswer(row.Month, new DateOnly(2026, 11, 2), new FollowUpRow(row.Source, row.Handle.ToString(), row.Benefit, "joint", ""))).ToList();
        territory[TinyAgreement.Cpam].Persons.Columns.Add("adresse_protegee");
        territory[TinyAgreement.Cpam].Persons.Rows[0]["adresse_protegee"] = "O";
        using var secret = TinyTerritory.SecretOf(TinyAgreement.Cpam);
        var communes = AnswerCommunes.Of(Extract(territory, TinyAgreement.Cpam, s_later), answers, [secret], CancellationToken.None);
        communes.Values.ShouldBe(Enumerable.Repeat("35236", 5));
    }

    static IReadOnlyList<SeenOpening> Seen(TinyTerritory territory, string source, IReadOnlyList<ListedBenefit> listed, YearMonth month, string? other = null)
    {
        using HolderSecret secret = TinyTerritory.SecretOf(other ?? source);
        return SeenOpenings.Of(Extract(territory, source, month), listed, [secret], CancellationToken.None);
    }

    static OwnExtract Extract(TinyTerritory territory, string id, YearMonth month)
    {
        var source = territory.Agreement.Sources.First(source => source.Id == id);
        territory[id].Write(source.Folder, territory.Terms, month);
        return new OwnExtract(source.Folder, source.Id, source.Format, source.Encoding);
    }

    static List<ListedBenefit> Listed(MatchOutcome outcome, string body)
        => [.. ListedBenefit.Of(DeliveredManifest.Read(outcome.PathOf(body)), new FollowUpVocabulary(ListWords.Outcomes, ListWords.AllBenefits))];
}
