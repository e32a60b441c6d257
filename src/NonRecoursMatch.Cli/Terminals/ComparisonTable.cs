using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Synthetic.Comparison;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>Lists against the truth, as a table: one line per body, then all together.</summary>
static class ComparisonTable
{
    static readonly string[] s_columns = ["Expected", "Listed", "Found", "OtherVerdict", "Precision", "Recall"];

    public static void Write(TextWriter output, ComparisonResult comparison)
    {
        var heads = s_columns.Select(column => CliTexts.Get("Truth." + column)).ToArray();
        List<(string Name, string[] Cells)> rows = [("", heads), .. comparison.Bodies.Select(body => (body.Body, Cells(body))), (CliTexts.Get("Truth.Total"), Cells(comparison.Total))];
        var first = rows.Max(row => row.Name.Length);
        var widths = heads.Select((_, i) => rows.Max(row => row.Cells[i].Length)).ToArray();
        foreach (var (name, cells) in rows)
            output.WriteLine($"{name.PadRight(first)}  {string.Join("  ", cells.Select((cell, i) => cell.PadLeft(widths[i])))}");
    }

    static string[] Cells(BodyComparison body)
    {
        var culture = CliTexts.Language;
        return
        [
            body.Expected.ToString(culture), body.Listed.ToString(culture), body.Found.ToString(culture), body.OtherVerdict.ToString(culture),
            body.Precision.ToString("0.0000", culture), body.Recall.ToString("0.0000", culture),
        ];
    }
}
