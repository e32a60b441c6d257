using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Sidecars;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Holder.Validation;

/// <summary>Checks the files of an extract before they are sent: everything that is wrong, and no identity.</summary>
/// <param name="agreement">Decides which tables and columns there may be.</param>
/// <param name="library">Reference data.</param>
/// <param name="keptPerCode">Anomalies shown per code and column; all are counted.</param>
public sealed class ExtractValidator(Agreement agreement, ConventionLibrary library, int keptPerCode = AnomalyCollector.DefaultKept)
{
    /// <summary>Checks files; a file is recognised by its name (<see cref="TableFiles"/>), or else by its columns. The sidecar is looked for beside the first one.</summary>
    /// <param name="source">The source that they belong to.</param>
    /// <param name="files">Paths.</param>
    /// <param name="month">The month that they must be of, or null.</param>
    /// <param name="progress">Told the rows read so far of each table.</param>
    /// <param name="stop">Interrupts.</param>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    public ValidationReport Validate(Source source, IReadOnlyList<string> files, YearMonth? month, IProgress<HolderProgress>? progress, CancellationToken stop)
    {
        var anomalies = new AnomalyCollector(keptPerCode);
        var sidecar = SidecarAnomalies.Read(Path.GetDirectoryName(Path.GetFullPath(files[0]))!, anomalies);
        if (sidecar is not null)
            SidecarAnomalies.CheckCampaign(sidecar, agreement, source, month, anomalies);
        var plans = TablePlan.Of(agreement, source, month ?? sidecar?.Month);
        var found = files.Select((file, at) => (At: at, File: file, Plan: PlanOf(plans, source, file))).ToList();
        var several = found.Where(one => one.Plan is not null).GroupBy(one => one.Plan!.Table).Where(table => table.Count() > 1).ToDictionary(table => table.Key, table => table.Select(one => one.File).ToList());
        var keys = new ForeignKeys([.. found.Select(one => one.Plan).OfType<TablePlan>().Where(plan => !several.ContainsKey(plan.Table))]);
        var tables = new TableReport?[files.Count];
        foreach (var (table, paths) in several)
            TableFileChecks.Report(table, paths, anomalies);

        // Persons first: the rows of the other tables are about them.
        foreach (var (at, file, plan) in found.OrderBy(one => one.Plan?.Table.Role == TableRole.Personnes ? 0 : 1))
        {
            if (plan is not null && several.ContainsKey(plan.Table))
                continue;
            if (Directory.Exists(file))
                anomalies.AddFile(AnomalyCodes.FichierDossier, Path.GetFileName(file));
            else if (plan is not null)
                tables[at] = Table(source, plan, file, sidecar, keys, anomalies, progress, stop);
            else if (IsOppositions(file))
                tables[at] = ReportOf(file, OppositionTable.Name, OppositionReader.Check(file, source, library, anomalies));
            else
                anomalies.AddFile(AnomalyCodes.FichierNonPrevu, Path.GetFileName(file));
        }

        return new ValidationReport(
            agreement.Id, agreement.Sha256, source.Id, source.Format.Id, (month ?? sidecar?.Month)?.ToString(), agreement.Perimeter.CogYear,
            [.. tables.OfType<TableReport>()], anomalies.Groups);
    }

    static bool IsOppositions(string file) => Path.GetFileNameWithoutExtension(file) == OppositionTable.Name;

    static TablePlan? PlanOf(IReadOnlyList<TablePlan> plans, Source source, string file)
    {
        if (IsOppositions(file))
            return null;
        return plans.FirstOrDefault(plan => TableFiles.IsOf(plan.Table, file, source.Mapping?.Of(plan.Table))) ?? (Directory.Exists(file) ? null : ByHeader(plans, source, file));
    }

    /// <summary>The table that a file of another name most resembles: more than half of its columns, so that a stranger, or a file that cannot be opened, stays one.</summary>
    static TablePlan? ByHeader(IReadOnlyList<TablePlan> plans, Source source, string file)
    {
        try
        {
            using var reader = DeliveredTable.Of(source, source.Format.Personnes, file).Open([]);
            var header = reader.Header.ToHashSet(StringComparer.Ordinal);
            int Shared(TablePlan plan) => header.Count(name => DeliveredTable.Of(source, plan.Table, file).FieldOf(name) is not null);
            return plans.MaxBy(Shared) is { } nearest && Shared(nearest) * 2 > header.Count ? nearest : null;
        }
        catch (TableFaultException)
        {
            return null;
        }
    }

    TableReport Table(
        Source source, TablePlan plan, string file, ExtractSidecar? sidecar, ForeignKeys keys, AnomalyCollector anomalies, IProgress<HolderProgress>? progress, CancellationToken stop)
    {
        var stamp = FileStamp.Of(file);
        var delivered = DeliveredTable.Of(source, plan.Table, file);
        using var scan = new TableScan(plan, delivered, library.Communes, anomalies);
        var more = plan.Table.Role == TableRole.Personnes
            ? ReadPersons(plan, scan, delivered.TextBytes, keys, anomalies, progress, stop)
            : ReadRows(plan, scan, keys.Check(plan, scan, anomalies), progress, stop);
        if (sidecar is not null && scan.IsReadable)
            SidecarAnomalies.CheckTable(sidecar, plan.Table.Name, scan, anomalies);
        var report = ReportOf(file, plan.Table.Name, new ScanCounts(scan.LastLine, scan.Rows, scan.RejectedRows + more, scan.Labels));
        stamp.ReportChange(file, plan.Table.Name, anomalies);
        return report;
    }

    /// <returns>Rows rejected beyond those of the scan.</returns>
    static long ReadRows(TablePlan plan, TableScan scan, ForeignKeyCheck? references, IProgress<HolderProgress>? progress, CancellationToken stop)
    {
        while (scan.Read())
        {
            HolderProgress.Tick(progress, plan.Table.Name, scan.Rows, stop);
            if (scan.Fault is null)
                references?.Check();
        }

        return references?.Orphans ?? 0;
    }

    /// <returns>Rows rejected beyond those of the scan.</returns>
    long ReadPersons(TablePlan plan, TableScan scan, long bytes, ForeignKeys keys, AnomalyCollector anomalies, IProgress<HolderProgress>? progress, CancellationToken stop)
    {
        var kept = keys.Keep(plan, scan);
        using var duplicates = new DuplicateFinder(Directory.CreateTempSubdirectory("nonrecours-").FullName, bytes);
        var columns = new PersonColumns(scan, plan.Table);
        var numbers = new NirCheck(scan, plan.Table.Name, library.Communes, anomalies);
        var identity = new CanonicalIdentity();
        while (scan.Read())
        {
            HolderProgress.Tick(progress, plan.Table.Name, scan.Rows, stop);
            if (!scan.HasFields)
                continue;

            // A row with an error still says who it is about: one anomaly there must not make others elsewhere.
            foreach (var keep in kept)
                keep();
            var isOwn = numbers.IsOwn();
            columns.Read(identity);
            if (scan.Fault is null)
                duplicates.Add(scan.Line, identity, columns.Birth(), isOwn, columns.Reference());
        }

        var repeated = duplicates.Find();
        repeated.Report(plan.Table.Name, anomalies);
        return repeated.Rejected;
    }

    static TableReport ReportOf(string file, string table, ScanCounts counts)
    {
        var (sha256, bytes) = FileDigest.Of(file);
        return new TableReport(table, Path.GetFileName(file), sha256, bytes, counts.Lines, counts.Rows, counts.Rejected, counts.Labels);
    }
}
