using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Sidecars;

/// <summary>What came of reading a sidecar: its content, or everything wrong with it.</summary>
/// <param name="Sidecar">Null when there is a fault.</param>
/// <param name="Faults">Empty when there is a sidecar.</param>
public sealed record SidecarReading(ExtractSidecar? Sidecar, IReadOnlyList<Fault> Faults);

/// <summary>Reads <c>extrait.json</c>. Unknown keys are ignored: a producer may say more.</summary>
public static partial class SidecarReader
{
    /// <summary>Reads the file; a missing one is a fault like any other.</summary>
    public static SidecarReading Read(string path)
    {
        if (!File.Exists(path))
            return new SidecarReading(null, [new Fault(FaultCodes.SidecarMissing, "", 0, 0)]);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new Fields(document.RootElement).Read();
        }
        catch (JsonException syntax)
        {
            return new SidecarReading(null, [new Fault(FaultCodes.SidecarSyntax, "", (int)(syntax.LineNumber ?? 0) + 1, (int)(syntax.BytePositionInLine ?? 0) + 1)]);
        }
    }

    sealed partial class Fields(JsonElement root)
    {
        const string PreviousRows = "lignes_mois_precedent";

        readonly List<Fault> _faults = [];

        public SidecarReading Read()
        {
            if (root.ValueKind != JsonValueKind.Object)
                return new SidecarReading(null, [new Fault(FaultCodes.SidecarSyntax, "", 1, 1)]);

            var sidecar = new ExtractSidecar(
                Text("format"), Text("organisme"), Text("convention"), Month("mois"), Date("date_donnees"), Whole("millesime_cog"), Tables(),
                Text("producteur"), Text("programme"), Codes("exhaustif_pour"));
            return _faults.Count == 0 ? new SidecarReading(sidecar, []) : new SidecarReading(null, _faults);
        }

        string Text(string name)
        {
            if (!root.TryGetProperty(name, out var value))
                return Missing(name, "");
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : Wrong(name, "…", "");
        }

        YearMonth Month(string name)
            => Text(name) is { Length: > 0 } text ? YearMonth.TryParse(text, out var month) ? month : Wrong(name, "AAAA-MM", default(YearMonth)) : default;

        DateOnly Date(string name)
            => Text(name) is { Length: > 0 } text
                ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : Wrong(name, "AAAA-MM-JJ", default(DateOnly))
                : default;

        int Whole(string name)
        {
            if (!root.TryGetProperty(name, out var value))
                return Missing(name, 0);
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : Wrong(name, "2026", 0);
        }

        List<string> Codes(string name)
        {
            if (!root.TryGetProperty(name, out var value))
                return [];
            return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
                : Wrong(name, "[\"C2S\"]", new List<string>());
        }

        Dictionary<string, TableTotals> Tables()
        {
            var tables = new Dictionary<string, TableTotals>(StringComparer.Ordinal);
            if (!root.TryGetProperty("tables", out var value))
                return Missing("tables", tables);
            if (value.ValueKind != JsonValueKind.Object)
                return Wrong("tables", "{ \"personnes\": { \"lignes\": 12, \"total_controle\": null } }", tables);
            foreach (var table in value.EnumerateObject())
                tables[table.Name] = Totals(table);
            return tables;
        }

        TableTotals Totals(JsonProperty table)
        {
            var path = "tables." + table.Name;
            if (table.Value.ValueKind != JsonValueKind.Object || !table.Value.TryGetProperty("lignes", out var rows)
                || rows.ValueKind != JsonValueKind.Number || !rows.TryGetInt64(out var count) || count < 0)
            {
                return Wrong(path + ".lignes", "1234", new TableTotals(0, null));
            }

            var totals = new TableTotals(count, null, Previous(table.Value, path + "." + PreviousRows));
            if (!table.Value.TryGetProperty("total_controle", out var total) || total.ValueKind == JsonValueKind.Null)
                return totals;
            return total.ValueKind == JsonValueKind.String && Amount().IsMatch(total.GetString()!)
                ? totals with { ControlTotal = long.Parse(total.GetString()!.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) }
                : Wrong(path + ".total_controle", "\"123456,00\"", totals);
        }

        long? Previous(JsonElement table, string path)
        {
            if (!table.TryGetProperty(PreviousRows, out var rows) || rows.ValueKind == JsonValueKind.Null)
                return null;
            return rows.ValueKind == JsonValueKind.Number && rows.TryGetInt64(out var count) && count >= 0 ? count : Wrong(path, "1234", (long?)null);
        }

        T Missing<T>(string path, T value)
        {
            _faults.Add(new Fault(FaultCodes.SidecarKeyMissing, path, 0, 0, path));
            return value;
        }

        T Wrong<T>(string path, string form, T value)
        {
            _faults.Add(new Fault(FaultCodes.SidecarWrongForm, path, 0, 0, form));
            return value;
        }

        /// <summary>Euros with two decimals after a comma; 15 digits at most fit in cents.</summary>
        [GeneratedRegex(@"^-?[0-9]{1,15},[0-9]{2}\z")]
        private static partial Regex Amount();
    }
}
