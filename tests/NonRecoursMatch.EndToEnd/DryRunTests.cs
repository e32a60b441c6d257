using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary><c>run --dry-run</c>: says what a run would do, gives the answer that it would give, and writes nothing.</summary>
[Collection(SharedTerritory.Name)]
public class DryRunTests(GeneratedTerritory territory)
{
    [Fact]
    public void It_says_what_would_be_read_computed_and_sent_to_whom_and_writes_nothing()
    {
        using var bench = new Workbench(territory);
        var plan = Plan(bench, 0, "--without", "carsat-bretagne", "--reason", "retard");
        plan.GetProperty("folder").GetString().ShouldBe(bench.Output);
        plan.GetProperty("revision").GetInt32().ShouldBe(1);
        var caf = Item(plan, "sources", "id", "caf-35");
        caf.GetProperty("status").GetString().ShouldBe("received");
        var persons = Item(caf, "files", "path", bench.Extract("caf-35", "personnes.csv"));
        persons.GetProperty("rows").GetInt64().ShouldBe(File.ReadLines(bench.Extract("caf-35", "personnes.csv")).Count() - 1);
        persons.GetProperty("bytes").GetInt64().ShouldBe(new FileInfo(bench.Extract("caf-35", "personnes.csv")).Length);
        caf.GetProperty("attributes").GetProperty("prestations").EnumerateArray().Select(column => column.GetString()).ShouldContain("etat");
        var absent = Item(plan, "sources", "id", "carsat-bretagne");
        (absent.GetProperty("status").GetString(), absent.GetProperty("reason").GetString()).ShouldBe(("absent", "retard"));
        Item(plan, "benefits", "id", "C2S").GetProperty("computed").GetBoolean().ShouldBeTrue();
        Item(plan, "benefits", "id", "ASPA").GetProperty("absent_sources")[0].GetString().ShouldBe("carsat-bretagne");
        Item(plan, "lists", "body", "ccas-redon").GetProperty("level").GetString().ShouldBe("droit_et_question");
        Item(plan, "lists", "body", "carsat-bretagne").GetProperty("written").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void It_names_the_revision_that_would_come_and_what_changed()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        Plan(bench, 0).GetProperty("unchanged").GetBoolean().ShouldBeTrue();
        Workbench.Replace(bench.Extract("cpam-35", "extrait.json"), "2026-11-02", "2026-11-03");
        var plan = Plan(bench, 0);
        plan.GetProperty("folder").GetString().ShouldBe(bench.Output + "-r2");
        plan.GetProperty("revision").GetInt32().ShouldBe(2);
        plan.GetProperty("changed_sources").EnumerateArray().Select(source => source.GetString()).ShouldBe(["cpam-35"]);
    }

    [Theory]
    [InlineData(66, "prestations.csv")]
    [InlineData(1, "\"mois\": \"2026-10\"", "\"mois\": \"2026-09\"")]
    [InlineData(1, "\"organisme\": \"caf-35\"", "\"organisme\": \"caf-75\"")]
    public void It_gives_the_answer_that_the_run_would_give(int exitCode, params string[] change)
    {
        using var bench = new Workbench(territory);
        if (change.Length == 1)
            File.Delete(bench.Extract("caf-35", change[0]));
        else
            Workbench.Replace(bench.Extract("caf-35", "extrait.json"), change[0], change[1]);
        var plan = Plan(bench, exitCode);
        plan.GetProperty("can_start").GetBoolean().ShouldBeFalse();
        plan.GetProperty("problem").GetString()!.ShouldContain("caf-35");
        bench.Run().ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public void A_key_that_is_missing_is_found_before_the_month_starts()
    {
        using var bench = new Workbench(territory);
        File.Delete(Path.Combine(bench.Folder, "cles", "secret-cpam-35.json"));
        Plan(bench, 77);
        var text = bench.Run(more: ["--dry-run"]);
        text.ExitCode.ShouldBe(77);
        text.Output.ShouldContain("ne pourrait pas démarrer");
        IdentityValues.In(text.Output + text.Error, bench.Identities).ShouldBeEmpty();
    }

    /// <summary>The plan as JSON; whatever it is, the folder of the bench does not change.</summary>
    static JsonElement Plan(Workbench bench, int exitCode, params string[] more)
    {
        var before = Everything(bench);
        var answer = bench.Run(more: ["--dry-run", "--json", .. more]);
        answer.ExitCode.ShouldBe(exitCode, answer.Error);
        Everything(bench).ShouldBe(before);
        using var document = JsonDocument.Parse(answer.Output);
        document.RootElement.GetProperty("exit_code").GetInt32().ShouldBe(exitCode);
        return document.RootElement.Clone();
    }

    static List<string> Everything(Workbench bench)
        => [.. new DirectoryInfo(bench[[]]).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal)];

    static JsonElement Item(JsonElement document, string list, string name, string value)
        => document.GetProperty(list).EnumerateArray().Single(item => item.GetProperty(name).GetString() == value);
}
