using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Lists;

/// <summary>The purpose stamp of a list (requirement R-10): ground, recipient, level, expiry and digest of each form.</summary>
static class ListManifest
{
    public static void Write(
        string folder, Agreement agreement, YearMonth month, MonthCircumstances circumstances, string body, DisclosureLevel level, bool test, DateOnly expiry, IEnumerable<FileEntry> files)
    {
        var manifest = new
        {
            version = 1,
            convention = agreement.Id,
            territoire = agreement.Territory.Code,
            mois = month.ToString(),
            revision = circumstances.Revision,
            finalite = "information_droits",
            fondement = agreement.Fondement.Texte,
            destinataire = body,
            divulgation = level switch
            {
                DisclosureLevel.Complet => "complet",
                DisclosureLevel.DroitEtQuestion => "droit_et_question",
                _ => "invitation",
            },
            langue = agreement.Language,
            sources_absentes = circumstances.Absences.Sources.Select(absent => new { id = absent.Id, motif = absent.Reason }).ToArray(),
            prestations_non_calculees = circumstances.Absences.Skipped.Select(benefit => benefit.Name).ToArray(),
            test,
            expire_le = expiry.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            fichiers = files.Select(file => new { nom = file.Name, sha256 = file.Sha256, octets = file.Bytes, lignes = file.Rows }).ToArray(),
        };
        StableJson.Write(Path.Combine(folder, ManifestFile.Name), manifest);
    }
}
