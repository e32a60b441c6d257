using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The answer of <c>--dry-run</c> for programs.</summary>
static class RunPlanJson
{
    /// <summary>One document.</summary>
    public static JsonObject Of(RunPlan plan, CultureInfo language) => new()
    {
        ["convention"] = plan.Agreement.Id,
        ["month"] = plan.Month.ToString(),
        ["can_start"] = plan.Code == ExitCode.Done,
        ["exit_code"] = plan.Code,
        ["problem"] = plan.Problem,
        ["unchanged"] = plan.Prepared?.Unchanged ?? false,
        ["folder"] = plan.Prepared?.Folder,
        ["revision"] = plan.Prepared?.Revision,
        ["replaces"] = plan.Prepared?.Previous?.Revision,
        ["changed_sources"] = Texts(plan.Changed),
        ["sources"] = Array(plan.Sources, source => Source(source, language)),
        ["benefits"] = Array(plan.Agreement.Prestations, prestation => Benefit(plan, prestation)),
        ["lists"] = Array(plan.Lists, list => new JsonObject { ["body"] = list.Body, ["level"] = AgreementWords.Of(list.Level), ["written"] = list.Written }),
    };

    static JsonObject Source(PlannedSource source, CultureInfo language) => new()
    {
        ["id"] = source.Status.Source.Id,
        ["status"] = source.Absent is null ? source.Status.Arrival.ToString().ToLowerInvariant() : "absent",
        ["reason"] = source.Absent,
        ["missing"] = Texts(source.Absent is null ? source.Status.Missing : []),
        ["faults"] = FaultReport.Json(source.Absent is null ? source.Status.Faults : [], language),
        ["files"] = Array(source.Files, file => new JsonObject { ["path"] = file.Path, ["bytes"] = file.Bytes, ["rows"] = file.Rows }),
        ["attributes"] = new JsonObject(source.Attributes.Select(table => KeyValuePair.Create(table.Key, (JsonNode?)Texts(table.Value)))),
    };

    static JsonObject Benefit(RunPlan plan, Prestation prestation)
    {
        var skipped = plan.Absences.Skipped.FirstOrDefault(benefit => benefit.Prestation == prestation);
        return new JsonObject { ["id"] = prestation.ToString().ToUpperInvariant(), ["computed"] = skipped is null, ["absent_sources"] = Texts(skipped?.Sources ?? []) };
    }

    static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> shown) => [.. items.Select(shown)];
}
