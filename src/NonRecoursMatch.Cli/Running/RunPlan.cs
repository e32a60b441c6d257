using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Cli.Running;

/// <summary>A file that would be read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Rows that the sidecar announces; null for a file that it does not count.</param>
sealed record PlannedFile(string Path, long Bytes, long? Rows);

/// <summary>What would be done with a source.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Absent">Why it is declared absent; null when it is read.</param>
/// <param name="Files">What would be read.</param>
/// <param name="Attributes">What would leave it, by table.</param>
sealed record PlannedSource(SourceStatus Status, string? Absent, IReadOnlyList<PlannedFile> Files, IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes);

/// <summary>A list that a body would receive.</summary>
sealed record PlannedList(string Body, DisclosureLevel Level, bool Written);

/// <summary>What a run would read, compute and send to whom, and the answer that it would give before it starts. Nothing is written.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Month">Reference month.</param>
/// <param name="Absences">Sources declared absent, benefits not computed.</param>
/// <param name="Sources">Every source.</param>
/// <param name="Lists">Every body.</param>
/// <param name="Prepared">Folder, revision and inputs; null when the run could not start.</param>
/// <param name="Changed">Sources that differ from the previous revision.</param>
/// <param name="Code">Exit code.</param>
/// <param name="Problem">Why it could not start.</param>
sealed record RunPlan(
    Agreement Agreement, YearMonth Month, Absences Absences, IReadOnlyList<PlannedSource> Sources, IReadOnlyList<PlannedList> Lists,
    MonthPreparation? Prepared, IReadOnlyList<string> Changed, int Code, string? Problem)
{
    /// <summary>Looks at everything that a run looks at before it starts.</summary>
    public static RunPlan Make(Workspace workspace, Agreement agreement, YearMonth month, MonthRequest request, CancellationToken stop)
    {
        var absences = request.Absences;
        var status = SourceStatus.Of(agreement, month, workspace.Today(agreement, month));
        var plan = new RunPlan(
            agreement, month, absences, [.. status.Select(source => Planned(agreement, source, absences, new OwnRegisters(agreement, request.Registers)))],
            [.. agreement.Sources.GroupBy(source => source.Body).OrderBy(body => body.Key, StringComparer.Ordinal)
                .Select(body => new PlannedList(body.Key, body.Min(source => source.Disclosure), !absences.ContainsBody(agreement, body.Key)))],
            null, [], ExitCode.Done, null);
        try
        {
            var prepared = MonthPreparation.Make(workspace, agreement, month, request, stop);
            plan = plan with { Prepared = prepared, Changed = prepared.PreviousInputs is { } earlier ? prepared.Inputs.ChangedSince(earlier) : [] };
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            var (code, problem) = Failure.Of(e);
            return plan with { Code = code, Problem = problem };
        }

        // A refused extract stops the run when its turn comes, with this same code.
        var refused = status.Where(source => source.Arrival == Arrival.Refused && !absences.Contains(source.Source.Id)).Select(source => source.Source.Id).ToList();
        return refused.Count == 0 ? plan : plan with { Code = ExitCode.No, Problem = Texts.CliTexts.Format("Plan.RefusedSources", string.Join(", ", refused)) };
    }

    static PlannedSource Planned(Agreement agreement, SourceStatus status, Absences absences, OwnRegisters registers)
    {
        var source = status.Source;
        if (absences.Sources.FirstOrDefault(absent => absent.Id == source.Id) is { } absent)
            return new PlannedSource(status, absent.Reason, [], new Dictionary<string, IReadOnlyList<string>>());
        var files = RunInputs.PathsOf(agreement, source, registers)
            .Select(path => new PlannedFile(path, new FileInfo(path).Length, status.Sidecar?.Tables.GetValueOrDefault(Path.GetFileNameWithoutExtension(path))?.Rows));
        return new PlannedSource(status, null, [.. files], agreement.TablesOf(source.Format).ToDictionary(table => table.Name, table => agreement.ColumnsOf(source.Format, table), StringComparer.Ordinal));
    }
}
