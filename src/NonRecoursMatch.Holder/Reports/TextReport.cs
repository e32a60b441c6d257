using System.Globalization;
using System.Text;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reports;

/// <summary>The report as text, for a terminal or a mail: at most twenty kinds of anomalies, no colour.</summary>
public static class TextReport
{
    const int ShownGroups = 20;
    const int ShownLines = 5;

    /// <summary>Renders the report in French or English.</summary>
    public static string Render(ValidationReport report, CultureInfo culture)
    {
        var text = new StringBuilder();
        text.AppendLine(Title(report, culture));
        text.AppendLine(CultureInfo.InvariantCulture, $"{Word("source")} {report.Source} · {Word("format")} {report.Format} · {Word("convention")} {report.Convention} · {Word("mois")} {report.Month ?? "-"}");
        foreach (var line in ScopeLines(report, culture))
            text.AppendLine(line);
        foreach (var table in report.Tables)
            text.AppendLine(culture, $"  {table.File}: {table.Rows:N0} {Word("lignes")}, {table.Rejected:N0} {Word("rejetees")}");
        foreach (var group in report.Groups.Take(ShownGroups))
            AppendGroup(text, group, culture);
        if (report.Groups.Count > ShownGroups)
            text.AppendLine("  … " + string.Format(culture, Word("autres"), report.Groups.Count - ShownGroups));
        if (report.Partial)
            text.AppendLine(Word("partiel"));
        text.AppendLine(Verdict(report, culture));
        return text.ToString();

        string Word(string name) => AnomalyTexts.Get("rapport." + name, culture);
    }

    /// <summary>The title of a report: certificate or list of anomalies.</summary>
    public static string Title(ValidationReport report, CultureInfo culture) => AnomalyTexts.Get(report.Valid ? "rapport.titre.valide" : "rapport.titre.invalide", culture);

    /// <summary>The verdict in one sentence.</summary>
    public static string Verdict(ValidationReport report, CultureInfo culture)
        => AnomalyTexts.Get(report.Blocked ? "rapport.verdict.bloque" : report.Valid ? "rapport.verdict.valide" : "rapport.verdict.lignes", culture);

    /// <summary>Whom the extract is about, in sentences; none when the report does not say.</summary>
    public static IEnumerable<string> ScopeLines(ValidationReport report, CultureInfo culture)
    {
        if (report.Scope is not { } scope)
            yield break;
        yield return Say("filtre", scope.Filter);
        if (scope.Declared.Count > 0)
            yield return Say("exhaustif", string.Join(", ", scope.Declared));
        else if (scope.MayDeclare.Count > 0)
            yield return Say("exhaustif.non_declare", string.Join(", ", scope.MayDeclare));

        string Say(string name, string value) => string.Format(culture, AnomalyTexts.Get("rapport." + name, culture), value);
    }

    /// <summary>The name of a severity.</summary>
    public static string Name(Severity severity, CultureInfo culture) => AnomalyTexts.Get("severite." + JsonReport.Name(severity), culture);

    static void AppendGroup(StringBuilder text, AnomalyGroup group, CultureInfo culture)
    {
        var place = group.Column is null ? group.Table : $"{group.Table}.{group.Column}";
        text.AppendLine(culture, $"  [{Name(group.Code.Severity, culture)}] {group.Code} · {place} · × {group.Count:N0}");
        text.AppendLine("      " + AnomalyTexts.Message(group.Code, culture) + " " + AnomalyTexts.Action(group.Code, culture));
        foreach (var anomaly in group.First.Take(ShownLines))
        {
            var line = anomaly.Line > 0 ? $"{AnomalyTexts.Get("rapport.ligne", culture)} {anomaly.Line.ToString(CultureInfo.InvariantCulture)}" : "";
            var found = anomaly.Form.Length > 0 ? $" {anomaly.Form}" : "";
            var expected = anomaly.Expected.Length > 0 ? $" ({AnomalyTexts.Get("rapport.attendu", culture)} : {anomaly.Expected})" : "";
            if (line.Length + found.Length + expected.Length > 0)
                text.AppendLine("      " + (line + found + expected).Trim());
        }
    }
}
