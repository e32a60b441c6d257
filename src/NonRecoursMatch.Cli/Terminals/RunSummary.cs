using System.Globalization;
using System.Text.Json.Nodes;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>What a run found, on stdout: rights by benefit, rows by recipient, where to look. Counts only.</summary>
sealed class RunSummary(Terminal terminal)
{
    /// <summary>Reads <c>rapport.json</c> of a finished run.</summary>
    public void Write(string folder)
    {
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "rapport.json")))!.AsObject();
        var balance = report["bilan"]!;
        if (report["test"]!.GetValue<bool>())
            Line(terminal.Say("TEST — données synthétiques, clé de test", "TEST — synthetic data, test key"));
        Line($"{report["convention"]} — {report["mois"]}");
        Line("");
        Line(terminal.Say("Droits présumés non ouverts", "Presumed rights not taken up"));
        foreach (var (name, value) in balance["foyers"]!.AsObject().Where(entry => entry.Key != "personnes"))
            Line($"  {name,-6} {Number(value!["lignes_sorties"]),9}  {terminal.Say("sur", "of")} {Number(value["lignes_entrees"])} {terminal.Say("situations examinées", "situations examined")}");
        Line("");
        Line(terminal.Say("Listes", "Lists"));
        var lists = balance["listes"]!.AsObject();
        var width = lists.Max(list => list.Key.Length);
        foreach (var (body, value) in lists)
            Line($"  {body.PadRight(width)} {Number(value!["lignes_sorties"]),9}");
        Line("");
        Line(folder);
    }

    void Line(string text) => terminal.Output.WriteLine(text);

    static string Number(JsonNode? count) => count!.GetValue<long>().ToString("#,0", s_spaced);

    static readonly NumberFormatInfo s_spaced = new() { NumberGroupSeparator = " " };
}
