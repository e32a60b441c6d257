using System.Globalization;
using System.Text.Json;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Recipient.Reopening;

/// <summary>What a delivered list says of itself (<c>manifest.json</c> beside it), checked against the list.</summary>
/// <param name="ListPath">The list, <c>liste.csv</c>.</param>
/// <param name="Convention">Agreement.</param>
/// <param name="Month">Reference month.</param>
/// <param name="Revision">Revision of the lists.</param>
/// <param name="Ground">Legal ground.</param>
/// <param name="Body">The body that it is for.</param>
/// <param name="Level">What the body may learn.</param>
/// <param name="Language">Language of the list.</param>
/// <param name="Test">Whether it is made of test data.</param>
/// <param name="Expiry">Last day on which it may be used.</param>
public sealed record DeliveredManifest(
    string ListPath, string Convention, YearMonth Month, int Revision, string Ground, string Body, DisclosureLevel Level, CultureInfo Language, bool Test, DateOnly Expiry)
{
    /// <summary>Whether the list is of the experiment, which is evaluated (arrêté of 12 May 2025).</summary>
    public bool IsExperiment => Ground == Fondement.Experiment;

    /// <summary>Reads the manifest of a list.</summary>
    /// <param name="list">The list, or its folder.</param>
    /// <exception cref="FileNotFoundException">The list or its manifest is missing.</exception>
    /// <exception cref="RecipientException">One of them was altered.</exception>
    public static DeliveredManifest Read(string list)
    {
        var path = Directory.Exists(list) ? Path.Combine(list, "liste.csv") : list;
        var manifest = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, ManifestFile.Name);
        foreach (var needed in new[] { path, manifest })
        {
            if (!File.Exists(needed))
                throw new FileNotFoundException(needed);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(manifest));
            var read = Of(document.RootElement, path);
            RequireDigest(document.RootElement, path);
            return read;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new RecipientException(RecipientRefusal.AlteredList, manifest);
        }
    }

    /// <summary>Refuses a file beside the manifest that is not the one that it names.</summary>
    internal static void RequireFile(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, ManifestFile.Name)));
        RequireDigest(document.RootElement, path);
    }

    static DeliveredManifest Of(JsonElement root, string path) => new(
        path,
        Text(root, "convention"),
        YearMonth.TryParse(Text(root, "mois"), out var month) ? month : throw new FormatException(),
        root.GetProperty("revision").GetInt32(),
        Text(root, "fondement"),
        Text(root, "destinataire"),
        AgreementWords.Disclosure(Text(root, "divulgation")),
        CultureInfo.GetCultureInfo(Text(root, "langue")),
        root.GetProperty("test").GetBoolean(),
        DateOnly.ParseExact(Text(root, "expire_le"), "yyyy-MM-dd", CultureInfo.InvariantCulture));

    static void RequireDigest(JsonElement root, string path)
    {
        var name = Path.GetFileName(path);
        var announced = root.GetProperty("fichiers").EnumerateArray().FirstOrDefault(file => Text(file, "nom") == name);
        if (announced.ValueKind == JsonValueKind.Undefined || !name.EndsWith(".csv", StringComparison.Ordinal) || FileEntry.Of(path, name, 0).Sha256 != Text(announced, "sha256"))
            throw new RecipientException(RecipientRefusal.AlteredList, path);
    }

    static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString() ?? throw new FormatException();
}
