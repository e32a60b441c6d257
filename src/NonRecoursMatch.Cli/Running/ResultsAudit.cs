using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli.Running;

/// <summary>The answer of <c>audit verify</c>: each result on its own, then the chain of several.</summary>
/// <param name="Results">What was checked.</param>
/// <param name="Chain">Differences between results.</param>
/// <param name="Trusted">Whether signers were compared with a certificate given by another way.</param>
sealed record ResultsAudit(IReadOnlyList<FolderAuditResult> Results, IReadOnlyList<AuditDifference> Chain, bool Trusted)
{
    /// <summary>Whether nothing differs.</summary>
    public bool Intact => Chain.Count == 0 && Results.All(result => result.Differences.Count == 0);

    /// <summary>Verifies results, packages, or folders that hold results.</summary>
    /// <param name="given">A folder that holds results is taken as all of them: their chain must be complete.</param>
    /// <param name="anchor">Whom to trust, or null.</param>
    /// <param name="kept">Places in the chain that were written down before.</param>
    /// <exception cref="CliException">A folder is not there, or holds nothing to verify (66).</exception>
    public static ResultsAudit Run(IReadOnlyList<string> given, TrustAnchor? anchor, IReadOnlyList<KeptCheckpoint> kept)
    {
        var (folders, complete) = (new List<string>(), false);
        foreach (var folder in given)
        {
            if (!Directory.Exists(folder))
                throw new CliException(ExitCode.InputMissing, CliTexts.Format("Failure.InputMissing", folder));
            var inside = FolderAudit.IsCandidate(folder) ? [] : Directory.GetDirectories(folder).Where(FolderAudit.IsCandidate).Order(StringComparer.Ordinal).ToList();
            if (inside.Count == 0 && !FolderAudit.IsCandidate(folder))
                throw new CliException(ExitCode.InputMissing, CliTexts.Format("Error.NothingToVerify", folder));
            complete |= inside.Count > 0;
            folders.AddRange(inside.Count > 0 ? inside : [folder]);
        }

        var results = folders.Select(folder => new FolderAudit(folder, anchor).Run()).ToList();
        return new ResultsAudit(results, ChainAudit.Differences(results, complete, kept), anchor is not null);
    }
}
