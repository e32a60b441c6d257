using NonRecoursMatch.Recipient;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Recipient;

/// <summary>Somebody objects once lists are delivered: the next revision recalls the row, by the recipient's own reference, without saying why.</summary>
public class RecallTests
{
    [Fact]
    public void Who_objected_since_is_recalled_by_the_own_reference_and_nobody_else()
    {
        using var territory = new TinyTerritory();
        var (someone, other) = (Resident.Of(7, 1950), Resident.Of(100_007, 1951));
        var reference = territory[TinyAgreement.Cpam].Insured(someone);
        territory[TinyAgreement.Cpam].Insured(other);
        territory[TinyAgreement.Caf].Dossier(someone, "2");
        territory[TinyAgreement.Caf].Resources(someone);
        territory[TinyAgreement.Caf].Dossier(other, "2");
        territory[TinyAgreement.Caf].Resources(other);
        territory.Run();
        // Received by another body than the one that is to contact the person.
        territory[TinyAgreement.Caf].Oppose(someone, "toutes", withNir: true);
        var revised = territory.Revise(territory.Output, territory.SecondOutput);

        using var reopened = Reopened.Of(territory, revised, TinyAgreement.Cpam);
        var person = reopened.Recalled.Persons.ShouldHaveSingleItem();
        (person.Source, person.Reference, person.Handle).ShouldBe((TinyAgreement.Cpam, reference, territory.Handle(TinyAgreement.Cpam, reference)));
        reopened.Recalled.Unknown.ShouldBe(0);
        person.ToString().ShouldBe("•••");
        reopened.Contacts.Count.ShouldBe(1);
    }

    [Fact]
    public void A_first_list_recalls_nobody_and_an_altered_delta_is_refused()
    {
        using var territory = new TinyTerritory();
        territory[TinyAgreement.Cpam].Insured(Resident.Of(7, 1950));
        territory[TinyAgreement.Caf].Dossier(Resident.Of(7, 1950), "2");
        territory[TinyAgreement.Caf].Resources(Resident.Of(7, 1950));
        var first = territory.Run();
        using (var reopened = Reopened.Of(territory, first, TinyAgreement.Cpam))
            reopened.Recalled.Persons.ShouldBeEmpty();
        territory[TinyAgreement.Cpam].Insured(Resident.Of(9, 1950));
        var revised = territory.Revise(territory.Output, territory.SecondOutput);
        File.AppendAllText(Path.Combine(Path.GetDirectoryName(revised.PathOf(TinyAgreement.Cpam))!, "delta.csv"), ";00112233445566778899aabbccddeeff;;retirée\r\n");
        Should.Throw<RecipientException>(() => Reopened.Of(territory, revised, TinyAgreement.Cpam)).Refusal.ShouldBe(RecipientRefusal.AlteredList);
    }
}
