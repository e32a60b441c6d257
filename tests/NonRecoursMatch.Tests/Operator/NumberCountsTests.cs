using NonRecoursMatch.Tests.Properties.Territory;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Tests.Operator;

public class NumberCountsTests
{
    [Fact]
    public void The_report_shows_what_the_NIR_of_each_source_are_worth_with_small_cells_masked()
    {
        using var territory = new TinyTerritory();
        for (var number = 1; number <= 15; number++)
            territory[TinyAgreement.Caf].Dossier(Resident.Of(number, 1950), withNir: number > 2);
        territory[TinyAgreement.Cpam].Insured(Resident.Of(1, 1950));
        territory[TinyAgreement.Bailleur].Tenant(Resident.Of(1, 1950));
        var shown = territory.Run().Report["statistiques"]!["liens"]!["nir"]!;

        var classes = shown[TinyAgreement.Caf]!["classes"]!;
        classes[NumberCounts.Absent]!.GetValue<string>().ShouldBe("masqué");
        classes[NumberCounts.Valide]!.GetValue<long>().ShouldBe(13, "the rows of the source are masked: there is nothing to subtract from");
        shown[TinyAgreement.Caf]!["constats"].ShouldBeNull();
        shown[TinyAgreement.Cpam]!["classes"]![NumberCounts.Valide]!.GetValue<string>().ShouldBe("masqué");
        shown[TinyAgreement.Bailleur].ShouldBeNull("a landlord has no NIR");
    }
}
