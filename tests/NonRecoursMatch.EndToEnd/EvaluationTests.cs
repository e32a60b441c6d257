using System.Text;
using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary><c>evaluation</c> and the measures of <c>outcome report</c>: from a returned list to what may be told of it.</summary>
[Collection(SharedTerritory.Name)]
public class EvaluationTests(GeneratedTerritory territory)
{
    const string Body = "cpam-35";

    [Fact]
    public void The_feed_of_each_profile_holds_the_people_met_and_told_and_no_identity()
    {
        using var bench = new Workbench(territory);
        var rows = Follow(bench);
        foreach (var profile in new[] { "evaluateur", "comite-scientifique", "dgcs" })
        {
            var answer = Export(bench, bench[profile], "--profile", profile);
            answer.ExitCode.ShouldBe(0, answer.Error);
            answer.Output.ShouldStartWith("TEST");
            IdentityValues.In(answer.Output + answer.Error + File.ReadAllText(bench[profile, "evaluation.csv"]) + File.ReadAllText(bench[profile, "manifest.json"]), bench.Identities).ShouldBeEmpty();
        }

        CsvRows.Read(bench["evaluateur", "evaluation.csv"]).Count.ShouldBe(rows.Count(row => row is ("joint" or "demande déposée", "informée")) + 1);
        CsvRows.Read(bench["comite-scientifique", "evaluation.csv"])[0].ShouldNotContain("pseudonyme");
        CsvRows.Read(bench["dgcs", "evaluation.csv"]).Skip(1).GroupBy(row => string.Join(';', row)).ShouldAllBe(alike => alike.Count() >= 11);

        // Another last day is another domain: nothing can be joined to what comes after it.
        Export(bench, bench["plus tard"], "--expires", "2027-06-30").ExitCode.ShouldBe(0);
        Pseudonyms(bench["evaluateur"]).Intersect(Pseudonyms(bench["plus tard"])).ShouldBeEmpty();
        Export(bench, bench["encore"]).ExitCode.ShouldBe(0);
        SameBytes.Expect(bench["evaluateur"], bench["encore"]);
    }

    [Fact]
    public void What_may_not_be_exported_is_refused_and_nothing_is_written()
    {
        using var bench = new Workbench(territory);
        Follow(bench);
        bench.ShouldRefuse(Export(bench, bench.Output, "--expires", "2026-11-01"), 1, "01/11/2026");
        bench.ShouldRefuse(Export(bench, bench.Output, "--with", Path.Combine(bench.Folder, "extraits", "caf-35")), 1, Body);
        Export(bench, bench.Output, "--with", Path.Combine(bench.Folder, "extraits", Body), $"{Body}={Path.Combine(bench.Folder, "extraits", Body)}").ExitCode.ShouldBe(2);
        Export(bench, Path.Combine(territory.Output, "lists", Body)).ExitCode.ShouldBe(73);
        Export(bench, bench.Output, "--profile", "presse").ExitCode.ShouldBe(2);
        Workbench.Replace(bench["suivi", "recu.json"], "\"convention\": \"", "\"convention\": \"autre-");
        bench.ShouldRefuse(Export(bench, bench.Output), 1, "autre-");
    }

    [Fact]
    public void A_report_with_list_and_later_extract_counts_by_verdict_rule_and_commune_and_sees_rights_open_without_the_sheet()
    {
        using var bench = new Workbench(territory);
        var count = Follow(bench).Count;
        TemporaryFolder.Copy(Path.Combine(bench.Folder, "extraits", Body), bench["plus tard"]);
        Workbench.Replace(bench["plus tard", "extrait.json"], $"\"{GeneratedTerritory.Month}\"", "\"2026-12\"");
        using var document = JsonDocument.Parse(NonRecours.Ok(
            "outcome", "report", "--in", bench["suivi"], "--list", Path.Combine(territory.Output, "lists", Body), "--convention", bench.Folder, "--with", $"{Body}={bench["plus tard"]}",
            "--secret", SecretOf(bench), "--json").Output);
        var report = document.RootElement;
        report.GetProperty("test").GetBoolean().ShouldBeTrue();
        report.GetProperty("segments").EnumerateObject().Select(dimension => dimension.Name).ShouldBe(["commune", "fourchette", "motif", "source", "verdict"]);
        var seen = report.GetProperty("ouvertures_vues_sans_fiche").GetProperty("C2S");
        // Some of the list are those whose right is about to end: it was open before, and cannot be seen to open.
        seen.GetProperty("suivies").GetInt64().ShouldBeInRange(count / 2, count);
        seen.GetProperty("ouvertes").GetInt64().ShouldBe(0);
        NonRecours.Run("outcome", "report", "--in", bench["suivi"], "--convention", bench.Folder).ExitCode.ShouldBe(2);
    }

    [Fact]
    public void The_aggregates_of_a_year_come_from_results_and_follow_up()
    {
        using var bench = new Workbench(territory);
        Follow(bench);
        using var document = JsonDocument.Parse(NonRecours.Ok("evaluation", "annual", "--convention", bench.Folder, "--year", "2026", "--run", territory.Output, "--in", bench["suivi"], "--json").Output);
        document.RootElement.GetProperty("mois").GetArrayLength().ShouldBe(1);
        document.RootElement.GetProperty("contacts").GetProperty("total").ValueKind.ShouldBe(JsonValueKind.Number);
        NonRecours.Run("evaluation", "annual", "--convention", bench.Folder, "--year", "2026", "--run", bench["nulle part"], "--in", bench["suivi"]).ExitCode.ShouldBe(66);
    }

    /// <summary>Fills the list of the body, and takes it over.</summary>
    /// <returns>Outcome and what was said of the evaluation, row by row.</returns>
    List<(string Outcome, string Evaluation)> Follow(Workbench bench)
    {
        var rows = CsvRows.Read(Path.Combine(territory.Output, "lists", Body, "liste.csv"));
        var said = rows.Skip(1).Select((_, i) => ((i % 3) switch { 0 => "joint", 1 => "demande déposée", _ => "à joindre" }, (i % 5) switch { 0 => "", 1 => "informée et opposée", _ => "informée" })).ToList();
        var lines = rows.Skip(1).Zip(said, (row, answer) => (string[])[.. row, answer.Item1, answer.Item2]).Prepend([.. rows[0], "suivi", "evaluation"]);
        File.WriteAllText(bench["liste.csv"], string.Join("\r\n", lines.Select(row => string.Join(';', row.Select(cell => $"\"{cell}\"")))), Encoding.UTF8);
        NonRecours.Ok("outcome", "import", bench["liste.csv"], "--convention", bench.Folder, "--month", GeneratedTerritory.Month, "--run", territory.Output, "--out", bench["suivi"]);
        return said;
    }

    static Answer Export(Workbench bench, string output, params string[] more)
    {
        string[] extract = more.Contains("--with") ? [] : ["--with", Path.Combine(bench.Folder, "extraits", Body)];
        return NonRecours.Run(
            ["evaluation", "export", "--convention", bench.Folder, "--in", bench["suivi"], .. extract, "--secret", SecretOf(bench), "--key", "file:" + Path.Combine(bench.Folder, "cles", "racine.json"), "--out", output, .. more]);
    }

    static IEnumerable<string> Pseudonyms(string folder) => CsvRows.Read(Path.Combine(folder, "evaluation.csv")).Skip(1).Select(row => row[0]);

    static string SecretOf(Workbench bench) => "file:" + Path.Combine(bench.Folder, "cles", $"secret-{Body}.json");
}
