namespace NonRecoursMatch.Trust.Manifests;

/// <summary>How long a package may be used (invariant I8): its last day included, never after.</summary>
public static class Retention
{
    /// <summary>Whether <paramref name="today"/> is after the last day of use.</summary>
    /// <exception cref="ManifestException">That day is not a date.</exception>
    public static bool IsExpired(PackageManifest manifest, DateOnly today) => ManifestFile.Date(manifest.ExpireLe, "expire_le") < today;

    /// <summary>Refuses an expired package.</summary>
    /// <exception cref="ManifestException">It is expired.</exception>
    public static void Require(PackageManifest manifest, DateOnly today)
    {
        if (IsExpired(manifest, today))
            throw new ManifestException($"package of {manifest.Source}: its last day of use was {manifest.ExpireLe}, it must be purged");
    }
}
