using System.Globalization;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reports;

/// <summary>Writes the four renderings of a report into a folder: <c>bilan.html</c>, <c>bilan.json</c>, <c>bilan.csv</c>, <c>certificat.json</c>.</summary>
public static class ReportFiles
{
    /// <summary>Writes them.</summary>
    /// <exception cref="IOException">A file cannot be made.</exception>
    public static void Write(string folder, ValidationReport report, CultureInfo culture)
    {
        AtomicFile.WriteText(Path.Combine(folder, "bilan.html"), HtmlReport.Render(report, culture));
        WriteBytes(Path.Combine(folder, "bilan.json"), JsonReport.Render(report, culture));
        WriteCsv(Path.Combine(folder, "bilan.csv"), report, culture);
        WriteBytes(Path.Combine(folder, "certificat.json"), Certificate.Of(report).Render());
    }

    static void WriteCsv(string path, ValidationReport report, CultureInfo culture)
    {
        using var csv = new DeliveredCsv(path, ["code", "severite", "table", "colonne", "ligne", "forme", "attendu", "message", "action", "nombre_total"]);
        foreach (var group in report.Groups)
        {
            foreach (var anomaly in group.First)
            {
                var line = anomaly.Line > 0 ? anomaly.Line.ToString(CultureInfo.InvariantCulture) : "";
                csv.Write(
                    group.Code.Code,
                    JsonReport.Name(group.Code.Severity),
                    group.Table,
                    group.Column ?? "",
                    line,
                    anomaly.Form,
                    anomaly.Expected,
                    AnomalyTexts.Message(group.Code, culture),
                    AnomalyTexts.Action(group.Code, culture),
                    group.Count.ToString(CultureInfo.InvariantCulture));
            }
        }

        csv.Complete();
    }

    static void WriteBytes(string path, byte[] bytes)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(bytes);
        file.Commit();
    }
}
