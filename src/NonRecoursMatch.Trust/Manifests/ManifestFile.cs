using System.Globalization;

namespace NonRecoursMatch.Trust.Manifests;

/// <summary>The file <c>manifest.json</c> of a package: the same content gives the same bytes.</summary>
public static class ManifestFile
{
    /// <summary>Name of the file in the package.</summary>
    public const string Name = "manifest.json";

    /// <summary>The only version written and read.</summary>
    public const int Version = 1;

    /// <summary>Writes the manifest of the package <paramref name="folder"/>; files and balances are put in ordinal name order.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string folder, PackageManifest manifest)
        => StableJson.Write(Path.Combine(folder, Name), Ordered(manifest));

    /// <summary>Reads the manifest of a package folder.</summary>
    /// <exception cref="ManifestException">It is missing, not a manifest, of another version, or a date is not a date.</exception>
    public static PackageManifest Read(string folder)
    {
        var manifest = StableJson.Read<PackageManifest>(Path.Combine(folder, Name));
        if (manifest.Version != Version)
            throw new ManifestException($"{Name}: version {manifest.Version} is not known, {Version} is expected");
        Date(manifest.DateDonnees, "date_donnees");
        Date(manifest.ExpireLe, "expire_le");
        return manifest;
    }

    internal static DateOnly Date(string text, string member)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new ManifestException($"{Name}: `{member}` is not a date AAAA-MM-JJ");

    static PackageManifest Ordered(PackageManifest manifest) => manifest with
    {
        Fichiers = [.. manifest.Fichiers.OrderBy(file => file.Name, StringComparer.Ordinal)],
        Bilan = Sorted(manifest.Bilan, balance => balance with { Drops = Sorted(balance.Drops, count => count) }),
        Nir = manifest.Nir is { } counts ? Sorted(counts, count => count) : null,
    };

    static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> entries, Func<T, T> change)
    {
        var sorted = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, value) in entries)
            sorted.Add(name, change(value));
        return sorted;
    }
}
