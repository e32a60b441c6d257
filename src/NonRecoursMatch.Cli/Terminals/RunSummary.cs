using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>What a run found, on stdout: rights by benefit, rows by recipient, where to look. Counts only.</summary>
sealed class RunSummary(TextWriter output)
{
    /// <summary>Reads <c>rapport.json</c> of a finished run.</summary>
    public void Write(string folder)
    {
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "rapport.json")))!.AsObject();
        var balance = report["bilan"]!;
        if (report["test"]!.GetValue<bool>())
            output.WriteLine(CliTexts.Get("Test"));
        output.WriteLine($"{report["convention"]} — {CliTexts.Month(YearMonth.Parse(report["mois"]!.GetValue<string>()))}");
        output.WriteLine();
        output.WriteLine(CliTexts.Get("Run.Rights"));
        foreach (var (name, value) in balance["foyers"]!.AsObject().Where(entry => entry.Key != "personnes"))
            output.WriteLine($"  {name,-6} {Number(value!["lignes_sorties"]),9}  {CliTexts.Format("Run.Examined", Number(value["lignes_entrees"]))}");
        output.WriteLine();
        output.WriteLine(CliTexts.Get("Run.Lists"));
        var lists = balance["listes"]!.AsObject();
        var width = lists.Max(list => list.Key.Length);
        foreach (var (body, value) in lists)
            output.WriteLine($"  {body.PadRight(width)} {Number(value!["lignes_sorties"]),9}");
        output.WriteLine();
        output.WriteLine(folder);
    }

    static string Number(JsonNode? count) => count!.GetValue<long>().ToString("#,0", s_spaced);

    static readonly NumberFormatInfo s_spaced = new() { NumberGroupSeparator = " " };
}
