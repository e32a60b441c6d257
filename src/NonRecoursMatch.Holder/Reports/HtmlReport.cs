using System.Globalization;
using System.Net;
using System.Text;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reports;

/// <summary><c>bilan.html</c>: one accessible page without any external resource.</summary>
public static class HtmlReport
{
    const string Style = """
        body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1b1b;background:#fff}
        table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:bold;padding:.3rem 0}
        th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#eee}
        code{font-size:.9rem}.verdict{font-size:1.2rem;font-weight:bold;border-left:.5rem solid;padding-left:.7rem}
        .valide{border-color:#18753c}.invalide{border-color:#b34000}.partiel{color:#b00020;font-weight:bold}
        """;

    /// <summary>Renders the report in French or English.</summary>
    public static string Render(ValidationReport report, CultureInfo culture)
    {
        var title = TextReport.Title(report, culture);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{culture.TwoLetterISOLanguageName}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Text(title)} {Text(report.Source)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{Text(title)}</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"verdict {(report.Valid ? "valide" : "invalide")}\">{Text(TextReport.Verdict(report, culture))}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Word("source")} {Text(report.Source)}, {Word("format")} {Text(report.Format)}, {Word("convention")} {Text(report.Convention)}, {Word("mois")} {Text(report.Month ?? "-")}</p>\n");
        foreach (var line in TextReport.ScopeLines(report, culture))
            html.Append(CultureInfo.InvariantCulture, $"<p>{Text(line)}</p>\n");
        if (report.Partial)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"partiel\">{Word("partiel")}</p>\n");
        Files(html, report, culture);
        if (report.Groups.Count > 0)
            Anomalies(html, report, culture);
        html.Append(CultureInfo.InvariantCulture, $"<p>{Word("sans_identite")}</p>\n</main>\n</body>\n</html>\n");
        return html.ToString();

        string Word(string name) => Text(AnomalyTexts.Get("rapport." + name, culture));
    }

    static void Files(StringBuilder html, ValidationReport report, CultureInfo culture)
    {
        Head(html, culture, "fichiers", "table", "lignes", "rejetees", "empreinte");
        foreach (var table in report.Tables)
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(table.File)}</th><td>{table.Rows}</td><td>{table.Rejected}</td><td><code>{table.Sha256}</code></td></tr>\n");
        html.Append("</tbody>\n</table>\n");
    }

    static void Anomalies(StringBuilder html, ValidationReport report, CultureInfo culture)
    {
        Head(html, culture, "titre.invalide", "code", "severite", "table", "colonne", "nombre", "message", "action", "premieres");
        foreach (var group in report.Groups)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><code>{group.Code}</code></th><td>{Text(TextReport.Name(group.Code.Severity, culture))}</td><td>{Text(group.Table)}</td><td>{Text(group.Column ?? "")}</td><td>{group.Count}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td>{Text(AnomalyTexts.Message(group.Code, culture))}</td><td>{Text(AnomalyTexts.Action(group.Code, culture))}</td><td>{string.Join("<br>", group.First.Select(Line))}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    static void Head(StringBuilder html, CultureInfo culture, string caption, params ReadOnlySpan<string> columns)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{Text(AnomalyTexts.Get("rapport." + caption, culture))}</caption>\n<thead><tr>");
        foreach (var column in columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Text(AnomalyTexts.Get("rapport." + column, culture))}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
    }

    static string Line(Anomaly anomaly)
    {
        var line = anomaly.Line > 0 ? anomaly.Line.ToString(CultureInfo.InvariantCulture) : "";
        var form = anomaly.Form.Length > 0 ? $" <code>{Text(anomaly.Form)}</code>" : "";
        return line + form + (anomaly.Expected.Length > 0 ? $" ({Text(anomaly.Expected)})" : "");
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
