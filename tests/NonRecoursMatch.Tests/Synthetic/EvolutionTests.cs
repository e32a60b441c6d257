using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic;

namespace NonRecoursMatch.Tests.Synthetic;

/// <summary>The same people some months later.</summary>
public class EvolutionTests
{
    static readonly YearMonth _may = YearMonth.Of(2026, 5);

    [Fact]
    public void SixMonthsKeepThePeopleTheirReferencesAndTheirAgreement()
    {
        using var first = new Generated(4000, 3, since: _may, month: _may);
        using var last = new Generated(4000, 3, since: _may);
        last.Truth("persons").Select(Person).ShouldBe(first.Truth("persons").Select(Person));
        last.Truth("foyers").Select(foyer => foyer["personnes"]).ShouldBe(first.Truth("foyers").Select(foyer => foyer["personnes"]));
        last.Truth("links").Select(link => link["source"] + link["reference"]).ShouldBe(first.Truth("links").Select(link => link["source"] + link["reference"]));
        File.ReadAllText(Path.Combine(last.Path, "convention.yaml")).ShouldBe(File.ReadAllText(Path.Combine(first.Path, "convention.yaml")));
    }

    [Fact]
    public void RightsTakenUpLeaveTheLists()
    {
        using var first = new Generated(8000, 3, noise: 0, since: _may, month: _may);
        using var last = new Generated(8000, 3, noise: 0, since: _may);
        var (before, after) = (Rows(first), Rows(last));
        var taken = before.Except(after).Where(row => Paid(last).Contains(row) && !Paid(first).Contains(row)).ToList();
        taken.Count.ShouldBeInRange(5, before.Count / 2);
        before.Intersect(after).ShouldNotBeEmpty();
        last.Rows("caf", "ressources").Select(row => row["mois"]).Distinct().Order().ShouldBe(Enumerable.Range(0, 14).Select(k => GenerationOptions.DefaultMonth.AddMonths(k - 13).ToString()));
    }

    [Fact]
    public void OneSeedGivesTheSameSixthMonthTwice()
    {
        using var once = new Generated(1500, 9, since: _may);
        using var twice = new Generated(1500, 9, since: _may);
        twice.Digests().ShouldBe(once.Digests());
    }

    [Fact]
    public void TheMonthOfThePeopleItselfChangesNothing()
    {
        using var plain = new Generated(800, 9);
        using var stated = new Generated(800, 9, since: GenerationOptions.DefaultMonth);
        stated.Digests().ShouldBe(plain.Digests());
    }

    [Fact]
    public void PeopleCannotComeFromTheFuture()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<GenerationException>(() => SyntheticTerritory.Generate(
            new GenerationOptions(Generated.Redon, 10, 1, folder["t"], _may, Since: GenerationOptions.DefaultMonth), Generated.Library, Generated.Keys));
    }

    static string Person(IReadOnlyDictionary<string, string> person) => string.Join(";", person.Values);

    // Dossiers on the payer's list for RSA or prime d'activité.
    static HashSet<string> Rows(Generated made)
        => [.. made.Result.Expected.Keys.SelectMany(body => made.Truth(Path.Combine("expected-lists", body)))
            .Where(row => row["prestation"] is "rsa" or "ppa")
            .Select(row => $"{row["source"]} {row["reference"].Split('|')[0]} {row["prestation"].ToUpperInvariant()}")];

    static HashSet<string> Paid(Generated made)
        => [.. made.Rows("", "prestations").Where(row => row["etat"] == "2").Select(row => $"{row["source"]} {row["matricule"]} {row["prestation"]}")];
}
