using NonRecoursMatch.Trust.Attestations;

namespace NonRecoursMatch.Trust.Manifests;

/// <summary>How a file of a package differs from what the manifest states.</summary>
public enum PackageFault
{
    /// <summary>Stated, not there.</summary>
    Missing,

    /// <summary>Of another size.</summary>
    SizeDiffers,

    /// <summary>Of the same size with other bytes.</summary>
    DigestDiffers,

    /// <summary>There, not stated.</summary>
    Unexpected,

    /// <summary>Stated under a name that leaves the folder, or a link; it is not opened.</summary>
    UnsafeName,

    /// <summary>Stated twice.</summary>
    StatedTwice,

    /// <summary>A balance whose rows in are not rows out and drops.</summary>
    BalanceOpen,
}

/// <summary>One difference.</summary>
/// <param name="Name">File, or table of the balance.</param>
/// <param name="Fault">What differs.</param>
public sealed record PackageDifference(string Name, PackageFault Fault);

/// <summary>Compares a package folder with its manifest.</summary>
public static class PackageVerification
{
    /// <summary>Every difference, in ordinal name order; none when the package is what its holder stated.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<PackageDifference> Differences(string folder, PackageManifest manifest)
    {
        var present = FolderFiles.Of(folder);
        // What the holder signs travels with the package; it names the manifest, not the reverse.
        var stated = new HashSet<string>(StringComparer.Ordinal) { ManifestFile.Name, AttestationFile.Name };
        var differences = new List<PackageDifference>();
        foreach (var file in manifest.Fichiers)
        {
            if (!stated.Add(file.Name))
                differences.Add(new PackageDifference(file.Name, PackageFault.StatedTwice));
            else if (Compare(folder, file, present) is { } fault)
                differences.Add(new PackageDifference(file.Name, fault));
        }

        differences.AddRange(present.Keys.Where(name => !stated.Contains(name)).Select(name => new PackageDifference(name, PackageFault.Unexpected)));
        differences.AddRange(manifest.Bilan.Where(entry => !entry.Value.Closes).Select(entry => new PackageDifference(entry.Key, PackageFault.BalanceOpen)));
        return [.. differences.OrderBy(difference => difference.Name, StringComparer.Ordinal)];
    }

    /// <summary>Refuses a package that differs.</summary>
    /// <exception cref="ManifestException">It differs: each difference is named.</exception>
    public static void Require(string folder, PackageManifest manifest)
    {
        var differences = Differences(folder, manifest);
        if (differences.Count > 0)
            throw new ManifestException($"package of {manifest.Source}: {string.Join(", ", differences.Select(difference => $"{difference.Name} ({difference.Fault})"))}");
    }

    static PackageFault? Compare(string folder, FileEntry stated, Dictionary<string, bool> present)
    {
        if (!FolderFiles.IsPlain(stated.Name))
            return PackageFault.UnsafeName;
        if (!present.TryGetValue(stated.Name, out var isLink))
            return PackageFault.Missing;
        if (isLink)
            return PackageFault.UnsafeName;
        var path = Path.Combine(folder, stated.Name);
        if (new FileInfo(path).Length != stated.Bytes)
            return PackageFault.SizeDiffers;
        return FileEntry.Of(path, stated.Name, stated.Rows).Sha256 == stated.Sha256 ? null : PackageFault.DigestDiffers;
    }
}
