using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Texts;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The aggregates of a year, for people.</summary>
static class AnnualText
{
    static readonly string[] s_tables = ["lignes_signalees", "contacts", "suites"];

    /// <summary>Says them.</summary>
    public static void Write(TextWriter output, JsonObject report)
    {
        if (report["test"]!.GetValue<bool>())
            output.WriteLine("TEST");
        output.WriteLine(CliTexts.Format("Annual.Title", report["annee"], report["territoire"]));
        output.WriteLine(CliTexts.Format("Annual.Exchanges", report["mois"]!.AsArray().Count, report["extraits_recus"], report["listes_remises"]));
        foreach (var table in s_tables)
        {
            output.WriteLine(CliTexts.Get("Annual." + table));
            foreach (var (name, count) in report[table]!.AsObject())
                output.WriteLine($"  {name,-20} {OutcomeText.Number(count),8}");
        }

        output.WriteLine(CliTexts.Format("Annual.Opposed", OutcomeText.Number(report["lignes_ecartees_par_opposition"])));
    }
}
