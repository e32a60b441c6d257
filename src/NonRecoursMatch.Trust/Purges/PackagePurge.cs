using System.Globalization;
using System.IO.Enumeration;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Purges;

/// <summary>A package that must go.</summary>
/// <param name="Name">Its folder under <c>packages/</c>.</param>
/// <param name="Motif"><c>conservation</c> or <c>cloture</c>.</param>
/// <param name="Files">Its files, named from the result, in name order.</param>
/// <param name="Bytes">Their size in all.</param>
public sealed record PurgeCandidate(string Name, string Motif, IReadOnlyList<string> Files, long Bytes);

/// <summary>
/// Deletes packages of a result, with the proof (invariants I3 and I8). Only plain files under <c>packages/</c> are ever deleted: handle tables,
/// lists and reports stay, and no link is followed.
/// </summary>
public static class PackagePurge
{
    const string Packages = "packages";

    /// <summary>The packages of a result whose last day of use has passed, or all of them when the month is closed.</summary>
    /// <exception cref="ManifestException">A manifest cannot be read, or the folder is a link.</exception>
    public static IReadOnlyList<PurgeCandidate> Find(string result, DateOnly today, bool close)
    {
        var root = new DirectoryInfo(Path.Combine(result, Packages));
        if (!root.Exists)
            return [];
        if (root.LinkTarget is not null)
            throw new ManifestException($"{Packages}: is a link; nothing is purged through a link");
        return
        [
            .. root.GetDirectories().Where(package => package.LinkTarget is null).OrderBy(package => package.Name, StringComparer.Ordinal)
                .Select(package => (Package: package, Motif: close ? "cloture" : IsExpired(package, today) ? "conservation" : null))
                .Where(package => package.Motif is not null)
                .Select(package => Candidate(result, package.Package, package.Motif!)),
        ];
    }

    /// <summary>
    /// Deletes them. The journal says it before and after, so that an interruption in between is seen; the digest of each file is taken before
    /// it goes. The proof is signed last, over the journal that says all this.
    /// </summary>
    /// <param name="result">Folder of the result.</param>
    /// <param name="convention">Agreement.</param>
    /// <param name="month">Reference month, AAAA-MM.</param>
    /// <param name="candidates">What <see cref="Find"/> found.</param>
    /// <param name="today">Day that counts as today.</param>
    /// <param name="close">Whether the month is closed.</param>
    /// <param name="identity">Who signs.</param>
    /// <param name="clock">Time of the journal.</param>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    public static PurgeRecord Apply(
        string result, string convention, string month, IReadOnlyList<PurgeCandidate> candidates, DateOnly today, bool close, SigningIdentity identity, TimeProvider clock)
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var before = PurgeRecord.Read(result) ?? new PurgeRecord(1, convention, month, null, []);
        var record = Delete(result, candidates, before with { Cloture = before.Cloture ?? (close ? day : null) }, day, close, clock);
        PurgeSignature.Write(result, record, identity, clock);
        return record;
    }

    static PurgeRecord Delete(string result, IReadOnlyList<PurgeCandidate> candidates, PurgeRecord before, string day, bool close, TimeProvider clock)
    {
        using var journal = Journal.Open(Path.Combine(result, JournalState.FileName), clock);
        journal.Append("purge.debut", new JournalData().Count("fichiers", candidates.Sum(package => package.Files.Count)).Flag("cloture", close));
        var gone = new List<PurgedFile>();
        foreach (var package in candidates)
            gone.AddRange(Delete(result, package, day));
        var record = before with { Fichiers = [.. before.Fichiers, .. gone] };
        record.Write(result);
        var proof = FileEntry.Of(Path.Combine(result, PurgeRecord.FileName), PurgeRecord.FileName, 0);
        journal.Append("purge.faite", new JournalData().Count("fichiers", gone.Count).Count("octets", gone.Sum(file => file.Octets)).Digest(PurgeRecord.FileName, proof.Sha256));
        return record;
    }

    static bool IsExpired(DirectoryInfo package, DateOnly today)
        => File.Exists(Path.Combine(package.FullName, ManifestFile.Name)) && Retention.IsExpired(ManifestFile.Read(package.FullName), today);

    static PurgeCandidate Candidate(string result, DirectoryInfo package, string motif)
    {
        var files = PlainFiles(package.FullName).Order(StringComparer.Ordinal).ToList();
        return new PurgeCandidate(
            package.Name, motif, [.. files.Select(path => Path.GetRelativePath(result, path).Replace(Path.DirectorySeparatorChar, '/'))], files.Sum(path => new FileInfo(path).Length));
    }

    static IEnumerable<PurgedFile> Delete(string result, PurgeCandidate package, string day)
    {
        foreach (var name in package.Files)
        {
            var path = Path.Combine(result, name);
            var entry = FileEntry.Of(path, name, 0);
            File.Delete(path);
            yield return new PurgedFile(name, entry.Sha256, entry.Bytes, package.Motif, day);
        }

        var folder = Path.Combine(result, Packages, package.Name);
        foreach (var empty in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder).OrderByDescending(path => path.Length).ToList())
        {
            if (!Directory.EnumerateFileSystemEntries(empty).Any())
                Directory.Delete(empty);
        }
    }

    static FileSystemEnumerable<string> PlainFiles(string folder)
        => new(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
}
