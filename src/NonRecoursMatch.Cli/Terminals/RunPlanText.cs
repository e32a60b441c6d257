using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The answer of <c>--dry-run</c> for people.</summary>
sealed class RunPlanText(Terminal screen)
{
    /// <summary>Writes it to stdout.</summary>
    public void Write(RunPlan plan)
    {
        Say(CliTexts.Format("Plan.Title", plan.Agreement.Id, CliTexts.Month(plan.Month)));
        Say("");
        Say(CliTexts.Get("Plan.Read"));
        foreach (var source in plan.Sources)
            WriteSource(source);
        Say("");
        Say(CliTexts.Get("Plan.Computed"));
        foreach (var prestation in plan.Agreement.Prestations)
            WriteBenefit(plan, prestation);
        Say("");
        Say(CliTexts.Get("Plan.Leaves"));
        foreach (var source in plan.Sources.Where(source => source.Absent is null))
            Say($"  {source.Status.Source.Id} : {string.Join(" ; ", source.Attributes.Select(table => $"{table.Key} ({string.Join(", ", table.Value)})"))}");
        Say("");
        Say(CliTexts.Get("Plan.Lists"));
        foreach (var list in plan.Lists)
            Say($"  {list.Body} : {(list.Written ? AgreementWords.Of(list.Level) : CliTexts.Get("Plan.NoList"))}");
        Say("");
        Say(Place(plan));
    }

    void WriteSource(PlannedSource source)
    {
        var state = source.Absent is { } reason ? CliTexts.Format("Plan.Absent", reason) : CliTexts.Get("Status." + source.Status.Arrival);
        Say($"  {source.Status.Source.Id} : {state}{(source.Absent is null && source.Status.Missing.Count > 0 ? $" ({string.Join(", ", source.Status.Missing)})" : "")}");
        foreach (var file in source.Files)
            Say("    " + (file.Rows is { } rows ? CliTexts.Format("Plan.File", file.Path, file.Bytes, rows) : CliTexts.Format("Plan.FileSize", file.Path, file.Bytes)));
        if (source.Absent is null && source.Status.Faults.Count > 0)
            Say(FaultReport.Text(source.Status.Faults, screen.Language).TrimEnd());
    }

    void WriteBenefit(RunPlan plan, Prestation prestation)
    {
        var skipped = plan.Absences.Skipped.FirstOrDefault(benefit => benefit.Prestation == prestation);
        var name = prestation.ToString().ToUpperInvariant();
        Say(skipped is null ? $"  {name}" : "  " + CliTexts.Format("Plan.Skipped", name, string.Join(", ", skipped.Sources)));
    }

    static string Place(RunPlan plan) => plan.Prepared switch
    {
        null => CliTexts.Get("Plan.CannotStart"),
        { Unchanged: true } same => CliTexts.Format("Run.Unchanged", same.Revision - 1),
        { Previous: null } first => CliTexts.Format("Plan.Folder", first.Folder, first.Revision),
        { } next => CliTexts.Format("Plan.Folder", next.Folder, next.Revision) + " " + CliTexts.Format("Plan.Changed", next.Revision - 1, string.Join(", ", plan.Changed)),
    };

    void Say(string line) => screen.Output.WriteLine(line);
}
