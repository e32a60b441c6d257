using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Purges;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Audits;

/// <summary>What was checked in one folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Attested">Its attestation; null when it proves nothing.</param>
/// <param name="Files">Files compared with their digests.</param>
/// <param name="JournalLines">Lines of the journal.</param>
/// <param name="Purged">Files for which a proof of deletion stands.</param>
/// <param name="Differences">Every difference, by file name.</param>
public sealed record FolderAuditResult(
    string Folder, Attested<Provenance>? Attested, int Files, long JournalLines, int Purged, IReadOnlyList<AuditDifference> Differences);

/// <summary>
/// Verifies a result or package against its attestation, its journal and the proof of what was deleted, with public keys only: nothing is asked of any network. Every file
/// of the folder must be named, and every file named be there; no name and no link leads out of the folder.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="anchor">Whom to trust; null = integrity alone.</param>
public sealed class FolderAudit(string folder, TrustAnchor? anchor)
{
    const string Packages = "packages/";

    // Closing records: they name the others, and are checked by their signatures or chain.
    static readonly string[] Records = [AttestationFile.Name, JournalState.FileName, PurgeRecord.FileName, PurgeStatement.FileName];

    readonly List<AuditDifference> _differences = [];
    int _files;
    int _purged;
    long _journalLines;

    /// <summary>Whether a folder holds anything to verify.</summary>
    public static bool IsCandidate(string folder) => File.Exists(Path.Combine(folder, AttestationFile.Name)) || File.Exists(Path.Combine(folder, JournalState.FileName));

    /// <summary>Verifies everything; reads every file once.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public FolderAuditResult Run()
    {
        var present = FolderFiles.Of(folder);
        var attested = Read<Provenance>(AttestationFile.Name);
        var purge = present.ContainsKey(PurgeRecord.FileName) || present.ContainsKey(PurgeStatement.FileName) ? ReadPurge(present, attested?.Sha256) : null;
        if (attested is not null)
            CompareFiles(attested.Statement, present, purge?.Files ?? []);
        CheckJournal(present, attested?.Statement, purge?.Journal);
        return new FolderAuditResult(folder, attested, _files, _journalLines, _purged, [.. _differences.Distinct().OrderBy(difference => difference.File, StringComparer.Ordinal)]);
    }

    Attested<T>? Read<T>(string name)
        where T : class, IPredicate
    {
        try
        {
            return AttestationFile.Read<T>(folder, name, anchor);
        }
        catch (AuditException refused)
        {
            Report(name, refused.Fault);
            return null;
        }
    }

    /// <summary>The proof of deletion; null, and a difference, when it proves nothing for this result.</summary>
    ProvedPurge? ReadPurge(Dictionary<string, bool> present, string? attestation)
    {
        if (!present.TryGetValue(PurgeRecord.FileName, out var isLink))
            return Refuse(PurgeRecord.FileName, AuditFault.Missing);
        if (isLink)
            return Refuse(PurgeRecord.FileName, AuditFault.Link);
        if (!present.ContainsKey(PurgeStatement.FileName))
            return Refuse(PurgeRecord.FileName, AuditFault.PurgeUnsigned);
        if (Read<PurgeStatement>(PurgeStatement.FileName) is not { } signed)
            return null;
        if (attestation is not null && signed.Statement.Predicate.Attestation != attestation)
            return Refuse(PurgeStatement.FileName, AuditFault.PurgeOfAnother);
        var digest = FileEntry.Of(Path.Combine(folder, PurgeRecord.FileName), PurgeRecord.FileName, 0).Sha256;
        if (signed.Statement.Subject is not [{ Name: PurgeRecord.FileName } proof] || proof.Digest.Sha256 != digest)
            return Refuse(PurgeRecord.FileName, AuditFault.Differs);
        try
        {
            var files = PurgeRecord.Read(folder)!.Fichiers.OfType<PurgedFile>().DistinctBy(file => file.Fichier).ToDictionary(file => file.Fichier, file => file.Sha256, StringComparer.Ordinal);
            return new ProvedPurge(files, JournalState.Find([signed.Statement.Predicate.Journal]));
        }
        catch (ManifestException)
        {
            return Refuse(PurgeRecord.FileName, AuditFault.NotAStatement);
        }
    }

    ProvedPurge? Refuse(string file, AuditFault fault)
    {
        Report(file, fault);
        return null;
    }

    void CompareFiles(Statement<Provenance> statement, Dictionary<string, bool> present, Dictionary<string, string> purged)
    {
        var stated = new HashSet<string>(Records, StringComparer.Ordinal);
        foreach (var file in statement.Subject)
        {
            if (!FolderFiles.IsPlain(file.Name))
                Report(file.Name, AuditFault.UnsafeName);
            else if (!stated.Add(file.Name))
                Report(file.Name, AuditFault.StatedTwice);
            else if (present.TryGetValue(file.Name, out var isLink))
                Compare(file, isLink, purged.ContainsKey(file.Name));
            else if (purged.TryGetValue(file.Name, out var digest) && digest == file.Digest.Sha256)
                _purged++;
            else
                Report(file.Name, AuditFault.Missing);
        }

        foreach (var name in present.Keys.Where(name => !stated.Contains(name)))
            Report(name, AuditFault.Unexpected);
    }

    void Compare(Resource file, bool isLink, bool isPurged)
    {
        _files++;
        if (isLink)
            Report(file.Name, AuditFault.Link);
        else if (FileEntry.Of(Path.Combine(folder, file.Name), file.Name, 0).Sha256 != file.Digest.Sha256)
            Report(file.Name, AuditFault.Differs);
        else if (isPurged)
            Report(file.Name, AuditFault.PurgedAndThere);
    }

    void CheckJournal(Dictionary<string, bool> present, Statement<Provenance>? statement, JournalState? purge)
    {
        var closed = statement is null ? null : JournalState.Find(statement.Predicate.RunDetails.Byproducts);
        if (!present.TryGetValue(JournalState.FileName, out var isLink))
        {
            if (closed is not null)
                Report(JournalState.FileName, AuditFault.Missing);
            return;
        }

        if (isLink)
        {
            Report(JournalState.FileName, AuditFault.Link);
            return;
        }

        var path = Path.Combine(folder, JournalState.FileName);
        var found = Journal.Verify(path);
        _journalLines = found.Lines;
        if (!found.Intact)
            _differences.Add(new AuditDifference(JournalState.FileName, AuditFault.JournalBroken, found.BrokenLine));
        if (statement is null)
            return;
        if (closed is null)
            Report(JournalState.FileName, AuditFault.Unexpected);
        else if (!closed.IsStartOf(path) || purge?.IsStartOf(path) == false)
            Report(JournalState.FileName, AuditFault.Differs);
        else if (found.Intact)
            CompareJournal(path, statement, purge ?? closed, found.Bytes);
    }

    /// <summary>Every line is signed for, and what the operator wrote down of the packages that it received is what the holders' packages are.</summary>
    void CompareJournal(string path, Statement<Provenance> statement, JournalState signed, long bytes)
    {
        if (bytes != signed.Bytes)
            _differences.Add(new AuditDifference(JournalState.FileName, AuditFault.JournalUnsigned, signed.Lines + 1));
        var received = JournalPackages.Read(path);
        foreach (var file in statement.Subject.Where(file => file.Name.StartsWith(Packages, StringComparison.Ordinal)))
        {
            if (received.TryGetValue(file.Name, out var digest) && digest != file.Digest.Sha256)
                Report(file.Name, AuditFault.JournalDisagrees);
        }
    }

    void Report(string file, AuditFault fault) => _differences.Add(new AuditDifference(file, fault));

    sealed record ProvedPurge(Dictionary<string, string> Files, JournalState? Journal);
}
