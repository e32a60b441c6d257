using Xunit.Abstractions;

namespace NonRecoursMatch.Tests.Synthetic;

/// <summary>Each special case of the product has generated foyers, and all of them end where the product says.</summary>
public class SpecialCasesTests(PopulationFixture population, ITestOutputHelper output) : IClassFixture<PopulationFixture>
{
    static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["inconnu_n_est_pas_zero"] = ["Indetermine"],
        ["absent_n_est_pas_non_hors_dossier"] = ["InconnuDuPayeur"],
        ["absent_de_la_cpam"] = ["AVerifier", "NonEligible", "Indetermine", "DelaiTrenteJours", "DivergenceNonExploitee"],
        ["absent_des_caisses_de_retraite"] = ["AVerifier", "NonEligible", "Indetermine", "DejaPercu", "DivergenceNonExploitee"],
        ["seul_sans_declaration"] = ["AVerifier", "NonEligible", "Indetermine", "DejaPercu", "DemandeEnCours", "Refus"],
        ["membre_retire"] = ["Indetermine", "DejaPercu", "DemandeEnCours", "Refus", "Suspendu", "DeclarationAttendue", "Mutation"],
        ["transfert"] = ["Mutation"],
        ["deces_ou_sortie"] = ["sorti_des_listes"],
        ["etablissement"] = ["AVerifier"],
        ["mandataire"] = ["reste_chez_le_detenteur"],
        ["adresse_protegee"] = ["reste_chez_le_detenteur"],
        ["commune_frontaliere"] = ["AVerifier"],
        ["etudes_inconnues"] = ["AVerifier"],
        ["revenus_annuels"] = ["AVerifier"],
        ["declaration_non_renvoyee"] = ["AVerifier"],
        ["droit_en_attente"] = ["DemandeEnCours"],
        ["droit_refuse"] = ["Refus"],
        ["droit_suspendu"] = ["Suspendu"],
        ["droit_clos"] = ["AVerifier"],
        ["c2s_refusee"] = ["Refus", "DelaiTrenteJours"],
        ["connu_d_aucune_caisse"] = ["AVerifier"],
        ["couple_non_declare_avec_prestation"] = ["DivergenceNonExploitee"],
        ["couple_non_declare_sans_prestation"] = ["AVerifier"],
        ["deux_dossiers"] = ["Indetermine"],
        ["dossier_sans_demandeur"] = ["Indetermine"],
    };

    [Fact]
    public void EveryCaseOccursAndEndsWhereTheProductSays()
    {
        var cases = Print(population.Clean);
        cases.Keys.ShouldBe(_allowed.Keys, ignoreOrder: true);
        foreach (var (name, outcomes) in cases)
            outcomes.ShouldBeSubsetOf(_allowed[name], name);
    }

    [Fact]
    public void InMayotteNothingButC2sIsComputed()
    {
        using var acoua = new Generated(2000, 5, noise: 0, territory: "97601");
        Print(acoua).ShouldContainKey("mayotte");
        var rows = acoua.Truth("cases").Where(row => row["cas"] == "mayotte").ToList();
        rows.Where(row => row["sujet"] is "rsa" or "ppa").ShouldAllBe(row => row["issue"] == "NonCalculable");
        rows.Where(row => row["sujet"] == "aspa").ShouldAllBe(row => row["issue"] == "NonCalculable" || row["issue"] == "NonEligible" || row["issue"] == "Indetermine");
    }

    Dictionary<string, List<string>> Print(Generated made)
    {
        var rows = made.Truth("cases").ToList();
        output.WriteLine($"{"case",-40}{"foyers",8}  verdict or count");
        foreach (var group in rows.GroupBy(row => row["cas"]))
        {
            var outcomes = group.GroupBy(row => row["issue"]).Select(issue => $"{issue.Key} {issue.Sum(row => int.Parse(row["lignes"], System.Globalization.CultureInfo.InvariantCulture))}");
            output.WriteLine($"{group.Key,-40}{group.First()["foyers"],8}  {string.Join(", ", outcomes)}");
        }

        return rows.GroupBy(row => row["cas"]).ToDictionary(group => group.Key, group => group.Select(row => row["issue"]).Distinct().ToList());
    }
}
