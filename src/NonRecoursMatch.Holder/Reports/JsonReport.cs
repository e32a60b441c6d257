using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reports;

/// <summary>
/// <c>bilan.json</c>: the shape of a Frictionless 5 report (valid, stats, warnings, errors, tasks), with our codes, severities and counts
/// beside. Warnings are texts there, so each one is under <c>alertes</c> as well, in the form of an error. Two things of a Frictionless report
/// are missing on purpose: cells, which may be identities, and durations, so that the same extract gives the same bytes.
/// </summary>
public static class JsonReport
{
    static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name of a severity in machine-readable reports.</summary>
    public static string Name(Severity severity) => severity switch
    {
        Severity.Fichier => "fichier",
        Severity.Ligne => "ligne",
        _ => "alerte",
    };

    /// <summary>Renders the report; its messages in French or English.</summary>
    public static byte[] Render(ValidationReport report, CultureInfo culture)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _options))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("valid", report.Valid);
            writer.WriteBoolean("partial", report.Partial);
            writer.WriteString("verdict", TextReport.Verdict(report, culture));
            writer.WriteString("convention", report.Convention);
            writer.WriteString("convention_sha256", report.ConventionSha256);
            writer.WriteString("source", report.Source);
            writer.WriteString("format", report.Format);
            writer.WriteString("mois", report.Month);
            if (report.Scope is { } scope)
                WriteScope(writer, scope);
            writer.WriteStartObject("stats");
            writer.WriteNumber("tasks", report.Tables.Count);
            writer.WriteNumber("errors", report.Errors);
            writer.WriteNumber("warnings", report.Warnings);
            writer.WriteEndObject();
            WriteCounts(writer, report);
            writer.WriteStartArray("tasks");
            foreach (var table in report.Tables)
                WriteTask(writer, report, table, culture);
            writer.WriteEndArray();
            WriteAnomalies(writer, [.. report.Groups.Where(group => report.Tables.All(table => table.Table != group.Table))], [], report.Partial, culture);
            writer.WriteEndObject();
        }

        return [.. buffer.ToArray(), (byte)'\n'];
    }

    static void WriteScope(Utf8JsonWriter writer, ExtractScope scope)
    {
        writer.WriteString("filtre", scope.Filter);
        WriteTexts(writer, "exhaustif_admis", scope.MayDeclare);
        WriteTexts(writer, "exhaustif_pour", scope.Declared);
    }

    static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    static void WriteCounts(Utf8JsonWriter writer, ValidationReport report)
    {
        writer.WriteStartArray("counts");
        foreach (var group in report.Groups)
        {
            writer.WriteStartObject();
            writer.WriteString("code", group.Code.Code);
            writer.WriteString("severite", Name(group.Code.Severity));
            writer.WriteString("table", group.Table);
            writer.WriteString("colonne", group.Column);
            writer.WriteNumber("count", group.Count);
            writer.WriteNumber("shown", group.First.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteTask(Utf8JsonWriter writer, ValidationReport report, TableReport table, CultureInfo culture)
    {
        var groups = report.Groups.Where(group => group.Table == table.Table).ToList();
        writer.WriteStartObject();
        writer.WriteString("name", table.Table);
        writer.WriteString("type", "table");
        writer.WriteString("place", table.File);
        writer.WriteBoolean("valid", groups.All(group => group.Code.Severity == Severity.Alerte));
        WriteTexts(writer, "labels", table.Labels);
        writer.WriteStartObject("stats");
        writer.WriteString("sha256", table.Sha256);
        writer.WriteNumber("bytes", table.Bytes);
        writer.WriteNumber("fields", table.Labels.Count);
        writer.WriteNumber("rows", table.Rows);
        writer.WriteNumber("lines", table.Lines);
        writer.WriteNumber("rejected", table.Rejected);
        writer.WriteNumber("errors", groups.Where(group => group.Code.Severity != Severity.Alerte).Sum(group => group.Count));
        writer.WriteNumber("warnings", groups.Where(group => group.Code.Severity == Severity.Alerte).Sum(group => group.Count));
        writer.WriteEndObject();
        WriteAnomalies(writer, groups, table.Labels, groups.Exists(group => group.Count > group.First.Count), culture);
        writer.WriteEndObject();
    }

    static void WriteAnomalies(Utf8JsonWriter writer, List<AnomalyGroup> groups, IReadOnlyList<string> labels, bool partial, CultureInfo culture)
    {
        var warnings = groups.Where(group => group.Code.Severity == Severity.Alerte).SelectMany(group => group.First).ToList();
        writer.WriteStartArray("warnings");
        foreach (var warning in warnings)
            writer.WriteStringValue($"{warning.Code} · {Place(warning, culture)} · {AnomalyTexts.Message(warning.Code, culture)}");
        if (partial)
            writer.WriteStringValue(AnomalyTexts.Get("rapport.partiel", culture));
        writer.WriteEndArray();
        WriteErrors(writer, "errors", groups.Where(group => group.Code.Severity != Severity.Alerte).SelectMany(group => group.First), labels, culture);
        WriteErrors(writer, "alertes", warnings, labels, culture);
    }

    static string Place(Anomaly anomaly, CultureInfo culture)
        => (anomaly.Column is null ? anomaly.Table : $"{anomaly.Table}.{anomaly.Column}")
            + (anomaly.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $" {AnomalyTexts.Get("rapport.ligne", culture)} {anomaly.Line}") : "");

    static void WriteErrors(Utf8JsonWriter writer, string name, IEnumerable<Anomaly> anomalies, IReadOnlyList<string> labels, CultureInfo culture)
    {
        writer.WriteStartArray(name);
        foreach (var anomaly in anomalies)
        {
            writer.WriteStartObject();
            writer.WriteString("type", anomaly.Code.Code);
            WriteFrictionless(writer, anomaly, labels, culture);
            writer.WriteString("code", anomaly.Code.Code);
            writer.WriteString("severite", Name(anomaly.Code.Severity));
            writer.WriteString("action", AnomalyTexts.Action(anomaly.Code, culture));
            writer.WriteString("table", anomaly.Table);
            if (anomaly.Line > 0)
                writer.WriteNumber("ligne", anomaly.Line);
            writer.WriteString("colonne", anomaly.Column);
            writer.WriteString("forme", anomaly.Form);
            writer.WriteString("attendu", anomaly.Expected);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What other tools read of an error. A row has the number of its physical line, header included, as in Frictionless.</summary>
    static void WriteFrictionless(Utf8JsonWriter writer, Anomaly anomaly, IReadOnlyList<string> labels, CultureInfo culture)
    {
        writer.WriteString("title", anomaly.Code.Code);
        writer.WriteString("description", AnomalyTexts.Action(anomaly.Code, culture));
        writer.WriteString("message", AnomalyTexts.Message(anomaly.Code, culture));
        writer.WriteStartArray("tags");
        writer.WriteStringValue("#" + Name(anomaly.Code.Severity));
        writer.WriteEndArray();
        writer.WriteString("note", string.Join(" · ", ((string[])[anomaly.Form, anomaly.Expected]).Where(part => part.Length > 0)));
        if (anomaly.Line > 0)
            writer.WriteNumber("rowNumber", anomaly.Line);
        if (anomaly.Column is null)
            return;
        writer.WriteString("fieldName", anomaly.Column);
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i] == anomaly.Column)
                writer.WriteNumber("fieldNumber", i + 1);
        }
    }
}
