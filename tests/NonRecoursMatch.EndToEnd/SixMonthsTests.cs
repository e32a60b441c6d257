using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Half a year of one territory: generated with evolution, run, followed up, corrected, closed and purged, month after month.</summary>
public class SixMonthsTests(ITestOutputHelper output)
{
    static readonly string[] s_months = ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"];

    [Fact]
    public void Six_months_run_follow_up_correction_and_purge()
    {
        using var folder = new TemporaryFolder();
        var references = new Dictionary<string, HashSet<string>>();
        foreach (var month in s_months)
        {
            var (territory, result) = (folder[month, "territoire"], folder[month, "mois"]);
            NonRecours.Ok("generate", "243500741", "--persons", "6000", "--seed", "8", "--noise", "0", "--month", month, "--since", s_months[0], "--out", territory);
            NonRecours.Ok("run", territory, "--month", month, "--out", result);
            NonRecours.Ok("truth", "compare", territory, "--lists", Path.Combine(result, "lists"), "--exact");
            references[month] = References(territory);
            FollowUp(folder, month, territory, result);
            if (month == "2026-08")
                Correct(folder, month, territory, result);
            Close(month, territory, result);
        }

        // Rights were opened: some of those told of a month are told of no more, and others are new.
        for (var i = 1; i < s_months.Length; i++)
        {
            var (before, after) = (references[s_months[i - 1]], references[s_months[i]]);
            output.WriteLine($"{s_months[i]}: {after.Count} rows, {before.Except(after).Count()} less, {after.Except(before).Count()} more than the month before");
            before.Except(after).ShouldNotBeEmpty();
            before.Intersect(after).Count().ShouldBeGreaterThan(before.Count / 2);
        }
    }

    /// <summary>Answers half of a list and imports it: the receipt names the other half.</summary>
    static void FollowUp(TemporaryFolder folder, string month, string territory, string result)
    {
        var list = Directory.GetDirectories(Path.Combine(result, "lists")).Select(body => Path.Combine(body, "liste.csv")).MaxBy(path => new FileInfo(path).Length)!;
        var rows = CsvRows.Read(list);
        var filled = rows.Select((row, i) => string.Join(';', row.Append(i == 0 ? "suivi" : i % 2 == 0 ? "demande déposée" : "").Select(cell => $"\"{cell}\"")));
        File.WriteAllText(folder[month, "retour.csv"], string.Join("\r\n", filled));
        NonRecours.Ok("outcome", "import", folder[month, "retour.csv"], "--convention", territory, "--month", month, "--run", result, "--out", folder[month, "suivi"]);
        using var receipt = JsonDocument.Parse(File.ReadAllText(folder[month, "suivi", "recu.json"]));
        receipt.RootElement.GetProperty("sans_reponse").GetArrayLength().ShouldBe((rows.Count - 1 + 1) / 2);
    }

    /// <summary>A body withdraws one person of its list in a corrected extract: a second revision says so, under the same handles.</summary>
    static void Correct(TemporaryFolder folder, string month, string territory, string result)
    {
        var body = Path.Combine(result, "lists", "cpam-35", "liste.csv");
        var expected = CsvRows.Read(Path.Combine(territory, "truth", "expected-lists", "cpam-35.csv"));
        var gone = expected[1];
        var (handle, reference) = (gone[expected[0].IndexOf("poignee")], gone[expected[0].IndexOf("reference")]);
        var extract = Path.Combine(territory, "extraits", "cpam-35", "personnes.csv");
        var lines = File.ReadAllLines(extract).ToList();
        var left = lines.FindIndex(line => line.StartsWith(reference.Split('|')[0] + ";", StringComparison.Ordinal));
        var columns = lines[0].Split(';').ToList();
        var cells = lines[left].Split(';');
        cells[columns.IndexOf("sorti_le")] = "15/" + month[5..] + "/2026";
        lines[left] = string.Join(';', cells);
        File.WriteAllText(extract, string.Join("\r\n", lines) + "\r\n");

        NonRecours.Ok("run", territory, "--month", month, "--out", result);
        var delta = CsvRows.Read(folder[month, "mois-r2", "lists", "cpam-35", "delta.csv"]);
        delta.Skip(1).ShouldContain(row => row.Contains(handle) && row.Any(cell => cell.StartsWith("retirée", StringComparison.Ordinal)));
        var (before, after) = (Handles(body), Handles(folder[month, "mois-r2", "lists", "cpam-35", "liste.csv"]));
        before.ShouldContain(handle);
        after.ShouldBeSubsetOf(before);
        after.ShouldNotContain(handle);
    }

    static void Close(string month, string territory, string result)
    {
        NonRecours.Ok("purge", territory, "--month", month, "--run", result, "--close", "--apply");
        Directory.EnumerateFiles(Path.Combine(result, "packages"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        NonRecours.Run("run", territory, "--month", month, "--out", result).ExitCode.ShouldBe(78);
    }

    /// <summary>Who is told of what, by the bodies' own references, which do not change from month to month.</summary>
    static HashSet<string> References(string territory)
    {
        var told = new HashSet<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(territory, "truth", "expected-lists")))
        {
            var rows = CsvRows.Read(path);
            var (reference, prestation) = (rows[0].IndexOf("reference"), rows[0].IndexOf("prestation"));
            told.UnionWith(rows.Skip(1).Select(row => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}|{row[reference]}|{row[prestation]}")));
        }

        return told;
    }

    static List<string> Handles(string list)
    {
        var rows = CsvRows.Read(list);
        return [.. rows.Skip(1).Select(row => row[rows[0].IndexOf("poignee")])];
    }
}
