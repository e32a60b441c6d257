using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Intake;

/// <summary>
/// Accepts packages: before any row is read, each must be of this agreement, this month and this purpose, made with the same campaign key,
/// within its retention, and byte for byte what its manifest says.
/// </summary>
public static class PackageIntake
{
    /// <summary>The purpose stamped on every package.</summary>
    public const string Purpose = "information_droits";

    /// <summary>Opens the packages found in <paramref name="folders"/>: each is a package, or holds packages.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="agreementSha256">Digest of its text: both sides enforce the same one.</param>
    /// <param name="month">Reference month.</param>
    /// <param name="today">Day that counts as today.</param>
    /// <param name="folders">Where to look.</param>
    /// <param name="absences">Sources declared absent: of them only the oppositions are read, where they came apart; null when there is none.</param>
    /// <param name="verify">Whether to read every file and compare it with its manifest: not where only manifests will be read.</param>
    /// <returns>In the order of the agreement.</returns>
    /// <exception cref="OperatorException">A package is missing, altered, of another campaign, or made with another key.</exception>
    public static IReadOnlyList<ReceivedPackage> Open(
        Agreement agreement, string agreementSha256, YearMonth month, DateOnly today, IReadOnlyList<string> folders, Absences? absences = null, bool verify = true)
    {
        var packages = folders.SelectMany(PackageFolders).Select(folder => Receive(agreement, folder))
            .Where(package => package.OppositionsOnly || absences?.Contains(package.Source.Id) != true).OrderBy(package => package.Index).ToList();
        foreach (var package in packages)
            CheckCampaign(package, agreement, agreementSha256, month, today);
        if (packages.Find(package => package.OppositionsOnly && absences?.Contains(package.Source.Id) != true) is { } alone)
            throw new OperatorException(Refusal.InputMissing, $"{alone.Source.Id}: its package holds oppositions only; ask for the other one, or declare it absent with --without {alone.Source.Id}");
        CheckOneEach(agreement, packages, absences ?? Absences.None);
        CheckKey(packages);
        foreach (var package in verify ? packages : [])
        {
            Refuse(() => PackageVerification.Require(package.Folder, package.Manifest), Refusal.Altered);
            CheckSignature(package, agreement);
        }

        return packages;
    }

    /// <summary>The packages of a folder: itself, or those that it holds; none when there is no such folder.</summary>
    public static IReadOnlyList<string> PackagesIn(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        if (IsPackage(folder))
            return [folder];
        // A holder may hand over the whole folder that `pseudonymize` made: its packages are one level down.
        var sent = Path.Combine(folder, "packages");
        return [.. Directory.GetDirectories(folder).Concat(Directory.Exists(sent) ? Directory.GetDirectories(sent) : []).Where(IsPackage).Order(StringComparer.Ordinal)];
    }

    static IReadOnlyList<string> PackageFolders(string folder)
    {
        if (!Directory.Exists(folder))
            throw new OperatorException(Refusal.InputMissing, $"{folder}: no such folder; --in takes the folders that the holders sent");
        return PackagesIn(folder) is { Count: > 0 } inside
            ? inside
            : throw new OperatorException(Refusal.InputMissing, $"{folder}: neither a package nor a folder of packages (no {ManifestFile.Name})");
    }

    static bool IsPackage(string folder) => File.Exists(Path.Combine(folder, ManifestFile.Name));

    static ReceivedPackage Receive(Agreement agreement, string folder)
    {
        PackageManifest? manifest = null;
        Refuse(() => manifest = ManifestFile.Read(folder), Refusal.Altered);
        var index = agreement.Sources.ToList().FindIndex(source => source.Id == manifest!.Source);
        return index >= 0
            ? new ReceivedPackage(index, agreement.Sources[index], folder, manifest!)
            : throw new OperatorException(Refusal.OtherCampaign, $"{folder}: source {manifest!.Source} is not in the agreement {agreement.Id}");
    }

    static void CheckCampaign(ReceivedPackage package, Agreement agreement, string agreementSha256, YearMonth month, DateOnly today)
    {
        var manifest = package.Manifest;
        Expect(package, "agreement", agreement.Id, manifest.Convention);
        Expect(package, "month", month.ToString(), manifest.Mois);
        Expect(package, "purpose", Purpose, manifest.Finalite);
        Expect(package, "territory", agreement.Territory.Code ?? "", manifest.Territoire);
        Expect(package, "format", package.Source.Format.Id, manifest.Format);
        if (manifest.ConventionSha256 != agreementSha256)
            throw new OperatorException(Refusal.OtherCampaign, $"{package.Source.Id}: made under another text of the agreement {agreement.Id}; every role must hold the same convention.yaml");
        Refuse(() => Trust.Manifests.Retention.Require(manifest, today), Refusal.OtherCampaign);
    }

    static void Expect(ReceivedPackage package, string what, string expected, string found)
    {
        if (found != expected)
            throw new OperatorException(Refusal.OtherCampaign, $"{package.Source.Id}: {what} {found} where {expected} is expected; ask the holder for the package of this campaign");
    }

    static void CheckOneEach(Agreement agreement, List<ReceivedPackage> packages, Absences absences)
    {
        if (packages.GroupBy(package => package.Index).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new OperatorException(Refusal.OtherCampaign, $"{twice.First().Source.Id}: two packages of one source; give one");
        var missing = agreement.Sources
            .Where((source, index) => !absences.Contains(source.Id) && packages.TrueForAll(package => package.Index != index)).Select(source => source.Id).ToList();
        if (missing.Count > 0)
            throw new OperatorException(Refusal.InputMissing, $"no package of {string.Join(", ", missing)}; `status` tells what to chase");
    }

    static void CheckKey(List<ReceivedPackage> packages)
    {
        var first = packages[0];
        foreach (var package in packages)
        {
            if (package.Manifest.Kcv != first.Manifest.Kcv)
                throw new OperatorException(Refusal.WrongKey, $"{package.Source.Id}: key check value {package.Manifest.Kcv} where {first.Source.Id} has {first.Manifest.Kcv}: not the same campaign key, nothing would match");
            if (package.Manifest.Profil != first.Manifest.Profil || package.Manifest.Normalisation != first.Manifest.Normalisation)
                throw new OperatorException(Refusal.OtherCampaign, $"{package.Source.Id}: pseudonymisation profile or normalisation differs from {first.Source.Id}: tokens can never be joined");
        }
    }

    /// <summary>
    /// A package that is signed must be what was signed. Where the agreement states the certificates of its body, it is signed by one of them, unless a single
    /// processor made it a moment ago; otherwise whether to trust the signer is for <c>audit verify --trust</c>.
    /// </summary>
    static void CheckSignature(ReceivedPackage package, Agreement agreement)
    {
        var stated = agreement.Safeguards.Certificates.GetValueOrDefault(package.Source.Body);
        if (!File.Exists(Path.Combine(package.Folder, AttestationFile.Name)))
        {
            if (stated is not null && agreement.SingleProcessor is null)
                throw new OperatorException(Refusal.UnknownSender, $"{package.Source.Id}: not signed, and the agreement states who signs for {package.Source.Body}; ask for a package made with pseudonymize --identity");
            return;
        }

        var audit = new FolderAudit(package.Folder, anchor: null).Run();
        if (audit.Differences is [var first, ..])
            throw new OperatorException(Refusal.Altered, $"{package.Source.Id}: {first.File} is not what the holder signed ({first.Fault})");
        if (stated?.Signing.Contains(audit.Attested!.Signer.KeyId, StringComparer.Ordinal) == false)
            throw new OperatorException(Refusal.UnknownSender, $"{package.Source.Id}: signed by {audit.Attested!.Signer.Subject}, certificate {audit.Attested.Signer.KeyId}; the agreement states another one for {package.Source.Body}");
    }

    static void Refuse(Action action, Refusal refusal)
    {
        try
        {
            action();
        }
        catch (ManifestException e)
        {
            throw new OperatorException(refusal, e.Message);
        }
    }
}
