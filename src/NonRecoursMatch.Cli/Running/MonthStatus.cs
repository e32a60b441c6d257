using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Trust.Purges;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Where a month stands: its sources, its results.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Month">Reference month.</param>
/// <param name="Today">Day that counts as today.</param>
/// <param name="Sources">Every source.</param>
/// <param name="Revisions">Finished results, oldest first.</param>
/// <param name="Closed">Day on which the month was closed, AAAA-MM-JJ; null while it is open.</param>
sealed record MonthStatus(Agreement Agreement, YearMonth Month, DateOnly Today, IReadOnlyList<SourceStatus> Sources, IReadOnlyList<PreviousResult> Revisions, string? Closed)
{
    /// <summary>Looks at the sources and at the results in and beside <paramref name="run"/>.</summary>
    public static MonthStatus Of(Agreement agreement, YearMonth month, DateOnly today, string run)
    {
        var folders = RevisionFolders.Of(run);
        return new MonthStatus(
            agreement, month, today, SourceStatus.Of(agreement, month, today), [.. folders.Select(folder => PreviousResult.Read(folder, agreement, month))],
            folders.Select(PurgeRecord.Read).FirstOrDefault(purge => purge?.Cloture is not null)?.Cloture);
    }

    /// <summary>Sources to chase.</summary>
    public int Waiting => Sources.Count(source => source.Arrival != Arrival.Received);

    /// <summary>The next day by which a source that is not there is due; null when there is none to come.</summary>
    public DateOnly? NextDue => Sources.Where(source => source.Arrival != Arrival.Received && source.Due >= Today).Select(source => (DateOnly?)source.Due).Min();

    /// <summary>Whether every due date has passed and something is still missing: nothing will come by itself any more.</summary>
    public bool CalendarPast => Waiting > 0 && Sources.All(source => source.Due < Today);
}
