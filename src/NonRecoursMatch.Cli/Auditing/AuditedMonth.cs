using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Purges;

namespace NonRecoursMatch.Cli.Auditing;

/// <summary>What the sheet is made from: the result alone, verified first.</summary>
/// <param name="Audit">What <c>audit verify</c> says of it.</param>
/// <param name="Agreement">The agreement that it was made under, from its copy in the result.</param>
/// <param name="Report"><c>rapport.json</c>.</param>
/// <param name="Manifests">Manifests of the packages that are still there.</param>
/// <param name="Purge">Proof of deletion, if packages were deleted.</param>
/// <param name="Previous">Report of the result before in the chain, when it is beside and as signed.</param>
sealed record AuditedMonth(
    FolderAuditResult Audit, Agreement Agreement, JsonNode Report, IReadOnlyList<PackageManifest> Manifests, PurgeRecord? Purge, (string Folder, JsonNode Report)? Previous)
{
    /// <summary>Reads a result of <c>run</c> or <c>match</c>.</summary>
    /// <exception cref="CliException">It is not one, or its attestation proves nothing (1, 66).</exception>
    public static AuditedMonth Read(string folder, Workspace workspace)
    {
        var (report, agreement) = (Path.Combine(folder, PreviousResult.ReportFile), Path.Combine(folder, AgreementLoader.FileName));
        if (!File.Exists(report) || !File.Exists(agreement))
            throw new CliException(ExitCode.InputMissing, CliTexts.Format("Error.NoResult", folder, File.Exists(report) ? AgreementLoader.FileName : PreviousResult.ReportFile));
        var audit = new FolderAudit(folder, anchor: null).Run();
        if (audit.Attested is null || audit.Differences.Any(difference => difference.File is PreviousResult.ReportFile or AgreementLoader.FileName))
            throw new CliException(ExitCode.No, CliTexts.Format("Error.NothingSigned", folder));
        var packages = Path.Combine(folder, "packages");
        var manifests = Directory.Exists(packages)
            ? Directory.GetDirectories(packages).Order(StringComparer.Ordinal).Where(package => File.Exists(Path.Combine(package, ManifestFile.Name))).Select(ManifestFile.Read).ToList()
            : [];
        return new AuditedMonth(audit, AgreementLoader.Load(agreement, workspace.Library), Parse(report), manifests, PurgeRecord.Read(folder), Before(folder, audit.Attested));
    }

    /// <summary>Its statement.</summary>
    public BuildDefinition Definition => Audit.Attested!.Statement.Predicate.BuildDefinition;

    /// <summary>A count, masked when it is small: the sheet leaves the operator.</summary>
    public string Shown(long count)
        => count > 0 && count < Agreement.Thresholds.SmallCell ? string.Create(CultureInfo.InvariantCulture, $"< {Agreement.Thresholds.SmallCell}") : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Causes with their counts.</summary>
    public string Drops(JsonNode? drops)
        => string.Join(", ", drops!.AsObject().Where(drop => drop.Value!.GetValue<long>() > 0).Select(drop => $"{drop.Key} {Shown(drop.Value!.GetValue<long>())}"));

    static (string Folder, JsonNode Report)? Before(string folder, Attested<Provenance> attested)
    {
        if (attested.Statement.Predicate.BuildDefinition.InternalParameters.Chaine?.Precedent is not { } previous || Path.GetFileName(previous.Dossier) != previous.Dossier)
            return null;
        var beside = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))!, previous.Dossier);
        if (!Directory.Exists(beside) || new FolderAudit(beside, anchor: null).Run() is not { Differences.Count: 0 } audit || audit.Attested!.Sha256 != previous.Sha256)
            return null;
        return (previous.Dossier, Parse(Path.Combine(beside, PreviousResult.ReportFile)));
    }

    static JsonNode Parse(string path) => JsonNode.Parse(File.ReadAllBytes(path))!;
}
