using System.Globalization;
using NonRecoursMatch.Synthetic.Population;

namespace NonRecoursMatch.Tests.Synthetic;

public class IdentityTests(PopulationFixture population) : IClassFixture<PopulationFixture>
{
    static readonly string[] _compared = ["nir", "nom_naissance", "nom_usage", "prenom1", "date_naissance", "commune_naissance", "sexe"];

    [Theory]
    [InlineData("186022A215325", 23)]
    [InlineData("2951099126111", 93)]
    [InlineData("2550814168025", 38)]
    [InlineData("1801275123456", 42)]
    public void TheNirKeyIsTheOneOfTheDecree(string nir, int key) => NirMaker.Key(nir).ShouldBe(key);

    [Fact]
    public void EveryNirIsUniqueAndCoherentWithSexBirthAndPlaceOfBirth()
    {
        var seen = new HashSet<string>();
        foreach (var person in population.Clean.Truth("persons"))
        {
            var nir = person["nir"];
            seen.Add(nir).ShouldBeTrue();
            nir[0].ShouldBe(person["sexe"] == "M" ? '1' : '2');
            nir[1..5].ShouldBe(person["date_naissance"][8..10] + person["date_naissance"][3..5]);
            nir[5..10].ShouldBe(person["commune_naissance"]);
            nir[13..].ShouldBe(NirMaker.Key(nir[..13]).ToString("00", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void CorsicanBirthsKeepTheirLetter()
    {
        using var corsica = new Generated(300, 1, noise: 0, territory: "2B033");
        corsica.Truth("persons").Select(person => person["nir"][5..7]).ShouldContain("2B");
    }

    [Fact]
    public void WithoutNoiseEveryCaisseWritesTheTrueIdentityWithItsNir()
    {
        var persons = population.Clean.Truth("persons").ToDictionary(person => person["nir"]);
        var rows = new[] { "caf", "cpam", "carsat", "msa" }.SelectMany(kind => population.Clean.Rows(kind, "personnes")).ToList();
        rows.Count.ShouldBeGreaterThan(30_000);
        foreach (var row in rows)
        {
            var person = persons[row["nir"]];
            foreach (var column in _compared.Where(column => column != "date_naissance" || person["type_date_naissance"] == "N"))
                row[column].ShouldBe(person[column], column);
        }
    }

    [Fact]
    public void ALandlordOftenKnowsAWifeByHerUsageNameOnly()
    {
        var persons = population.Clean.Truth("persons").ToDictionary(person => person["person"]);
        var links = population.Clean.Truth("links").ToDictionary(link => link["source"] + link["reference"], link => persons[link["person"]]);
        var wives = population.Clean.Rows("bailleur", "occupants")
            .Select(row => (Row: row, Person: links[row["source"] + row["bail"] + "|" + row["rang"]]))
            .Where(pair => pair.Person["nom_usage"].Length > 0)
            .ToList();
        wives.ShouldAllBe(pair => pair.Row["nom"] == pair.Person["nom_usage"]);
        (wives.Count(pair => pair.Row["nom_naissance"].Length == 0) / (double)wives.Count).ShouldBe(0.6, 0.15);
    }

    [Fact]
    public void TrueIdentitiesAreUniqueButForDeliberateHomonyms()
    {
        var homonyms = population.Clean.Truth("persons").GroupBy(person => (person["nom_naissance"], person["prenom1"], person["date_naissance"])).Where(group => group.Count() > 1).ToList();
        homonyms.ShouldNotBeEmpty();
        homonyms.ShouldAllBe(group => group.Count() == 2 && group.Count(person => person["homonyme_de"].Length > 0) == 1);
    }

    [Fact]
    public void NoiseErrsMoreAtLandlordsThanAtCaissesAndStaysPlausible()
    {
        var caisse = Changed("cpam", "personnes", "prenom1");
        var landlord = Changed("bailleur", "occupants", "prenom");
        caisse.ShouldBeInRange(0.0005, 0.03);
        landlord.ShouldBeGreaterThan(2 * caisse);
        population.Noisy.Rows("caf", "personnes").Count(row => row["nir"].Length == 0).ShouldBeGreaterThan(0);
        population.Noisy.Rows("caf", "personnes").ShouldAllBe(row => row["nir"].Length == 0 || row["nir"].Length == 15);
        population.Noisy.Rows("bailleur", "occupants").ShouldAllBe(row => row["nom"].Length > 0);
    }

    double Changed(string source, string table, string column)
    {
        var pairs = population.Clean.Rows(source, table).Zip(population.Noisy.Rows(source, table)).ToList();
        return pairs.Count(pair => Simple(pair.First[column]) != Simple(pair.Second[column])) / (double)pairs.Count;
    }

    static string Simple(string name) => NonRecoursMatch.Synthetic.Names.NameKey.OfSurname(name);
}
