using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Evaluation;
using NonRecoursMatch.Tests.Conventions;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.EvaluationFeeds;

/// <summary>The evaluation feed: who is in it, who is not, and under which pseudonym.</summary>
public class EvaluationFeedTests
{
    [Fact]
    public void Only_a_person_who_was_met_and_told_is_in_it()
    {
        using var met = new MetTerritory();
        string[] outcomes = ["joint", "demande_deposee", "refus", "deja_ouvert", "ne_souhaite_pas", "a_joindre", "mauvaise_personne"];
        for (var i = 0; i < outcomes.Length; i++)
        {
            met.Answer(TinyAgreement.Ccas, MetTerritory.Of((2 * i) + 1), outcomes[i], "informe");
            met.Answer(TinyAgreement.Ccas, MetTerritory.Of((2 * i) + 2), outcomes[i], "");
        }

        var feed = met.Feed();
        feed.Rows.Select(row => row.Outcome).ShouldBe(outcomes.Take(5), ignoreOrder: true);
        feed.Rows.ShouldAllBe(row => row.Body == "ccas" && row.Commune == "35236" && row.Contact == YearMonth.Of(2026, 11) && row.Listed == TinyAgreement.Month);
        feed.Balance.Answers.ShouldBe(14);
        feed.Balance.Rows.ShouldBe(5);
        feed.Balance.Drops.ShouldBe(new Dictionary<EvaluationDrop, long> { [EvaluationDrop.NonRencontree] = 4, [EvaluationDrop.NonInformee] = 5 });
    }

    [Fact]
    public void Whoever_objected_anywhere_is_in_no_row_of_any_body()
    {
        using var met = new MetTerritory();
        foreach (var number in new[] { 1, 2, 3, 4 })
        {
            met.Answer(TinyAgreement.Ccas, MetTerritory.Of(number), "joint", number == 1 ? "oppose" : "informe");
            met.Answer(TinyAgreement.Cpam, MetTerritory.Of(number), "demande_deposee", "informe");
        }

        // Objected at the CCAS; objected while nobody met it again; opposed to the processing as a whole.
        met.Answer(TinyAgreement.Ccas, MetTerritory.Of(2), "a_joindre", "oppose", YearMonth.Of(2026, 9));
        met.Territory[TinyAgreement.Cpam].Oppose(MetTerritory.Of(3), "toutes", withNir: true);
        var feed = met.Feed();
        feed.Rows.Count.ShouldBe(2);
        feed.Rows.Select(row => row.Person).Distinct().ShouldHaveSingleItem("one pseudonym for one person at both bodies");
        feed.Balance.Drops.ShouldBe(new Dictionary<EvaluationDrop, long> { [EvaluationDrop.Opposition] = 7 });
    }

    [Fact]
    public void A_person_of_several_months_keeps_its_pseudonym_and_one_that_left_the_extract_is_counted()
    {
        using var met = new MetTerritory();
        met.Answer(TinyAgreement.Ccas, MetTerritory.Of(1), "joint", "informe", YearMonth.Of(2026, 9));
        met.Answer(TinyAgreement.Ccas, MetTerritory.Of(1), "demande_deposee", "", YearMonth.Of(2026, 10));
        met.Answer(TinyAgreement.Ccas, MetTerritory.Of(2), "joint", "informe");
        met.Territory[TinyAgreement.Ccas].Persons.Rows.RemoveAt(1);
        var feed = met.Feed();
        feed.Rows.Select(row => row.Listed.Month).ShouldBe([9, 10]);
        feed.Rows.Select(row => row.Person).Distinct().Count().ShouldBe(1);
        feed.Balance.Drops.ShouldBe(new Dictionary<EvaluationDrop, long> { [EvaluationDrop.AbsenteDeLExtrait] = 1 });
    }

    [Fact]
    public void Two_persons_of_a_body_with_the_same_traits_and_one_with_incomplete_traits_are_left_out()
    {
        using var met = new MetTerritory();
        foreach (var number in new[] { 1, 2, 3, 4 })
            met.Answer(TinyAgreement.Ccas, MetTerritory.Of(number), "joint", "informe");
        var rows = met.Territory[TinyAgreement.Ccas].Persons.Rows;
        foreach (var column in new[] { "nom", "prenom", "date_naissance" })
            rows[1][column] = rows[0][column];
        rows[2]["date_naissance"] = "00/00/1950";
        var feed = met.Feed();
        feed.Rows.Count.ShouldBe(1);
        feed.Balance.Drops.ShouldBe(new Dictionary<EvaluationDrop, long> { [EvaluationDrop.TraitsIncomplets] = 1, [EvaluationDrop.Homonymes] = 2 });
    }

    [Fact]
    public void The_commune_of_a_protected_address_is_not_in_it()
    {
        using var met = new MetTerritory();
        met.Answer(TinyAgreement.Cpam, MetTerritory.Of(1), "joint", "informe");
        met.Territory[TinyAgreement.Cpam].Persons.Columns.Add("adresse_protegee");
        met.Territory[TinyAgreement.Cpam].Persons.Rows[0]["adresse_protegee"] = "O";
        met.Feed().Rows.ShouldHaveSingleItem().Commune.ShouldBeEmpty();
    }

    [Fact]
    public void No_pseudonym_of_the_evaluation_is_a_token_of_the_lists_even_under_the_same_root_key()
    {
        using var met = new MetTerritory();
        for (var number = 1; number <= 20; number++)
            met.Answer(TinyAgreement.Cpam, MetTerritory.Of(number), "joint", "informe");
        var feed = met.Feed();
        foreach (var source in TinyAgreement.Sources)
            met.Territory.Pseudonymise(source);
        // I7: the same persons, the same traits, the same root key, and no byte in common.
        Traces.Of(feed.Rows.Select(row => row.Person), met.Territory.Packages).ShouldBeEmpty();
        using var root = new RootKey(System.Security.Cryptography.SHA256.HashData("racine"u8), test: true);
        for (var month = YearMonth.Of(2026, 1); month <= YearMonth.Of(EvaluationDomain.DefaultExpiry); month = month.AddMonths(1))
        {
            using var operational = CampaignKey.Derive(root, Pseudonymizer.DomainOf(met.Territory.Agreement, month));
            using var key = met.Key();
            operational.CheckValue.ShouldNotBe(key.CheckValue);
            foreach (var kind in PseudonymProfile.Kinds)
            {
                using var tokens = operational.Tokeniser(kind);
                var made = Enumerable.Range(1, 20).Select(MetTerritory.Of)
                    .Select(person => tokens.Token(System.Text.Encoding.UTF8.GetBytes($"{person.BirthName.ToUpperInvariant().Replace("É", "E", StringComparison.Ordinal)}|{person.GivenName.ToUpperInvariant().Replace("Œ", "OE", StringComparison.Ordinal)}|{person.Birth:yyyyMMdd}")));
                made.Intersect(feed.Rows.Select(row => row.Person)).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void A_key_of_the_campaign_is_refused()
    {
        using var met = new MetTerritory();
        using var root = new RootKey(new byte[32], test: true);
        using var operational = CampaignKey.Derive(root, Pseudonymizer.DomainOf(met.Territory.Agreement, TinyAgreement.Month));
        Should.Throw<ArgumentException>(() => EvaluationFeed.Make(met.Territory.Agreement, [], [], [], operational, ConventionFixture.Library, CancellationToken.None));
    }
}
