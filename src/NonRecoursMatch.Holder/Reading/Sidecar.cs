using System.Globalization;
using System.Text.Json;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>What <c>extrait.json</c> announces of one table.</summary>
/// <param name="Lignes">Data rows.</param>
/// <param name="TotalControleCents">Sum of the amounts of the table in cents, or null when not announced.</param>
public sealed record AnnouncedTable(long Lignes, long? TotalControleCents);

/// <summary>The metadata that a body delivers beside its files: <c>extrait.json</c>.</summary>
public sealed record Sidecar(
    string Format,
    string Organisme,
    string Convention,
    YearMonth Mois,
    DateOnly DateDonnees,
    int MillesimeCog,
    IReadOnlyDictionary<string, AnnouncedTable> Tables)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "extrait.json";

    /// <summary>Reads the sidecar of a folder.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="InvalidDataException">It is not of the right form; the message names the property.</exception>
    public static Sidecar? Find(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            throw new InvalidDataException("json");
        }
    }

    static Sidecar Of(JsonElement root) => new(
        Text(root, "format"),
        Text(root, "organisme"),
        Text(root, "convention"),
        YearMonth.TryParse(Text(root, "mois"), out var month) ? month : throw new InvalidDataException("mois"),
        DateOnly.TryParseExact(Text(root, "date_donnees"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw new InvalidDataException("date_donnees"),
        (int)Number(root, "millesime_cog"),
        TablesOf(root));

    static Dictionary<string, AnnouncedTable> TablesOf(JsonElement root)
    {
        if (!root.TryGetProperty("tables", out var tables) || tables.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException("tables");
        return tables.EnumerateObject().ToDictionary(table => table.Name, table => Table(table.Value), StringComparer.Ordinal);
    }

    static AnnouncedTable Table(JsonElement table)
    {
        long? total = null;
        if (table.ValueKind == JsonValueKind.Object && table.TryGetProperty("total_controle", out var announced) && announced.ValueKind != JsonValueKind.Null)
        {
            if (announced.ValueKind != JsonValueKind.String || !TryTotal(announced.GetString()!, out var cents))
                throw new InvalidDataException("total_controle");
            total = cents;
        }

        return new AnnouncedTable(Number(table, "lignes"), total);
    }

    static bool TryTotal(string text, out long cents)
    {
        Span<byte> bytes = stackalloc byte[32];
        cents = 0;
        return text.Length <= bytes.Length && System.Text.Ascii.IsValid(text)
            && FieldText.TryAmount(bytes[..System.Text.Encoding.ASCII.GetBytes(text, bytes)], out cents);
    }

    static string Text(JsonElement owner, string name)
        => owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new InvalidDataException(name);

    static long Number(JsonElement owner, string name)
        => owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw new InvalidDataException(name);
}
