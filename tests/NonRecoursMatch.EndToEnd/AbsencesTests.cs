using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>A source that will not come: the month goes on without it, and everybody is told what that means.</summary>
[Collection(SharedTerritory.Name)]
public class AbsencesTests(GeneratedTerritory territory)
{
    const string Reason = "panne chez le prestataire";

    [Fact]
    public void Without_a_pension_fund_ASPA_is_not_computed_and_report_journal_and_lists_say_why()
    {
        using var bench = new Workbench(territory);
        // Nothing of it is read: not even what would be refused.
        File.WriteAllText(bench.Extract("carsat-bretagne", "extrait.json"), "{ illisible");
        var answer = bench.Run(more: ["--without", "carsat-bretagne", "--reason", Reason]);
        answer.ExitCode.ShouldBe(0, answer.Error);

        var report = Read(bench["sortie", "rapport.json"]);
        report.GetProperty("sources_absentes")[0].GetProperty("id").GetString().ShouldBe("carsat-bretagne");
        report.GetProperty("sources_absentes")[0].GetProperty("motif").GetString().ShouldBe(Reason);
        report.GetProperty("prestations_non_calculees")[0].GetProperty("prestation").GetString().ShouldBe("ASPA");
        report.GetProperty("bilan").GetProperty("foyers").TryGetProperty("ASPA", out _).ShouldBeFalse();
        report.GetProperty("bilan").GetProperty("foyers").TryGetProperty("C2S", out _).ShouldBeTrue();
        File.ReadAllText(bench["sortie", "journal.jsonl"]).ShouldContain("\"source.absente\",\"data\":{\"source\":\"carsat-bretagne\",\"motif\":\"panne-chez-le-prestataire\"}");
        Directory.Exists(bench["sortie", "packages", "carsat-bretagne"]).ShouldBeFalse();
        Directory.Exists(bench["sortie", "lists", "carsat-bretagne"]).ShouldBeFalse();

        var lists = Directory.GetDirectories(bench["sortie", "lists"]);
        lists.Length.ShouldBeGreaterThan(5);
        foreach (var list in lists)
        {
            var readMe = File.ReadAllText(Path.Combine(list, "LISEZMOI.txt"));
            readMe.ShouldContain("CARSAT Bretagne (" + Reason + ")");
            readMe.ShouldContain("non calculées, faute des données de leur payeur : ASPA");
            var manifest = Read(Path.Combine(list, "manifest.json"));
            manifest.GetProperty("sources_absentes")[0].GetProperty("motif").GetString().ShouldBe(Reason);
            manifest.GetProperty("prestations_non_calculees")[0].GetString().ShouldBe("ASPA");
            File.ReadAllText(Path.Combine(list, "liste.csv")).ShouldNotContain("personnes âgées");
        }
    }

    [Fact]
    public void A_source_that_pays_nothing_is_missed_by_its_own_list_only()
    {
        using var bench = new Workbench(territory);
        Directory.Delete(Path.Combine(bench.Folder, "extraits", "ccas-redon"), recursive: true);
        bench.Run(more: ["--without", "ccas-redon", "--reason", Reason]).ExitCode.ShouldBe(0);
        Read(bench["sortie", "rapport.json"]).GetProperty("prestations_non_calculees").GetArrayLength().ShouldBe(0);
        File.ReadAllText(bench["sortie", "lists", "cpam-35", "LISEZMOI.txt"]).ShouldContain(Reason);
        File.ReadAllText(bench["sortie", "lists", "cpam-35", "LISEZMOI.txt"]).ShouldNotContain("non calculées");
    }

    [Fact]
    public void The_operator_alone_gives_the_same_result_and_ignores_a_package_of_the_absent_source()
    {
        using var bench = new Workbench(territory);
        string[] without = ["--without", "cpam-35", "--reason", Reason];
        bench.Run(more: without).ExitCode.ShouldBe(0);
        Directory.CreateDirectory(bench["operateur"]);
        File.Copy(Path.Combine(bench.Folder, "convention.yaml"), bench["operateur", "convention.yaml"]);
        NonRecours.Ok(["match", "--convention", bench["operateur"], "--month", GeneratedTerritory.Month, "--in", Path.Combine(territory.Output, "packages"), "--out", bench["seul"], .. without]);
        SameBytes.Expect(bench["sortie", "lists"], bench["seul", "lists"]);
        SameBytes.ExpectFile(bench["sortie", "rapport.json"], bench["seul", "rapport.json"]);
    }

    [Theory]
    [InlineData(2, "par paires", "--without", "caf-35")]
    [InlineData(2, "par paires", "--reason", "retard")]
    [InlineData(2, "par paires", "--without", "caf-35", "--reason", "retard", "--without", "cpam-35")]
    [InlineData(2, "--reason", "--without", "caf-35", "--reason", " ")]
    [InlineData(2, "long numéro", "--without", "caf-35", "--reason", "voir 1 85 02 35 047 123")]
    [InlineData(2, "caf-99", "--without", "caf-99", "--reason", "retard")]
    [InlineData(2, "caf-99", "--confirm", "caf-99")]
    [InlineData(2, "deux fois", "--without", "caf-35", "--reason", "retard", "--without", "caf-35", "--reason", "panne")]
    [InlineData(66, "carsat-bretagne", "--without", "cpam-35", "--reason", "retard", "--without", "carsat-bretagne", "--reason", "panne", "--without", "caf-35", "--reason", "panne")]
    public void An_absence_that_cannot_be_is_refused(int exitCode, string said, params string[] more)
    {
        using var bench = new Workbench(territory);
        bench.ShouldRefuse(bench.Run(more: more), exitCode, said);
    }

    static JsonElement Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }
}
