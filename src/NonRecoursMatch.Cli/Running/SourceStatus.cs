using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Sidecars;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Where a source stands in the month.</summary>
enum Arrival
{
    /// <summary>Complete, and of this campaign.</summary>
    Received,

    /// <summary>Not due yet.</summary>
    Expected,

    /// <summary>Due, and not there.</summary>
    Late,

    /// <summary>There, but not what the agreement awaits.</summary>
    Refused,
}

/// <summary>What is known of one source before its rows are read.</summary>
/// <param name="Source">The source.</param>
/// <param name="Arrival">Where it stands.</param>
/// <param name="Due">Day by which it should be there.</param>
/// <param name="DataDate">Date of its data, when received.</param>
/// <param name="Missing">Tables that are not there.</param>
/// <param name="Faults">Why it is refused.</param>
sealed record SourceStatus(Source Source, Arrival Arrival, DateOnly Due, DateOnly? DataDate, IReadOnlyList<string> Missing, IReadOnlyList<Fault> Faults)
{
    /// <summary>The status of every source of the agreement.</summary>
    public static IReadOnlyList<SourceStatus> Of(Agreement agreement, YearMonth month, DateOnly today)
        => [.. agreement.Sources.Select(source => Of(agreement, source, month, today))];

    static SourceStatus Of(Agreement agreement, Source source, YearMonth month, DateOnly today)
    {
        var due = agreement.Calendar.DueDate(source.Id, month);
        var files = SourceFiles.Find(agreement, source);
        var missing = files.MissingTables.Select(SourceFiles.FileOf).ToList();
        if (files.Sidecar is null)
            missing.Add(SourceFiles.SidecarName);
        var absent = today > due ? Arrival.Late : Arrival.Expected;
        if (files.Sidecar is null)
            return new SourceStatus(source, absent, due, null, missing, []);
        var reading = SidecarReader.Read(files.Sidecar);
        var faults = reading.Sidecar is { } sidecar ? SidecarCheck.Check(sidecar, agreement, source, month, today) : reading.Faults;
        if (faults.Count > 0)
            return new SourceStatus(source, Arrival.Refused, due, reading.Sidecar?.DataDate, missing, faults);
        return new SourceStatus(source, missing.Count > 0 ? absent : Arrival.Received, due, reading.Sidecar?.DataDate, missing, []);
    }
}
