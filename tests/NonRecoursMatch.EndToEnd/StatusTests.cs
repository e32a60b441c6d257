using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary><c>status</c>: what has arrived, what is late, how old the data are, which results are there.</summary>
[Collection(SharedTerritory.Name)]
public class StatusTests(GeneratedTerritory territory)
{
    [Fact]
    public void Age_rows_delay_and_due_dates_are_told_for_people_and_for_programs()
    {
        using var bench = new Workbench(territory);
        Workbench.Replace(bench.Extract("cpam-35", "extrait.json"), "\"date_donnees\": \"2026-11-02\"", "\"date_donnees\": \"2026-10-20\"");
        File.Delete(bench.Extract("ccas-redon", "personnes.csv"));
        var status = Status(bench, 1);
        (status.GetProperty("today").GetString(), status.GetProperty("maximum_age_days").GetInt32()).ShouldBe(("2026-11-30", 62));
        var insured = Source(status, "cpam-35");
        (insured.GetProperty("status").GetString(), insured.GetProperty("age_days").GetInt32(), insured.GetProperty("days_late").GetInt32()).ShouldBe(("received", 11, 0));
        insured.GetProperty("rows").GetInt64().ShouldBe(new[] { "personnes.csv", "indemnites.csv" }.Sum(table => File.ReadLines(bench.Extract("cpam-35", table)).Count() - 1));
        var late = Source(status, "ccas-redon");
        (late.GetProperty("status").GetString(), late.GetProperty("days_late").GetInt32(), late.GetProperty("due").GetString()).ShouldBe(("late", 20, "2026-11-10"));

        var text = NonRecours.Run("status", bench.Folder, "--month", GeneratedTerritory.Month).Output;
        text.ShouldContain("données du 20/10/2026, 11 jour(s) avant la fin du mois (au plus 62)");
        text.ShouldContain("personnes.csv, 20 jour(s) de retard");
    }

    [Fact]
    public void A_calendar_in_the_past_is_said_when_something_is_still_missing()
    {
        using var bench = new Workbench(territory);
        Status(bench, 0).GetProperty("calendar_past").GetBoolean().ShouldBeFalse();
        Directory.Delete(Path.Combine(bench.Folder, "extraits", "caf-44"), recursive: true);
        var status = Status(bench, 1);
        status.GetProperty("calendar_past").GetBoolean().ShouldBeTrue();
        status.GetProperty("next_due").ValueKind.ShouldBe(JsonValueKind.Null);
        NonRecours.Run("status", bench.Folder, "--month", GeneratedTerritory.Month).Output.ShouldContain("Le calendrier est passé : la dernière échéance était le 15/11/2026");
    }

    [Fact]
    public void A_source_of_another_month_or_body_is_refused_with_its_reason()
    {
        using var bench = new Workbench(territory);
        Workbench.Replace(bench.Extract("caf-35", "extrait.json"), "\"mois\": \"2026-10\"", "\"mois\": \"2026-09\"");
        Workbench.Replace(bench.Extract("cpam-35", "extrait.json"), "\"organisme\": \"cpam-35\"", "\"organisme\": \"cpam-44\"");
        var status = Status(bench, 1);
        foreach (var id in new[] { "caf-35", "cpam-35" })
        {
            Source(status, id).GetProperty("status").GetString().ShouldBe("refused");
            Source(status, id).GetProperty("faults").GetArrayLength().ShouldBe(1);
        }
    }

    [Fact]
    public void Revisions_and_the_absences_of_the_last_one_are_shown()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        bench.Run(more: ["--without", "ccas-redon", "--reason", "retard"]).ExitCode.ShouldBe(0);
        var revisions = Status(bench, 0).GetProperty("revisions").EnumerateArray().ToList();
        revisions.Select(revision => revision.GetProperty("folder").GetString()).ShouldBe([bench.Output, bench.Output + "-r2"]);
        revisions[0].GetProperty("absent").GetArrayLength().ShouldBe(0);
        revisions[1].GetProperty("absent")[0].GetProperty("id").GetString().ShouldBe("ccas-redon");
        NonRecours.Run("status", bench.Folder, "--month", GeneratedTerritory.Month, "--run", bench.Output).Output.ShouldContain("r2 a été fait sans ccas-redon : retard");
    }

    static JsonElement Status(Workbench bench, int exitCode)
    {
        var answer = NonRecours.Run("status", bench.Folder, "--month", GeneratedTerritory.Month, "--run", bench.Output, "--json");
        answer.ExitCode.ShouldBe(exitCode, answer.Error);
        using var document = JsonDocument.Parse(answer.Output);
        return document.RootElement.Clone();
    }

    static JsonElement Source(JsonElement status, string id) => status.GetProperty("sources").EnumerateArray().Single(source => source.GetProperty("id").GetString() == id);
}
