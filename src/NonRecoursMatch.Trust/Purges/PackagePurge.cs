using System.Globalization;
using System.IO.Enumeration;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Purges;

/// <summary>A package, or the traces of a holder, that must go.</summary>
/// <param name="Name">Its name in the proof: <c>packages/caf-35</c>, <c>holders/caf-35</c>.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Motif"><c>conservation</c>, <c>cloture</c> or <c>traces</c>.</param>
/// <param name="Files">Its files, named from its folder with <c>/</c> between parts, in name order.</param>
/// <param name="Bytes">Their size in all.</param>
public sealed record PurgeCandidate(string Name, string Folder, string Motif, IReadOnlyList<string> Files, long Bytes);

/// <summary>
/// Deletes packages of a result, and the holders' traces at their end, with the proof (invariants I3 and I8). Only plain files of packages (under
/// <c>packages/</c>, or where the operator received them), and traces under <c>holders/</c>, are ever deleted: handle tables, lists and reports stay, and no
/// link is followed.
/// </summary>
public static class PackagePurge
{
    const string Packages = "packages";
    const string Holders = "holders";
    const string TraceExtension = ".trace.bin";

    /// <summary>The packages of a result whose last day of use has passed, or all of them when the month is closed; and the traces once they have ended.</summary>
    /// <param name="result">Folder of the result.</param>
    /// <param name="received">Packages of the month that are elsewhere, where the operator received them.</param>
    /// <param name="today">Day that counts as today.</param>
    /// <param name="close">Whether the month is closed.</param>
    /// <param name="tracesEnd">Day from which its traces may no longer be kept.</param>
    /// <exception cref="ManifestException">A manifest cannot be read, or the folder is a link.</exception>
    public static IReadOnlyList<PurgeCandidate> Find(string result, IReadOnlyList<string> received, DateOnly today, bool close, DateOnly tracesEnd) =>
    [
        .. Folders(result, Packages).Select(package => (package.Name, Folder: package.FullName)).Concat(received.Select(folder => (Name: ManifestFile.Read(folder).Source, Folder: folder)))
            .Select(package => (package.Name, package.Folder, Motif: close ? "cloture" : IsExpired(package.Folder, today) ? "conservation" : null))
            .Where(package => package.Motif is not null)
            .Select(package => Candidate($"{Packages}/{package.Name}", package.Folder, package.Motif!, _ => true)),
        .. (today < tracesEnd ? [] : Folders(result, Holders))
            .Select(holder => Candidate($"{Holders}/{holder.Name}", holder.FullName, "traces", path => path.EndsWith(TraceExtension, StringComparison.Ordinal)))
            .Where(holder => holder.Files.Count > 0),
    ];

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
            gone.AddRange(Delete(package, day));
        var record = before with { Fichiers = [.. before.Fichiers, .. gone] };
        record.Write(result);
        var proof = FileEntry.Of(Path.Combine(result, PurgeRecord.FileName), PurgeRecord.FileName, 0);
        journal.Append("purge.faite", new JournalData().Count("fichiers", gone.Count).Count("octets", gone.Sum(file => file.Octets)).Digest(PurgeRecord.FileName, proof.Sha256));
        return record;
    }

    static bool IsExpired(string package, DateOnly today)
        => File.Exists(Path.Combine(package, ManifestFile.Name)) && Retention.IsExpired(ManifestFile.Read(package), today);

    static IEnumerable<DirectoryInfo> Folders(string result, string kind)
    {
        var root = new DirectoryInfo(Path.Combine(result, kind));
        if (!root.Exists)
            return [];
        if (root.LinkTarget is not null)
            throw new ManifestException($"{kind}: is a link; nothing is purged through a link");
        return root.GetDirectories().Where(folder => folder.LinkTarget is null).OrderBy(folder => folder.Name, StringComparer.Ordinal);
    }

    static PurgeCandidate Candidate(string name, string folder, string motif, Func<string, bool> chosen)
    {
        var files = PlainFiles(folder).Where(chosen).Order(StringComparer.Ordinal).ToList();
        return new PurgeCandidate(name, folder, motif, [.. files.Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))], files.Sum(path => new FileInfo(path).Length));
    }

    static IEnumerable<PurgedFile> Delete(PurgeCandidate package, string day)
    {
        foreach (var name in package.Files)
        {
            var path = Path.Combine(package.Folder, name);
            var entry = FileEntry.Of(path, name, 0);
            File.Delete(path);
            yield return new PurgedFile($"{package.Name}/{name}", entry.Sha256, entry.Bytes, package.Motif, day);
        }

        foreach (var empty in Directory.EnumerateDirectories(package.Folder, "*", SearchOption.AllDirectories).Append(package.Folder).OrderByDescending(path => path.Length).ToList())
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
