using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.HandleTables;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Holder.Traces;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>What a pseudonymisation made.</summary>
/// <param name="Manifest">Manifest of the package.</param>
/// <param name="Report">What the checks found: the rows left out, and why.</param>
/// <param name="HandleTable">Path of the encrypted handle table, which stays with the holder.</param>
public sealed record PseudonymisationResult(PackageManifest Manifest, ValidationReport Report, string HandleTable);

/// <summary>
/// The holder's step: from the extract of one source to the package that it ships (tokens, handles, and the attributes that the agreement
/// lists) and the encrypted handle table that stays. Same inputs and secrets give byte-identical packages.
/// </summary>
/// <param name="library">Reference data.</param>
/// <param name="oppositions">Oppositions of the body's register that are in force, to apply with those of the month's own file; null for none.</param>
public sealed class Pseudonymizer(ConventionLibrary library, IReadOnlyList<RegisteredOpposition>? oppositions = null)
{
    /// <summary>A person's row is hardly ever shorter: plans the partitions of anchors.</summary>
    const long LeastRowBytes = 100;

    /// <summary>The domain of the campaign key of an agreement and month.</summary>
    public static CampaignDomain DomainOf(Agreement agreement, YearMonth month) => new(agreement.Id, month, agreement.Territory.Code ?? "");

    /// <summary>Runs the step.</summary>
    /// <param name="agreement">What may be done.</param>
    /// <param name="source">The source; its files are in its folder.</param>
    /// <param name="month">Reference month.</param>
    /// <param name="campaignKey">Derived for <see cref="DomainOf"/> this agreement and month.</param>
    /// <param name="holderSecret">The body's own secret.</param>
    /// <param name="outFolder">Folder of the package.</param>
    /// <param name="holderFolder">The holder's private folder: handle table, temporary files.</param>
    /// <param name="progress">Told the rows read so far of each table.</param>
    /// <param name="stop">Interrupts; nothing stays under a final name.</param>
    /// <exception cref="FileNotFoundException">A file of the extract is missing.</exception>
    /// <exception cref="ExtractRefusedException">The extract cannot be used, or too many rows are wrong.</exception>
    /// <exception cref="KeyRefusedException">The key belongs to another campaign.</exception>
    public PseudonymisationResult Run(
        Agreement agreement,
        Source source,
        YearMonth month,
        CampaignKey campaignKey,
        HolderSecret holderSecret,
        string outFolder,
        string holderFolder,
        IProgress<HolderProgress>? progress,
        CancellationToken stop)
    {
        RequireCampaign(campaignKey, agreement, month);
        var plans = TablePlan.Of(agreement, source, month);
        RequireFiles(source, plans);
        var largest = plans.SelectMany(plan => TableFiles.Find(source.Folder, plan.Table, source.Mapping?.Of(plan.Table)).Where(File.Exists).Select(path => DeliveredTable.Of(source, plan.Table, path).TextBytes)).DefaultIfEmpty().Max();
        using var spools = new SpoolFolder(Path.Combine(holderFolder, ".travail-" + source.Id), largest);
        using var tokeniser = new PersonTokeniser(campaignKey);
        using var handles = holderSecret.Handles(source.Id, month);
        using var anchors = NeedsAnchors(agreement) ? new ExtractAnchors(campaignKey, library, spools.Create("ancres", AnchorSheet.SpilledBytes(largest / LeastRowBytes)), spools.Create("ancres-oppositions")) : null;
        var run = new HolderRun(agreement, source, month, library, new AnomalyCollector(), handles, tokeniser, spools, anchors, oppositions ?? [], progress, stop);
        var tablePath = Path.Combine(holderFolder, HandleTableLayout.FileName);
        using var handleTable = new HandleTableWriter(tablePath, holderSecret.TableKey(source.Id, month));
        using var trace = new TraceWriter(Path.Combine(holderFolder, TraceFile.SentName), holderSecret, Sent(agreement, source, month, plans));
        using var package = new PackageFiles(outFolder);
        var work = new PackageWork(run, plans, package, handleTable, trace);
        var sidecar = work.Read();
        var report = work.Write();
        var manifest = new PackageManifest
        {
            Convention = agreement.Id,
            ConventionSha256 = agreement.Sha256,
            Territoire = campaignKey.Domain.Territory,
            Mois = month.ToString(),
            Finalite = campaignKey.Domain.Purpose,
            Source = source.Id,
            Format = source.Format.Id,
            Profil = PseudonymProfile.Number,
            Normalisation = campaignKey.Domain.Normalisation,
            Kcv = campaignKey.CheckValue,
            Test = agreement.Test || campaignKey.Test || holderSecret.Test,
            DateDonnees = Day(sidecar.DataDate),
            ExhaustifPour = sidecar.ExhaustiveFor,
            ExpireLe = Day(month.AddMonths(agreement.Retention.PackagesMonths).LastDay),
            Fichiers = package.Complete(),
            Bilan = work.Balances,
            Concentration = anchors?.Concentration,
            Ancres = anchors?.Counts.Made,
            AncresPlafonnees = anchors?.Counts.AboveCap,
            Oppositions = work.Oppositions,
            Nir = work.Nir,
        };
        handleTable.Complete();
        trace.Complete();
        ManifestFile.Write(outFolder, manifest);
        return new PseudonymisationResult(manifest, report, tablePath);
    }

    /// <summary>Where every source holds NIR, the numbers decide: no anchor leaves for nothing.</summary>
    internal static bool NeedsAnchors(Agreement agreement) => agreement.Sources.Any(source => !source.Format.HoldsNir);

    /// <summary>Refuses the key of another campaign.</summary>
    internal static void RequireCampaign(CampaignKey campaignKey, Agreement agreement, YearMonth month)
    {
        if (campaignKey.Domain != DomainOf(agreement, month))
            throw new KeyRefusedException(KeyRefusal.WrongKey, "the campaign key was derived for another agreement, month or territory");
    }

    static void RequireFiles(Source source, IReadOnlyList<TablePlan> plans)
    {
        var missing = plans.Where(plan => TableFiles.Find(source.Folder, plan.Table, source.Mapping?.Of(plan.Table)).Count == 0).Select(plan => TableFiles.NameOf(plan.Table, source.Mapping?.Of(plan.Table))).ToList();
        if (!File.Exists(Path.Combine(source.Folder, SourceFiles.SidecarName)))
            missing.Add(SourceFiles.SidecarName);
        if (missing.Count > 0)
            throw new FileNotFoundException($"source {source.Id}: {Path.Combine(source.Folder, missing[0])} is missing", Path.Combine(source.Folder, missing[0]));
    }

    /// <summary>What leaves of every person, by table: that it is traced is the person's right, whatever the values.</summary>
    static TraceHeader Sent(Agreement agreement, Source source, YearMonth month, IReadOnlyList<TablePlan> plans)
    {
        var columns = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var plan in plans)
        {
            var shipped = plan.Shipped.Select(field => field.Name);
            columns[plan.Table.Name] = plan.Table.Role == TableRole.Personnes
                ? [PackageTables.JetonNir, PackageTables.Jeton, .. NeedsAnchors(agreement) ? new[] { PackageTables.Ancre, PackageTables.Traits } : [], PackageTables.NaissanceMois, .. shipped]
                : [.. shipped];
        }

        return new TraceHeader(1, TraceHeader.Sent, agreement.Id, source.Id, month.ToString(), Day(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date)), 0, "", columns);
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
