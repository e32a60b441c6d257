namespace NonRecoursMatch.Tests.Synthetic;

public class TruthTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void FiveThousandPersonsGiveAListToEveryKindOfBodyThatIsToldFirst(ulong seed)
    {
        using var made = new Generated(5000, seed);
        foreach (var kind in new[] { "cpam", "msa", "ccas", "bailleur", "carsat" })
            made.Result.Expected.Where(body => body.Key.StartsWith(kind, StringComparison.Ordinal)).Sum(body => body.Value).ShouldBeGreaterThan(0, kind);
    }

    [Fact]
    public void EveryExpectedRowIsAboutARecordThatTheBodyHolds()
    {
        using var made = new Generated(5000, 1);
        var held = made.Truth("links").Select(link => link["source"] + " " + link["reference"]).ToHashSet();
        foreach (var body in made.Result.Expected.Keys)
        {
            var rows = made.Truth(Path.Combine("expected-lists", body)).ToList();
            rows.Count.ShouldBe((int)made.Result.Expected[body]);
            rows.ShouldAllBe(row => held.Contains(row["source"] + " " + row["reference"]));
            rows.Select(row => row["poignee"] + row["prestation"]).Distinct().Count().ShouldBe(rows.Count);
            rows.ShouldAllBe(row => row["verdict"] == "certain" || row["verdict"] == "presume" || row["verdict"] == "a_verifier");
        }
    }

    [Fact]
    public void TheTruthBalances()
    {
        using var made = new Generated(5000, 6);
        var persons = made.Truth("persons").ToDictionary(person => person["person"]);
        made.Truth("foyers").Sum(foyer => int.Parse(foyer["personnes"], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(persons.Count);
        made.Truth("links").ShouldAllBe(link => persons.ContainsKey(link["person"]));

        // Every conclusion that makes a row is in one list, opposed persons and persons without recipient left out.
        var concluded = made.Truth("facts").Where(fact => fact["issue"] is "Certain" or "Presume" or "AVerifier" && fact["opposition"] == "N").ToList();
        var listed = made.Result.Expected.Values.Sum();
        listed.ShouldBeLessThanOrEqualTo(concluded.Count);
        (listed / (double)concluded.Count).ShouldBeGreaterThan(0.98);
        concluded.Select(fact => fact["sujet"]).Distinct().Order().ShouldBe(["aspa", "c2s", "declaration_ppa", "declaration_rsa", "inconnu_des_caisses", "ppa", "rsa"]);
    }

    [Fact]
    public void NobodyWhoDiedLeftOrObjectedToEverythingIsExpectedAnywhere()
    {
        using var made = new Generated(5000, 8);
        var links = made.Truth("links").ToDictionary(link => link["source"] + " " + link["reference"], link => link["person"]);
        var gone = made.Rows("cpam", "personnes").Concat(made.Rows("carsat", "personnes"))
            .Where(row => row["date_deces"].Length > 0 || row["sorti_le"].Length > 0)
            .Select(row => links[row["source"] + " " + row["nir"] + (row.ContainsKey("rang_gemellaire") ? "|" + row["rang_gemellaire"] : "")]);
        var opposed = made.Rows("", "oppositions").Where(row => row["portee"] == "toutes" && row["reference"].Length > 0).Select(row => links[row["source"] + " " + row["reference"]]);
        var expected = made.Result.Expected.Keys
            .SelectMany(body => made.Truth(Path.Combine("expected-lists", body)))
            .Select(row => links[row["source"] + " " + row["reference"]])
            .ToHashSet();
        gone.Concat(opposed).ShouldNotBeEmpty();
        gone.Concat(opposed).ShouldAllBe(person => !expected.Contains(person));
    }
}
