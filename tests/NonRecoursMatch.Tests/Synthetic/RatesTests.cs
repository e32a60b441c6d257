namespace NonRecoursMatch.Tests.Synthetic;

/// <summary>Rates near the orders of magnitude of the design: a sample of 20,000, so wide margins.</summary>
public class RatesTests(PopulationFixture population) : IClassFixture<PopulationFixture>
{
    const double Persons = 20_000;
    const double PersonsPerHousehold = 68.0 / 30;
    Generated Made => population.Clean;

    [Fact]
    public void HalfOfThePersonsAreInAFamilyDossier() => (Family().Count() / Persons).ShouldBe(0.5, 0.07);

    [Theory]
    [InlineData("RSA", 0.06, 0.02)]
    [InlineData("PPA", 0.15, 0.03)]
    [InlineData("AAH", 0.043, 0.015)]
    public void BenefitsArePaidAtFrenchRatesPerHousehold(string prestation, double rate, double margin)
        => (Benefits().Count(row => row["prestation"] == prestation && row["etat"] == "2") * PersonsPerHousehold / Persons).ShouldBe(rate, margin);

    [Fact]
    public void HousingAidReachesAFifthOfHouseholds()
        => (Benefits().Count(row => row["prestation"] is "APL" or "ALS" or "ALF" && row["etat"] == "2") * PersonsPerHousehold / Persons).ShouldBe(0.19, 0.04);

    // In the dossiers: who is found entitled without the right, against those and the paid.
    [Theory]
    [InlineData("rsa", 0.34, 0.07)]
    [InlineData("ppa", 0.27, 0.06)]
    public void NonTakeUpShowsAtTheMeasuredRates(string subject, double rate, double margin)
    {
        var outcomes = Made.Truth("facts").Where(fact => fact["sujet"] == subject).Select(fact => fact["issue"]).ToList();
        double found = outcomes.Count(outcome => outcome is "Presume" or "AVerifier");
        (found / (found + outcomes.Count(outcome => outcome == "DejaPercu"))).ShouldBe(rate, margin);
    }

    [Fact]
    public void AYearOfResourcesIsThereMostlyConstant()
    {
        var rows = Made.Rows("caf", "ressources").ToList();
        rows.Select(row => row["mois"]).Distinct().Count().ShouldBe(14);
        var persons = rows.Where(row => row["nature"] == "SALAIRE").GroupBy(row => row["source"] + row["matricule"] + row["rang"]).ToList();
        (persons.Count(person => !person.Any(row => row["mois"] == "2026-10")) / (double)persons.Count).ShouldBe(0.03, 0.02);
    }

    [Fact]
    public void TheHealthPayerKnowsTheAllowancesOfTheDossierSometimesForAnotherAmount()
    {
        var links = Made.Truth("links").ToDictionary(link => link["source"] + link["reference"], link => link["person"]);
        var told = Made.Rows("caf", "ressources").Where(row => row["nature"].StartsWith("IJ_", StringComparison.Ordinal))
            .ToDictionary(row => links[row["source"] + row["matricule"] + "|" + row["rang"]] + row["mois"], row => row["montant"]);
        var paid = Made.Rows("cpam", "indemnites").ToDictionary(row => links[row["source"] + row["nir"] + "|" + row["rang_gemellaire"]] + row["mois"], row => row["montant"]);
        paid.Keys.ShouldBeSubsetOf(told.Keys);
        paid.Count(row => told[row.Key] == row.Value).ShouldBeInRange(paid.Count / 2, paid.Count - 1);
    }

    [Fact]
    public void C2sCoversOnePersonInNineAndOneInFiveOfThemPays()
    {
        var states = Payers().Select(row => row["c2s"]).ToList();
        var (free, paying) = (states.Count(state => state == "G"), states.Count(state => state == "P"));
        ((free + paying) / Persons).ShouldBe(0.11, 0.025);
        ((double)paying / (free + paying)).ShouldBe(0.2, 0.05);
    }

    [Fact]
    public void AThirdOfTheMembersOfRsaFoyersHaveNoC2s()
    {
        var paid = Benefits().Where(row => row["prestation"] == "RSA" && row["etat"] == "2").Select(row => row["source"] + row["matricule"]).ToHashSet();
        var members = Family().Where(row => paid.Contains(row["source"] + row["matricule"])).Select(row => row["nir"]).ToHashSet();
        var found = Payers().Where(row => members.Contains(row["nir"])).ToList();
        (found.Count(row => row["c2s"] != "G") / (double)found.Count).ShouldBe(0.32, 0.08);
    }

    [Fact]
    public void AQuarterHaveAPensionAndOnePercentTheAspa()
    {
        var pensioners = Pensions().Select(row => row["nir"]).Distinct().Count();
        var aspa = Pensions().Where(row => row["aspa"] == "O").Select(row => row["nir"]).Distinct().Count();
        (pensioners / Persons).ShouldBe(0.25, 0.03);
        (aspa / Persons).ShouldBe(0.01, 0.005);
    }

    [Fact]
    public void SocialTenantsAndFarmersAreThereInProportion()
    {
        (Made.Rows("bailleur", "occupants").Count() / Persons).ShouldBe(0.15, 0.03);
        (Made.Rows("msa-territoire-assures", "personnes").Count() / Persons).ShouldBe(0.08, 0.03);
    }

    [Fact]
    public void OnePersonInTenIsBornAbroad()
        => (Made.Truth("persons").Count(row => row["commune_naissance"].StartsWith("99", StringComparison.Ordinal)) / Persons).ShouldBe(0.1, 0.015);

    [Fact]
    public void EveryStateOfEveryFactAppears()
    {
        Benefits().Where(row => row["prestation"] == "RSA").Select(row => row["etat"]).Distinct().Order().ShouldBe(["0", "1", "2", "3", "4", "5", "6"]);
        Pensions().Select(row => row["aspa"]).Distinct().Order().ShouldBe(["D", "N", "O", "R"]);
        Pensions().Select(row => row["inter_regimes"]).Distinct().Order().ShouldBe(["COMPLET", "PARTIEL"]);
        Payers().ShouldContain(row => row["c2s_demande_le"].Length > 0);
        Payers().ShouldContain(row => row["c2s_refus"].Length > 0);
        Payers().ShouldContain(row => row["c2s_impaye_jusqu_au"].Length > 0);
        Made.Rows("caf", "ressources").ShouldContain(row => row["ressources_connues"] == "N");
        Made.Rows("caf", "ressources").ShouldContain(row => row["ressources_connues"] == "O" && row["nature"].Length == 0);
        Made.Rows("", "personnes").ShouldContain(row => row["date_deces"].Length > 0);
        Made.Rows("", "personnes").ShouldContain(row => row["sorti_le"].Length > 0);
        var oppositions = Made.Rows("", "oppositions").ToList();
        oppositions.ShouldContain(row => row["reference"].Length > 0 && row["portee"] == "toutes");
        oppositions.ShouldContain(row => row["reference"].Length == 0 && row["prenom1"].Length > 0);
        oppositions.ShouldContain(row => row["portee"] != "toutes");
    }

    IEnumerable<IReadOnlyDictionary<string, string>> Family() => Made.Rows("caf", "personnes").Concat(Made.Rows("msa-territoire-famille", "personnes"));

    IEnumerable<IReadOnlyDictionary<string, string>> Benefits() => Made.Rows("caf", "prestations").Concat(Made.Rows("msa-territoire-famille", "prestations"));

    IEnumerable<IReadOnlyDictionary<string, string>> Payers() => Made.Rows("cpam", "personnes").Concat(Made.Rows("msa-territoire-assures", "personnes"));

    IEnumerable<IReadOnlyDictionary<string, string>> Pensions()
        => Made.Rows("carsat", "personnes").Concat(Made.Rows("msa-territoire-assures", "personnes")).Where(row => row["pension_brute"].Length > 0);
}
