using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Terminals;

namespace NonRecoursMatch.Cli.Auditing;

/// <summary>The sheet as one accessible page without any external resource, and as a document for programs with the same content.</summary>
static class SheetWriter
{
    const string Style = """
        body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#161616;background:#fff}
        h2{border-bottom:2px solid #000091;margin-top:2rem}p{max-width:48rem}.test{background:#ffe9a8;border-left:.5rem solid #7a5200;padding:.5rem .8rem;font-weight:bold}
        table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:bold;padding:.3rem 0}
        th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}thead th{background:#eee}
        @media print{body{max-width:none;margin:0}h2,h3{break-after:avoid}tr{break-inside:avoid}}
        """;

    /// <summary>Puts the sheet of a result together.</summary>
    public static DpoSheet Make(AuditedMonth month)
    {
        var texts = new SheetTexts(CultureInfo.GetCultureInfo(month.Agreement.Language));
        var asked = month.Definition.ExternalParameters;
        return new DpoSheet(
            texts.Culture.TwoLetterISOLanguageName, texts.Format("titre", month.Agreement.Territory.Name, asked.Mois, asked.Revision), asked.Test ? texts.Get("test") : null,
            [.. new SheetContext(month, texts).Sections(), .. new SheetPrinciples(month, texts).Sections(), .. new SheetRisks(month, texts).Sections(), .. new SheetChanges(month, texts).Sections()]);
    }

    /// <summary>For people.</summary>
    public static string Html(DpoSheet sheet)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{sheet.Language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Text(sheet.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{Text(sheet.Title)}</h1>\n");
        if (sheet.Test is { } test)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"test\">{Text(test)}</p>\n");
        foreach (var section in sheet.Sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h{section.Level} id=\"{section.Id}\">{Text(section.Title)}</h{section.Level}>\n");
            foreach (var paragraph in section.Paragraphs)
                html.Append(CultureInfo.InvariantCulture, $"<p>{Text(paragraph)}</p>\n");
            foreach (var table in section.Tables)
                Append(html, table);
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>For programs.</summary>
    public static string Json(DpoSheet sheet) => new JsonObject
    {
        ["version"] = 1,
        ["langue"] = sheet.Language,
        ["titre"] = sheet.Title,
        ["test"] = sheet.Test is not null,
        ["parties"] = new JsonArray([.. sheet.Sections.Select(section => new JsonObject
        {
            ["id"] = section.Id,
            ["titre"] = section.Title,
            ["textes"] = new JsonArray([.. section.Paragraphs.Select(paragraph => JsonValue.Create(paragraph))]),
            ["tableaux"] = new JsonObject(section.Tables.Select(table => KeyValuePair.Create<string, JsonNode?>(
                table.Id,
                new JsonArray([.. table.Rows.Select(row => new JsonObject(table.Columns.Zip(row, (column, cell) => KeyValuePair.Create<string, JsonNode?>(column.Id, cell))))])))),
        })]),
    }.ToJsonString(Readable.Json) + "\n";

    static void Append(StringBuilder html, SheetTable table)
    {
        html.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{Text(table.Caption)}</caption>\n<thead><tr>");
        foreach (var (_, head) in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Text(head)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(row[0])}</th>");
            foreach (var cell in row.Skip(1))
                html.Append(CultureInfo.InvariantCulture, $"<td>{Text(cell)}</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
