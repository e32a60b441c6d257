using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Conventions.Rendering;
using NonRecoursMatch.Operator.Lists.Revisions;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The answer of <c>status</c> for programs.</summary>
static class StatusJson
{
    /// <summary>One document.</summary>
    public static JsonObject Of(MonthStatus month, CultureInfo language) => new()
    {
        ["convention"] = month.Agreement.Id,
        ["month"] = month.Month.ToString(),
        ["today"] = Iso(month.Today),
        ["maximum_age_days"] = month.Agreement.Thresholds.SourceMaximumAgeDays,
        ["next_due"] = Iso(month.NextDue),
        ["calendar_past"] = month.CalendarPast,
        ["closed"] = month.Closed,
        ["revisions"] = new JsonArray([.. month.Revisions.Select(Revision)]),
        ["sources"] = new JsonArray([.. month.Sources.Select(source => Source(month, source, language))]),
    };

    static JsonObject Revision(PreviousResult revision) => new()
    {
        ["revision"] = revision.Revision,
        ["folder"] = revision.Folder,
        ["absent"] = new JsonArray([.. revision.Absent.Select(absent => new JsonObject { ["id"] = absent.Id, ["reason"] = absent.Reason })]),
    };

    static JsonObject Source(MonthStatus month, SourceStatus source, CultureInfo language) => new()
    {
        ["id"] = source.Source.Id,
        ["status"] = source.Arrival.ToString().ToLowerInvariant(),
        ["due"] = Iso(source.Due),
        ["days_late"] = source.DaysLate(month.Today),
        ["data_date"] = Iso(source.DataDate),
        ["age_days"] = source.AgeDays(month.Month),
        ["rows"] = source.Rows,
        ["missing"] = new JsonArray([.. source.Missing.Select(file => JsonValue.Create(file))]),
        ["faults"] = FaultReport.Json(source.Faults, language),
    };

    static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
