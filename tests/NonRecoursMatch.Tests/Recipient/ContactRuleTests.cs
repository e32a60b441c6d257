using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Recipient;

/// <summary>After a contact or a claim a person is left in peace for three months, after a refusal for a year.</summary>
public class ContactRuleTests
{
    public static TheoryData<string, string, string> Limits => new()
    {
        { "joint", "2026-08-30", "2026-11-30" },
        { "demande_deposee", "2026-11-30", "2027-02-28" },
        { "deja_ouvert", "2026-05-31", "2026-08-31" },
        { "refus", "2025-11-30", "2026-11-30" },
        { "ne_souhaite_pas", "2024-02-29", "2025-02-28" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_contact_is_possible_again_on_the_very_day_and_not_the_day_before(string outcome, string day, string free)
    {
        var hold = ContactRule.Of(outcome, Day(day)).ShouldNotBeNull();
        ContactRule.Applies(hold, Day(free)).ShouldBeFalse();
        ContactRule.Applies(hold, Day(free).AddDays(-1)).ShouldBeTrue();
        ContactRule.Applies(hold, Day(day)).ShouldBeTrue();
    }

    [Fact]
    public void Who_was_not_reached_is_not_held_back_and_a_wrong_person_is_until_somebody_says_otherwise()
    {
        ContactRule.Of("a_joindre", Day("2026-11-30")).ShouldBeNull();
        ContactRule.Applies(ContactRule.Of("mauvaise_personne", Day("2020-01-01"))!, Day("2040-01-01")).ShouldBeTrue();
    }

    [Fact]
    public void Every_choice_of_the_follow_up_column_has_its_rule()
        => ListWords.OutcomesIn(System.Globalization.CultureInfo.InvariantCulture).Select(outcome => outcome.Key).Where(code => ContactRule.Of(code, Day("2026-11-30")) is null).ShouldBe(["a_joindre"]);

    [Fact]
    public void Of_two_holds_the_longer_one_counts_whatever_the_order()
    {
        var holds = Gen.OneOf(
            Gen.Constant<Hold?>(null),
            Gen.Constant<Hold?>(new Hold(HoldCause.MauvaisePersonne, null)),
            Gen.Choose(0, 400).Select(days => (Hold?)new Hold(HoldCause.Refus, Day("2026-01-01").AddDays(days)))).Two().ToArbitrary();
        Prop.ForAll(holds, pair =>
        {
            foreach (var longer in new[] { ContactRule.Longer(pair.Item1, pair.Item2), ContactRule.Longer(pair.Item2, pair.Item1) })
            {
                foreach (var today in Enumerable.Range(0, 402).Select(days => Day("2026-01-01").AddDays(days)))
                    (longer is not null && ContactRule.Applies(longer, today)).ShouldBe(new[] { pair.Item1, pair.Item2 }.Any(hold => hold is not null && ContactRule.Applies(hold, today)));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("joint", "2026-09-01", "2026-09", true)]
    [InlineData("joint", "2026-08-30", "2026-08", false)]
    [InlineData("refus", "2025-12-01", "2025-11", true)]
    [InlineData("refus", "2025-11-30", "2025-10", false)]
    [InlineData("a_joindre", "2026-11-29", "2026-09", false)]
    public void A_person_of_an_earlier_month_is_recognised_under_another_handle(string outcome, string day, string month, bool held)
    {
        using var territory = new TinyTerritory();
        var resident = ContactWorkbookTests.Fill(territory)[2];
        var lists = territory.Run();
        using var folder = new TemporaryFolder();
        using var secret = TinyTerritory.SecretOf(TinyAgreement.Cpam);
        Import(folder.Path, month, (HandleOf(secret, resident, month), outcome, day));
        using var reopened = Reopened.Of(territory, lists, TinyAgreement.Cpam, history: [folder.Path]);
        reopened.Counts.Known.ShouldBe(1);
        reopened.Counts.Contacts.ShouldBe(held ? 5 : 6);
        reopened.Counts.Held.Values.Sum().ShouldBe(held ? 1 : 0);
        reopened.Contacts.Any(contact => contact["prenom"] == resident.GivenName).ShouldBe(!held);
        reopened.Waiting.Count.ShouldBe(held ? 1 : 0);
        reopened.Waiting.ShouldAllBe(row => row["reference"] == resident.Nir + "|1");
        if (!held && outcome != "a_joindre")
            reopened.Contacts.First(contact => contact["prenom"] == resident.GivenName)["contacte_avant"].ShouldContain(Day(day).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Without_a_day_noted_that_of_the_import_counts()
    {
        using var territory = new TinyTerritory();
        var resident = ContactWorkbookTests.Fill(territory)[0];
        var lists = territory.Run();
        using var folder = new TemporaryFolder();
        using var secret = TinyTerritory.SecretOf(TinyAgreement.Cpam);
        Import(folder.Path, "2026-06", (HandleOf(secret, resident, "2026-06"), "joint", ""));
        using var reopened = Reopened.Of(territory, lists, TinyAgreement.Cpam, history: [folder.Path]);
        reopened.Counts.Held[HoldCause.ContactRecent].ShouldBe(1);
    }

    static string HandleOf(HolderSecret secret, Resident resident, string month)
    {
        using var handles = secret.Handles(TinyAgreement.Cpam, NonRecoursMatch.Columns.YearMonth.TryParse(month, out var read) ? read : default);
        return handles.Person(System.Text.Encoding.UTF8.GetBytes(resident.Nir + "|1")).ToString();
    }

    /// <summary>An import taken over in the middle of November 2026.</summary>
    static void Import(string folder, string month, params (string Handle, string Outcome, string Day)[] answers)
        => FollowUpFiles.Write(
            folder, new FollowUpResult([.. answers.Select(answer => new FollowUpRow(TinyAgreement.Cpam, answer.Handle, "C2S", answer.Outcome, answer.Day))], [], [], [], 0), "x", month, 1, 11, Day("2026-11-15"));

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
