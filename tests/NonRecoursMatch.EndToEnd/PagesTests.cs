using System.Text.RegularExpressions;

namespace NonRecoursMatch.EndToEnd;

/// <summary>The pages of a month and of a check, in a real browser: accessible, without any request, legible on paper.</summary>
[Collection(SharedTerritory.Name)]
public partial class PagesTests(GeneratedTerritory territory)
{
    [OutsideJudge(Chromium.Program, Chromium.Package)]
    public void Every_page_is_accessible_and_asks_the_network_for_nothing()
    {
        using var folder = new TemporaryFolder();
        NonRecours.Ok("audit", "report", territory.Output, "--out", folder["fiche"]);
        string[] pages =
        [
            Path.Combine(territory.Output, "rapport.html"), Path.Combine(territory.Output, "synthese.html"), Path.Combine(territory.Output, "bilans", "caf-35", "bilan.html"), BadExtract(folder),
            folder["fiche", "fiche.html"], FollowUp(folder),
        ];
        var verdicts = Chromium.Judge(folder["images"], pages);
        verdicts.Count.ShouldBe(pages.Length);
        foreach (var (page, verdict) in pages.Zip(verdicts))
        {
            verdict.Violations.ShouldBeEmpty(page);
            verdict.Requests.ShouldBeEmpty(page);
            verdict.Title.ShouldNotBeNullOrWhiteSpace();
            verdict.Rules.ShouldBeGreaterThan(10, "axe-core did look");
            verdict.Overflow.ShouldBe(0, page);
            // Texts over drawings are beyond axe-core: the contrasts of the map are computed below.
            verdict.Undecided.Where(place => !(place.StartsWith("color-contrast: ", StringComparison.Ordinal) && place.Contains("<text class="))).ShouldBeEmpty(page);
        }

        verdicts[0].Reachable.ShouldBeGreaterThan(8, "contents and wide tables are reached by the keyboard");
    }

    [OutsideJudge(Chromium.Program, Chromium.Package, Chromium.PdfReader)]
    public void The_pages_print_legibly_and_the_synthesis_on_one_sheet()
    {
        using var folder = new TemporaryFolder();
        NonRecours.Ok("audit", "report", territory.Output, "--out", folder["fiche"]);
        var verdicts = Chromium.Judge(folder["images"], Path.Combine(territory.Output, "rapport.html"), Path.Combine(territory.Output, "synthese.html"), folder["fiche", "fiche.html"], FollowUp(folder));
        var report = Chromium.Printed(folder["images", "rapport.pdf"]);
        report.Count.ShouldBeInRange(4, 12);
        report[0].ShouldContain("Rapport du mois — CA Redon Agglomération");
        Chromium.Printed(folder["images", "synthese.pdf"]).ShouldHaveSingleItem().ShouldContain("CA Redon Agglomération — octobre 2026");
        verdicts[1].Title.ShouldStartWith("CA Redon Agglomération — octobre 2026");
        Chromium.Printed(folder["images", "fiche.pdf"])[0].ShouldContain("CA Redon Agglomération");
        string.Concat(Chromium.Printed(folder["images", "suivi.pdf"])).ShouldContain("Ce que valent les verdicts");
        foreach (var image in (string[])["rapport.png", "synthese.png", "fiche.png", "suivi.png"])
            new FileInfo(folder["images", image]).Length.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public void The_figures_of_the_map_stand_out_from_their_tiles()
    {
        var html = File.ReadAllText(Path.Combine(territory.Output, "rapport.html"));
        var tiles = Tile().Matches(html).ToDictionary(rule => rule.Groups[1].Value, rule => Luminance(rule.Groups[2].Value), StringComparer.Ordinal);
        tiles.Keys.ShouldBe(["c0", "c1", "c2", "c3", "c4"]);
        foreach (var (name, back) in tiles)
        {
            var text = Luminance(name is "c3" or "c4" ? "ffffff" : "161616");
            ((Math.Max(text, back) + 0.05) / (Math.Min(text, back) + 0.05)).ShouldBeGreaterThan(4.5, name);
        }
    }

    [Fact]
    public void The_month_before_is_found_beside_the_result_and_compared()
    {
        using var folder = new TemporaryFolder();
        NonRecours.Ok("generate", "243500741", "--persons", "1500", "--seed", "11", "--month", "2026-09", "--out", folder["avant"]);
        NonRecours.Ok("run", folder["avant"], "--month", "2026-09", "--out", folder["mois", "2026-09"]);
        NonRecours.Ok("run", territory.Folder, "--month", GeneratedTerritory.Month, "--out", folder["mois", "2026-10"]);
        var page = File.ReadAllText(folder["mois", "2026-10", "rapport.html"]);
        page.ShouldContain(">septembre 2026</th>");
        page.ShouldContain(">octobre 2026</th>");
        File.ReadAllText(Path.Combine(territory.Output, "rapport.html")).ShouldNotContain(">septembre 2026</th>");
        SameBytes.ExpectFile(Path.Combine(territory.Output, "rapport.json"), folder["mois", "2026-10", "rapport.json"]);
        Refused(78, Path.Combine(territory.Folder, "convention.yaml"));
        Refused(78, Path.Combine(territory.Output, "rapport.json"));
        Refused(66, folder["rien.json"]);

        void Refused(int code, string before)
            => NonRecours.Run("run", territory.Folder, "--month", GeneratedTerritory.Month, "--out", folder["autre"], "--before", before).ExitCode.ShouldBe(code, before);
    }

    /// <summary>The page of an extract with anomalies.</summary>
    string BadExtract(TemporaryFolder folder)
    {
        using var bench = new Workbench(territory);
        var extract = bench.Extract("caf-35", "personnes.csv");
        var lines = File.ReadAllLines(extract);
        lines[1] = lines[1][..(lines[1].IndexOf(';', StringComparison.Ordinal) + 1)] + "x" + lines[1][(lines[1].IndexOf(';', StringComparison.Ordinal) + 1)..];
        File.WriteAllText(extract, string.Join("\r\n", lines) + "\r\n");
        NonRecours.Run("validate", Path.GetDirectoryName(extract)!, "--convention", bench.Folder, "--source", "caf-35", "--report", folder["bilan"]).ExitCode.ShouldBe(1);
        return folder["bilan", "bilan.html"];
    }

    /// <summary>The page of a list that came back.</summary>
    string FollowUp(TemporaryFolder folder)
    {
        var list = Path.Combine(territory.Output, "lists", "cpam-35");
        string[] words = ["demande déposée", "joint", "déjà ouvert", "à joindre"];
        var rows = CsvRows.Read(Path.Combine(list, "liste.csv"));
        File.WriteAllLines(folder["retour.csv"], rows.Select((row, i) => string.Join(';', row.Append(i == 0 ? "suivi" : words[i % words.Length]).Select(cell => $"\"{cell}\""))));
        NonRecours.Ok("outcome", "import", folder["retour.csv"], "--convention", territory.Folder, "--month", GeneratedTerritory.Month, "--run", territory.Output, "--out", folder["suivi"]);
        NonRecours.Ok("outcome", "report", "--in", folder["suivi"], "--list", list, "--page", folder["suivi.html"]);
        return folder["suivi.html"];
    }

    static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour).Select(part => part / 255d).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"\.carte rect\.(c\d)\{fill:#([0-9a-f]{6})\}")]
    private static partial Regex Tile();
}
