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
        var rights = s_rights.Where(name => balance["foyers"]![name] is not null).Select(name => (Title: CliTexts.Get("Right." + name), Balance: balance["foyers"]![name]!)).ToList();
        var titles = rights.Max(right => right.Title.Length);
        foreach (var (title, right) in rights)
            output.WriteLine($"  {title.PadRight(titles)} {Number(right["lignes_sorties"]),9}  {CliTexts.Format("Run.Examined", Number(right["lignes_entrees"]))}");
        output.WriteLine();
        output.WriteLine(CliTexts.Get("Run.Lists"));
        var lists = balance["listes"]!.AsObject();
        var width = lists.Max(list => list.Key.Length);
        foreach (var (body, value) in lists)
            output.WriteLine($"  {body.PadRight(width)} {Number(value!["lignes_sorties"]),9}");
        output.WriteLine();
        output.WriteLine(folder);
    }

    static readonly string[] s_rights = ["RSA", "PPA", "C2S", "ASPA", "DECLARATION_RSA", "DECLARATION_PPA", "INCONNU_DES_CAISSES"];

    static string Number(JsonNode? count) => count!.GetValue<long>().ToString("#,0", s_spaced);

    static readonly NumberFormatInfo s_spaced = new() { NumberGroupSeparator = " " };
}
