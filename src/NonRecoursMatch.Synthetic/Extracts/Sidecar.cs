using System.Text.Json;
using System.Text.Json.Nodes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>Writes <c>extrait.json</c>, the metadata that accompany an extract.</summary>
internal static class Sidecar
{
    /// <summary>Day of the month after the reference month on which the generated data were taken.</summary>
    const int DataDay = 2;

    static readonly JsonSerializerOptions _json = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the sidecar of one source.</summary>
    public static void Write(string folder, PlannedSource source, string convention, YearMonth month, IEnumerable<(string Table, long Rows, long? TotalCents)> tables)
    {
        var sheets = new JsonObject();
        foreach (var (table, rows, total) in tables)
            sheets[table] = new JsonObject { ["lignes"] = rows, ["total_controle"] = total is { } cents ? Written.Amount(cents) : null };
        var next = month.AddMonths(1);
        var sidecar = new JsonObject
        {
            ["format"] = source.Format,
            ["organisme"] = source.Body,
            ["convention"] = convention,
            ["mois"] = month.ToString(),
            ["date_donnees"] = new DateOnly(next.Year, next.Month, DataDay).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["millesime_cog"] = CommuneTable.CogYear,
            ["tables"] = sheets,
            ["producteur"] = source.Name,
            ["programme"] = "nonrecours generate",
            ["exhaustif_pour"] = new JsonArray([.. source.ExhaustiveFor.Select(benefit => JsonValue.Create(benefit))]),
        };
        File.WriteAllText(Path.Combine(folder, "extraits", source.Id, SourceFiles.SidecarName), sidecar.ToJsonString(_json) + "\n");
    }
}
