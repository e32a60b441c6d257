using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Linkage, assembly and routing against the truth of generated territories, through files and processes as in real life.</summary>
public class ExpectedListsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Without_noise_the_lists_equal_the_expected_ones(int seed)
    {
        var total = Compare(seed, 100_000, "0", exact: true);
        total.GetProperty("listed").GetInt64().ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void With_the_usual_noise_precision_and_recall_are_printed_and_stay_high()
    {
        var total = Compare(4, 50_000, "1", exact: false);
        var (precision, recall) = (total.GetProperty("precision").GetDouble(), total.GetProperty("recall").GetDouble());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"precision {precision:0.0000}, recall {recall:0.0000}"));
        precision.ShouldBeGreaterThan(0.97);
        recall.ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void The_sample_is_what_its_command_makes()
    {
        using var folder = new TemporaryFolder();
        NonRecours.Ok("generate", "243500741", "--persons", "5000", "--seed", "27", "--out", folder["redon"]);
        var expected = Files(Repository.Path("samples", "redon"));
        var made = Files(folder["redon"]);
        made.Keys.ShouldBe(expected.Keys);
        foreach (var (name, bytes) in expected)
            made[name].AsSpan().SequenceEqual(bytes).ShouldBeTrue(name);
    }

    static JsonElement Compare(int seed, int persons, string noise, bool exact)
    {
        using var folder = new TemporaryFolder();
        NonRecours.Ok("generate", "243500741", "--persons", persons.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture), "--noise", noise, "--out", folder["territoire"]);
        NonRecours.Ok("run", folder["territoire"], "--month", "2026-10", "--out", folder["mois"]);
        string[] arguments = ["truth", "compare", folder["territoire"], "--lists", folder["mois", "lists"], "--json", .. exact ? new[] { "--exact" } : []];
        using var document = JsonDocument.Parse(NonRecours.Ok(arguments).Output);
        return document.RootElement.GetProperty("total").Clone();
    }

    static SortedDictionary<string, byte[]> Files(string root)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            files[Path.GetRelativePath(root, path)] = File.ReadAllBytes(path);
        return files;
    }
}
