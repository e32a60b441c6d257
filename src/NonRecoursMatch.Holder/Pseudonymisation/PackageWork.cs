using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Sidecars;
using NonRecoursMatch.Holder.HandleTables;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Traces;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>The two halves of a pseudonymisation: everything is read and checked before anything is written.</summary>
sealed class PackageWork(HolderRun run, IReadOnlyList<TablePlan> plans, PackageFiles package, HandleTableWriter handleTable, TraceWriter trace)
{
    readonly List<AttachedStage> _attached = [];
    readonly List<TableReport> _tables = [];
    readonly OppositionSet _shipped = new();
    PersonStage? _persons;

    /// <summary>Number of oppositions applied.</summary>
    public long Oppositions => _shipped.Lines;

    /// <summary>Balance of every table.</summary>
    public IReadOnlyDictionary<string, Balance> Balances => Counts.ToDictionary(count => count.Table, count => count.Close(), StringComparer.Ordinal);

    /// <summary>What the NIR of the extract are worth; null when it has none.</summary>
    public IReadOnlyDictionary<string, long>? Nir => _persons!.Numbers?.Counts;

    IEnumerable<TableCount> Counts => _attached.Select(stage => stage.Count).Prepend(_persons!.Count);

    /// <summary>Reads the whole extract.</summary>
    /// <exception cref="ExtractRefusedException">A file anomaly.</exception>
    public ExtractSidecar Read()
    {
        var sidecar = SidecarAnomalies.Read(run.Source.Folder, run.Anomalies);
        if (sidecar is null)
            throw Refusal();
        SidecarAnomalies.CheckCampaign(sidecar, run.Agreement, run.Source, run.Month, run.Anomalies);
        LookForOtherFiles();
        foreach (var plan in plans)
            TableFileChecks.Report(plan.Table, TableFiles.Find(run.Source.Folder, plan.Table, run.Source.Mapping?.Of(plan.Table)), run.Anomalies);

        // An extract of another campaign is refused before its rows are read.
        RefuseIfBlocked();
        foreach (var plan in plans)
            ReadTable(plan, sidecar);
        RefuseIfBlocked();
        return sidecar;
    }

    /// <summary>Writes the package under temporary names.</summary>
    /// <exception cref="ExtractRefusedException">Too many rows are left out.</exception>
    public ValidationReport Write()
    {
        _persons!.Deduplicate(_shipped);
        RefuseAboveThreshold();
        var persons = new PersonWriter(run, _persons, package, trace);
        persons.Write();
        foreach (var stage in _attached)
            stage.Write(persons, package);
        RefuseAboveThreshold();
        OppositionWriter.Write(_shipped, package);
        return Report();
    }

    void ReadTable(TablePlan plan, ExtractSidecar sidecar)
    {
        var file = run.FileOf(plan.Table);
        var path = file.Path;
        var stamp = FileStamp.Of(path);
        using var scan = new TableScan(plan, file, run.Communes, run.Anomalies);
        if (plan.Table.Role == TableRole.Personnes)
            ReadPersons(plan, scan);
        else
            ReadAttached(plan, scan);
        if (scan.IsReadable)
            SidecarAnomalies.CheckTable(sidecar, plan.Table.Name, scan, run.Anomalies);
        var (sha256, bytes) = FileDigest.Of(path);
        stamp.ReportChange(path, plan.Table.Name, run.Anomalies);
        _tables.Add(new TableReport(plan.Table.Name, Path.GetFileName(path), sha256, bytes, scan.LastLine, scan.Rows, scan.RejectedRows, scan.Labels));
    }

    void ReadPersons(TablePlan plan, TableScan scan)
    {
        var opposed = OppositionReader.Read(run.Source.Folder, run.Source, run.Library, run.Anomalies, run.Handles, run.Tokeniser, run.Anchors);
        RegisteredOppositions.AddTo(run.Registered, opposed, run.Handles, run.Tokeniser, run.Anchors);
        OpposedReferences.Resolve(run, plan, opposed);
        _shipped.Lines = opposed.Lines;
        _shipped.AddAll(opposed);
        _persons = new PersonStage(run, plan, scan);
        _persons.Read(opposed, _shipped, handleTable);
    }

    void ReadAttached(TablePlan plan, TableScan scan)
    {
        var stage = new AttachedStage(run, plan, scan);
        stage.Read();
        _attached.Add(stage);
    }

    void LookForOtherFiles()
    {
        foreach (var path in TableFiles.In(run.Source.Folder, run.Source.Format, run.Source.Mapping))
        {
            var name = Path.GetFileName(path);
            if (!name.Equals(OppositionTable.FileName, StringComparison.OrdinalIgnoreCase) && !plans.Any(plan => TableFiles.IsOf(plan.Table, path, run.Source.Mapping?.Of(plan.Table))))
                run.Anomalies.AddFile(AnomalyCodes.FichierNonPrevu, name);
        }
    }

    void RefuseAboveThreshold()
    {
        foreach (var count in Counts)
        {
            if (count.RowsIn > 0 && count.Rejected > run.Agreement.Thresholds.RejectedRows * count.RowsIn)
                run.Anomalies.AddFile(AnomalyCodes.TropDeRejets, count.Table, null, $"{count.Rejected}/{count.RowsIn}", run.Agreement.Thresholds.RejectedRows.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        RefuseIfBlocked();
    }

    void RefuseIfBlocked()
    {
        if (run.Anomalies.Blocked)
            throw Refusal();
    }

    ExtractRefusedException Refusal() => new(Report());

    ValidationReport Report() => new(
        run.Agreement.Id,
        run.Agreement.Sha256,
        run.Source.Id,
        run.Source.Format.Id,
        run.Month.ToString(),
        run.Agreement.Perimeter.CogYear,
        _tables,
        run.Anomalies.Groups);
}
