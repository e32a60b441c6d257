using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Properties;

/// <summary>The residents of the properties are of every kind: a property over them says something of each right.</summary>
public class PopulationTests
{
    [Fact]
    public void Its_lists_speak_of_the_four_rights_and_of_declarations()
    {
        using var territory = new TinyTerritory();
        Population.Fill(territory, 11, residents: 150);
        var told = territory.Run().Rows.Where(row => row.Cells.ContainsKey("prestation")).Select(row => row["prestation"]).ToHashSet();
        foreach (var word in new[] { "Complémentaire santé solidaire", "Allocation de solidarité aux personnes âgées (ASPA)", "Revenu de solidarité active (RSA)", "Prime d'activité" })
            told.ShouldContain(word);
        told.ShouldContain(word => word.StartsWith("Déclaration trimestrielle", StringComparison.Ordinal));
    }
}
