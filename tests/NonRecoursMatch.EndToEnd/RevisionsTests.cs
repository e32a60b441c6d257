using System.Globalization;
using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>A corrected extract: revision r2 beside r1, never over it, and each list says what changed.</summary>
[Collection(SharedTerritory.Name)]
public class RevisionsTests(GeneratedTerritory territory)
{
    const string Withdrawn = "retirée (ne plus contacter : donnée corrigée)";

    [Fact]
    public void A_correction_gives_a_revision_beside_the_first_with_what_changed_and_the_way_back_gives_the_first_lists_again()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        var original = File.ReadAllText(bench.Extract("carsat-bretagne", "personnes.csv"));
        var sidecar = File.ReadAllText(bench.Extract("carsat-bretagne", "extrait.json"));
        Keep(bench, "carsat-bretagne", line => line % 3 != 0);
        var answer = bench.Run();
        answer.ExitCode.ShouldBe(0, answer.Error);
        answer.Output.ShouldContain(bench.Output + "-r2");
        SameBytes.Expect(territory.Output, bench.Output);

        var report = Read(bench["sortie-r2", "rapport.json"]);
        report.GetProperty("revision").GetInt32().ShouldBe(2);
        report.GetProperty("remplace").GetProperty("revision").GetInt32().ShouldBe(1);
        report.GetProperty("remplace").GetProperty("sources_changees").EnumerateArray().Select(source => source.GetProperty("id").GetString()).ShouldBe(["carsat-bretagne"]);
        var changes = Bodies(bench["sortie-r2"]).SelectMany(body => ExpectDelta(bench.Output, bench["sortie-r2"], body)).ToList();
        changes.ShouldContain(Withdrawn);
        File.ReadAllText(bench["sortie-r2", "lists", "carsat-bretagne", "LISEZMOI.txt"]).ShouldContain("Révision 2");
        Read(bench["sortie-r2", "lists", "carsat-bretagne", "manifest.json"]).GetProperty("fichiers").EnumerateArray().Select(file => file.GetProperty("nom").GetString()).ShouldContain("delta.csv");

        File.WriteAllText(bench.Extract("carsat-bretagne", "personnes.csv"), original);
        File.WriteAllText(bench.Extract("carsat-bretagne", "extrait.json"), sidecar);
        bench.Run().ExitCode.ShouldBe(0);
        foreach (var body in Bodies(bench.Output))
        {
            SameBytes.ExpectFile(Path.Combine(bench.Output, "lists", body, "liste.csv"), bench["sortie-r3", "lists", body, "liste.csv"]);
            ExpectDelta(bench["sortie-r2"], bench["sortie-r3"], body);
        }

        bench.Run().Error.ShouldContain("rien n'a changé depuis r3");
        Directory.GetDirectories(bench[[]], "sortie*").Length.ShouldBe(3);
    }

    [Fact]
    public void The_operator_alone_makes_the_same_revision_and_never_writes_over_a_result()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        Keep(bench, "carsat-bretagne", line => line % 3 != 0);
        bench.Run().ExitCode.ShouldBe(0);
        Directory.CreateDirectory(bench["operateur"]);
        File.Copy(Path.Combine(bench.Folder, "convention.yaml"), bench["operateur", "convention.yaml"]);
        string[] match = ["match", "--convention", bench["operateur"], "--month", GeneratedTerritory.Month, "--in", bench["sortie-r2", "packages"], "--out"];
        NonRecours.Ok([.. match, bench["seul"], "--previous", bench.Output]);
        SameBytes.Expect(bench["sortie-r2", "lists"], bench["seul", "lists"]);
        SameBytes.ExpectFile(bench["sortie-r2", "rapport.json"], bench["seul", "rapport.json"]);

        NonRecours.Run([.. match, bench["seul"], "--previous", bench.Output]).Error.ShouldContain("rien n'a changé depuis r2");
        var over = NonRecours.Run([.. match, bench.Output]);
        over.ExitCode.ShouldBe(73, over.Error);
        over.Error.ShouldContain("--previous");
        SameBytes.Expect(territory.Output, bench.Output);
    }

    [Fact]
    public void A_correction_that_removes_half_of_a_file_waits_for_a_confirmation()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        var rows = File.ReadLines(bench.Extract("cpam-35", "personnes.csv")).Count() - 1;
        Keep(bench, "cpam-35", line => line % 5 < 2);
        var left = File.ReadLines(bench.Extract("cpam-35", "personnes.csv")).Count() - 1;
        var answer = bench.Run();
        answer.ExitCode.ShouldBe(1, answer.Error);
        foreach (var said in new[] { "cpam-35", string.Create(CultureInfo.InvariantCulture, $"{rows} -> {left}"), "--confirm cpam-35", "vérifiez auprès de l'organisme" })
            answer.Error.ShouldContain(said);
        Directory.GetDirectories(bench[[]], "sortie*").ShouldHaveSingleItem();
        SameBytes.Expect(territory.Output, bench.Output);

        bench.Run(more: ["--confirm", "cpam-35"]).ExitCode.ShouldBe(0);
        Directory.Exists(bench["sortie-r2"]).ShouldBeTrue();

        // Bodies that ship by themselves: the operator sees it in the packages.
        Directory.CreateDirectory(bench["operateur"]);
        File.Copy(Path.Combine(bench.Folder, "convention.yaml"), bench["operateur", "convention.yaml"]);
        var matched = NonRecours.Run("match", "--convention", bench["operateur"], "--month", GeneratedTerritory.Month, "--in", bench["sortie-r2", "packages"], "--out", bench["seul"], "--previous", bench.Output);
        matched.ExitCode.ShouldBe(1, matched.Error);
        matched.Error.ShouldContain("--confirm cpam-35");
        Directory.Exists(bench["seul", "lists"]).ShouldBeFalse();
    }

    [Fact]
    public void A_result_of_another_agreement_is_not_continued()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        Workbench.Replace(Path.Combine(bench.Output, "rapport.json"), "\"convention\": \"synthetique-", "\"convention\": \"autre-");
        var answer = bench.Run();
        answer.ExitCode.ShouldBe(78, answer.Error);
        answer.Error.ShouldContain("autre-");
    }

    [Fact]
    public void What_an_interrupted_run_left_is_not_taken_up_when_it_was_altered_or_its_inputs_changed()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench["sortie.partial"]);
        bench.Run(more: ["--resume"]).ExitCode.ShouldBe(0);
        foreach (var part in new[] { "packages", "lists" })
            SameBytes.Expect(Path.Combine(territory.Output, part), bench["sortie", part]);
        Directory.Exists(bench["sortie.partial"]).ShouldBeFalse();
    }

    /// <summary>Computes the changes between two lists in another way, and compares.</summary>
    static IEnumerable<string> ExpectDelta(string before, string after, string body)
    {
        var (old, current) = (Rows(before, body), Rows(after, body));
        var delta = CsvRows.Read(Path.Combine(after, "lists", body, "delta.csv"));
        var named = delta[0].Contains("prestation");
        delta[0].ShouldBe(named ? ["source", "poignee", "prestation", "changement"] : ["source", "poignee", "changement"]);
        var (oldHandles, handles) = (old.Keys.Select(key => key.Handle).ToHashSet(), current.Keys.Select(key => key.Handle).ToHashSet());
        var expected = current.Where(row => !old.ContainsKey(row.Key)).Select(row => (row.Key.Handle, "ajoutée"))
            .Concat(current.Where(row => old.TryGetValue(row.Key, out var was) && was != row.Value).Select(row => (row.Key.Handle, "modifiée")))
            .Concat(oldHandles.Except(handles).Select(handle => (handle, Withdrawn)))
            .Concat(old.Keys.Where(key => handles.Contains(key.Handle) && !current.ContainsKey(key)).Select(key => (key.Handle, "retirée en partie (s'en tenir aux droits de la liste : donnée corrigée)")));
        delta.Skip(1).Select(row => (row[1], row[^1])).Order().ShouldBe(expected.Order(), body);
        delta.Skip(1).Where(row => row[^1].StartsWith("retirée", StringComparison.Ordinal)).ShouldAllBe(row => row[0].Length == 0 && (!named || row[2].Length == 0));
        return delta.Skip(1).Select(row => row[^1]);
    }

    static Dictionary<(string Handle, string Benefit), string> Rows(string result, string body)
    {
        var rows = CsvRows.Read(Path.Combine(result, "lists", body, "liste.csv"));
        var benefit = Array.IndexOf(rows[0], "prestation");
        return rows.Skip(1).ToDictionary(row => (row[1], benefit < 0 ? "" : row[benefit]), row => string.Join('|', row));
    }

    static IEnumerable<string> Bodies(string result) => Directory.GetDirectories(Path.Combine(result, "lists")).Select(folder => Path.GetFileName(folder)!);

    static void Keep(Workbench bench, string source, Func<int, bool> kept)
    {
        var path = bench.Extract(source, "personnes.csv");
        var lines = File.ReadAllLines(path);
        var left = lines.Where((_, line) => line == 0 || kept(line)).ToList();
        File.WriteAllLines(path, left);
        Workbench.Replace(
            bench.Extract(source, "extrait.json"), string.Create(CultureInfo.InvariantCulture, $"\"lignes\": {lines.Length - 1}"), string.Create(CultureInfo.InvariantCulture, $"\"lignes\": {left.Count - 1}"));
    }

    static JsonElement Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
