using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Trust.Purges;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Everything that must hold before a month starts; what <c>--dry-run</c> looks at too, so that both give the same answer.</summary>
/// <param name="Folder">Where the result goes.</param>
/// <param name="Revision">Its number.</param>
/// <param name="Inputs">What it will be made from.</param>
/// <param name="Previous">The result that it replaces; null for the first.</param>
/// <param name="PreviousInputs">What that one was made from, where it says.</param>
sealed record MonthPreparation(string Folder, int Revision, RunInputs Inputs, PreviousResult? Previous, RunInputs? PreviousInputs)
{
    /// <summary>Whether the previous result was made from the same inputs.</summary>
    public bool Unchanged => PreviousInputs?.Sha256() == Inputs.Sha256();

    /// <summary>Checks roles, sources, place and keys, in that order.</summary>
    /// <exception cref="AgreementException">No single processor is named, or a secret reference is missing.</exception>
    /// <exception cref="CliException">A source is missing, the place is taken, or the month is closed.</exception>
    public static MonthPreparation Make(Workspace workspace, Agreement agreement, YearMonth month, MonthRequest request, CancellationToken stop)
    {
        AgreementException.ThrowIfAny(agreement.Path, agreement.CheckSingleProcessor());
        _ = request.Absences.Reduce(agreement);
        var sources = SourceStatus.Of(agreement, month, workspace.Today(agreement, month)).Where(source => !request.Absences.Contains(source.Source.Id)).ToList();
        RequireSources(sources);
        var finished = RevisionFolders.Of(request.OutFolder);
        RequireOpen(finished, month);
        var previous = finished.Count > 0 ? PreviousResult.Read(finished[^1], agreement, month) : null;
        var target = RevisionFolders.Of(request.OutFolder, finished.Count + 1);
        ClockGuard.Require(target, agreement.Id, TimeProvider.System);
        RevisionFolders.RequireFree(target);
        if (previous is not null)
            RequireNoLoss(sources, previous, agreement.Thresholds.CorrectionLoss, request.Confirmed);
        // An identity that may not sign would be found out after all the work.
        if (request.Identity is { } signer)
            SigningIdentity.Open(signer, Directory.GetCurrentDirectory(), TimeProvider.System).Dispose();
        var inputs = RunInputs.Of(agreement, month, workspace.Parameters, request, stop);
        return new MonthPreparation(target, finished.Count + 1, inputs, previous, previous is null ? null : RunInputs.Read(previous.Folder));
    }

    /// <summary>Refuses a month whose packages were purged for good.</summary>
    /// <exception cref="CliException">It is closed (78).</exception>
    public static void RequireOpen(IEnumerable<string> folders, YearMonth month)
    {
        if (folders.Select(PurgeRecord.Read).FirstOrDefault(purge => purge?.Cloture is not null) is { } closed)
            throw new CliException(ExitCode.Configuration, CliTexts.Format("Error.Closed", month, closed.Cloture));
    }

    static void RequireSources(IEnumerable<SourceStatus> sources)
    {
        var missing = sources.Where(source => source.Missing.Count > 0).Select(source => $"{source.Source.Id} ({string.Join(", ", source.Missing)})").ToList();
        if (missing.Count > 0)
            throw new CliException(ExitCode.InputMissing, CliTexts.Format("Error.Missing", string.Join(", ", missing)));
    }

    /// <summary>A truncated file is seen in what its sidecar announces, before anything is computed; the operator checks the packages again.</summary>
    static void RequireNoLoss(IEnumerable<SourceStatus> sources, PreviousResult previous, double share, IReadOnlyList<string> confirmed)
    {
        foreach (var source in sources.Where(source => !confirmed.Contains(source.Source.Id)))
        {
            if (previous.ExtractRowsOf(source.Source) is { } before && source.PersonRows is { } after && CorrectionCheck.LosesTooMuch(before, after, share))
                throw CorrectionCheck.Refused(source.Source.Id, before, after, share);
        }
    }
}
