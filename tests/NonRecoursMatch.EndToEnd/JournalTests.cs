using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>The journal of a run, verified by an independent computation: SHA-256 of each line is the <c>prev</c> of the next.</summary>
[Collection(SharedTerritory.Name)]
public class JournalTests(GeneratedTerritory territory)
{
    [Fact]
    public void Every_line_carries_the_digest_of_the_line_before()
    {
        var expected = new string('0', 64);
        var number = 0;
        foreach (var line in Lines())
        {
            using var entry = JsonDocument.Parse(line);
            entry.RootElement.GetProperty("seq").GetInt64().ShouldBe(++number);
            entry.RootElement.GetProperty("prev").GetString().ShouldBe(expected);
            expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
        }

        number.ShouldBeGreaterThan(territory.Sources.Count);
    }

    [OutsideJudge("sha256sum")]
    public void The_command_of_the_manual_verifies_a_line()
    {
        var lines = Lines();
        using var second = JsonDocument.Parse(lines[1]);
        OutsideJudge.Ask("sha256sum", [], Encoding.UTF8.GetBytes(lines[0])).ShouldStartWith(second.RootElement.GetProperty("prev").GetString()!);
    }

    [Fact]
    public void It_names_every_package_and_extract_with_its_digest_and_nobody()
    {
        var journal = File.ReadAllText(Path.Combine(territory.Output, "journal.jsonl"));
        foreach (var source in territory.Sources)
        {
            foreach (var path in Directory.EnumerateFiles(Path.Combine(territory.Output, "packages", source), "*.col").Concat(Directory.EnumerateFiles(Path.Combine(territory.Folder, "extraits", source), "*s.csv").Where(path => !path.EndsWith("oppositions.csv", StringComparison.Ordinal))))
                journal.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), customMessage: path);
        }

        IdentityValues.In(journal, IdentityValues.Of(territory.Folder)).ShouldBeEmpty();
    }

    [Fact]
    public void An_altered_journal_is_not_continued()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(Path.Combine(territory.Output, "packages"), bench["paquets"]);
        Directory.CreateDirectory(bench["operateur"]);
        File.Copy(Path.Combine(bench.Folder, "convention.yaml"), bench["operateur", "convention.yaml"]);
        Directory.CreateDirectory(bench["ailleurs"]);
        File.WriteAllLines(bench["ailleurs", "journal.jsonl"], Lines().Where((_, i) => i != 1));
        var answer = NonRecours.Run("match", "--convention", bench["operateur"], "--month", GeneratedTerritory.Month, "--in", bench["paquets"], "--out", bench["ailleurs"]);
        bench.ShouldRefuse(answer, 1, "journal");
    }

    string[] Lines() => File.ReadAllLines(Path.Combine(territory.Output, "journal.jsonl"));
}
