using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>
/// What a body that sends no extract this month still owes the persons who objected there: a package of opposed tokens, made from its register alone. It
/// holds nobody's row; the same register and secrets give the same bytes.
/// </summary>
/// <param name="library">Reference data.</param>
public sealed class OppositionPackage(ConventionLibrary library)
{
    /// <summary>Writes the package.</summary>
    /// <param name="agreement">What may be done.</param>
    /// <param name="source">The source that is absent.</param>
    /// <param name="month">Reference month.</param>
    /// <param name="campaignKey">Of this agreement and month.</param>
    /// <param name="holderSecret">The body's own secret.</param>
    /// <param name="registered">Oppositions in force.</param>
    /// <param name="outFolder">Folder of the package.</param>
    /// <param name="stop">Interrupts; nothing stays under a final name.</param>
    public PackageManifest Write(
        Agreement agreement, Source source, YearMonth month, CampaignKey campaignKey, HolderSecret holderSecret, IReadOnlyList<RegisteredOpposition> registered, string outFolder, CancellationToken stop)
    {
        Pseudonymizer.RequireCampaign(campaignKey, agreement, month);
        using var spools = new SpoolFolder(Path.Combine(outFolder, ".travail"), 0);
        using var tokeniser = new PersonTokeniser(campaignKey);
        using var handles = holderSecret.Handles(source.Id, month);
        using var anchors = Pseudonymizer.NeedsAnchors(agreement) ? new ExtractAnchors(campaignKey, library, spools.Create("ancres"), spools.Create("ancres-oppositions")) : null;
        using var package = new PackageFiles(outFolder);
        var opposed = new OppositionSet();
        RegisteredOppositions.AddTo(registered, opposed, handles, tokeniser, anchors);
        OppositionWriter.Write(opposed, package);
        anchors?.WriteOpposed(package, stop);
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
            DateDonnees = month.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ExpireLe = month.AddMonths(agreement.Retention.PackagesMonths).LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Fichiers = package.Complete(),
            Bilan = new Dictionary<string, Balance>(),
            Oppositions = opposed.Lines,
            OppositionsSeules = true,
        };
        ManifestFile.Write(outFolder, manifest);
        return manifest;
    }
}
