using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Recipient;

/// <summary>A body contacts as many people as it can: the others wait, and nothing but the order of the list says who.</summary>
public class CapacityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(100)]
    public void The_first_of_the_list_are_contacted_and_the_others_are_counted_as_waiting(int capacity)
    {
        using var territory = new TinyTerritory();
        ContactWorkbookTests.Fill(territory);
        var outcome = territory.Run();
        using var all = Reopened.Of(territory, outcome, TinyAgreement.Cpam);
        using var some = Reopened.Of(territory, outcome, TinyAgreement.Cpam, capacity: capacity);
        var places = Math.Min(capacity, all.Contacts.Count);
        some.Contacts.Select(contact => contact["poignee"]).ShouldBe(all.Contacts.Take(places).Select(contact => contact["poignee"]));
        some.MailMerge.Count.ShouldBe(places);
        some.Waiting.Select(row => row["poignee"]).ShouldBe(all.Contacts.Skip(places).Select(contact => contact["poignee"]));
        some.Counts.Held.GetValueOrDefault(HoldCause.Capacite).ShouldBe(all.Contacts.Count - places);
    }

    [Fact]
    public void Who_opposed_takes_no_place()
    {
        using var territory = new TinyTerritory();
        var residents = ContactWorkbookTests.Fill(territory);
        var outcome = territory.Run();
        foreach (var resident in residents.Take(4))
            territory[TinyAgreement.Cpam].Oppose(resident.Nir + "|1", "toutes");
        File.WriteAllBytes(Path.Combine(territory.Agreement.Sources.First(source => source.Id == TinyAgreement.Cpam).Folder, "oppositions.csv"), territory[TinyAgreement.Cpam].Oppositions.Bytes());
        using var reopened = Reopened.Of(territory, outcome, TinyAgreement.Cpam, capacity: 2);
        reopened.Contacts.Count.ShouldBe(2);
        reopened.Counts.Held.ShouldBe(new Dictionary<HoldCause, long> { [HoldCause.Opposition] = 4 });
    }
}
