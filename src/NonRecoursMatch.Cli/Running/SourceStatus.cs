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
    /// <summary>What the producer says of the extract; null when there is no readable sidecar.</summary>
    public ExtractSidecar? Sidecar { get; init; }

    /// <summary>Rows of all tables, as announced.</summary>
    public long? Rows => Sidecar?.Tables.Values.Sum(table => table.Rows);

    /// <summary>Rows of the table of persons, as announced.</summary>
    public long? PersonRows => Sidecar?.Tables.GetValueOrDefault(Source.Format.Personnes.Name)?.Rows;

    /// <summary>Days from the day of the data to the end of the month; 0 for data drawn later.</summary>
    public int? AgeDays(YearMonth month) => DataDate is { } day ? Math.Max(0, month.LastDay.DayNumber - day.DayNumber) : null;

    /// <summary>Days since the source was due, when it is not there.</summary>
    public int DaysLate(DateOnly today) => Arrival == Arrival.Received ? 0 : Math.Max(0, today.DayNumber - Due.DayNumber);

    /// <summary>The status of every source of the agreement.</summary>
    public static IReadOnlyList<SourceStatus> Of(Agreement agreement, YearMonth month, DateOnly today)
        => [.. agreement.Sources.Select(source => Of(agreement, source, month, today))];

    static SourceStatus Of(Agreement agreement, Source source, YearMonth month, DateOnly today)
    {
        var due = agreement.Calendar.DueDate(source.Id, month);
        var files = SourceFiles.Find(agreement, source);
        var missing = files.MissingTables.Select(table => TableFiles.NameOf(table, source.Mapping?.Of(table))).ToList();
        if (files.Sidecar is null)
            missing.Add(SourceFiles.SidecarName);
        var absent = today > due ? Arrival.Late : Arrival.Expected;
        if (files.Sidecar is null)
            return new SourceStatus(source, absent, due, null, missing, []);
        var reading = SidecarReader.Read(files.Sidecar);
        var faults = reading.Sidecar is { } sidecar ? SidecarCheck.Check(sidecar, agreement, source, month, today) : reading.Faults;
        if (faults.Count > 0)
            return new SourceStatus(source, Arrival.Refused, due, reading.Sidecar?.DataDate, missing, faults) { Sidecar = reading.Sidecar };
        return new SourceStatus(source, missing.Count > 0 ? absent : Arrival.Received, due, reading.Sidecar?.DataDate, missing, []) { Sidecar = reading.Sidecar };
    }
}
