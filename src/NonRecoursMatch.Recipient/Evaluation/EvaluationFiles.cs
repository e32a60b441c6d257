using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Recipient.Evaluation;

/// <summary>Writes a feed and its manifest: whom it is for, until when, under which key, and the digest of its file.</summary>
public static class EvaluationFiles
{
    /// <summary>The rows.</summary>
    public const string Rows = "evaluation.csv";

    const string Ground = "arrêté du 12 mai 2025 (évaluation de l'expérimentation Territoires zéro non-recours)";

    /// <summary>Writes both.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="feed">The rows.</param>
    /// <param name="profile">Whom it is for.</param>
    /// <param name="agreement">The agreement.</param>
    /// <param name="key">The key of the feed.</param>
    /// <param name="expiry">Last day of the evaluators.</param>
    /// <param name="test">Whether it is made with a test key.</param>
    public static void Write(string folder, EvaluationFeed feed, EvaluationProfile profile, Agreement agreement, CampaignKey key, DateOnly expiry, bool test)
    {
        var least = Math.Max(agreement.Thresholds.SmallCell, Generalisation.LeastPersons);
        var (columns, rows) = Table(feed, profile, agreement, least);
        var path = Path.Combine(folder, Rows);
        string[] mark = test ? ["TEST"] : [];
        string[] markTitle = test ? ["avertissement"] : [];
        using (var csv = new DeliveredCsv(path, [.. columns, .. markTitle]))
        {
            foreach (var row in rows)
                csv.Write([.. row, .. mark]);
            csv.Complete();
        }

        var entry = FileEntry.Of(path, Rows, rows.Count);
        StableJson.Write(Path.Combine(folder, ManifestFile.Name), new
        {
            version = 1,
            convention = agreement.Id,
            territoire = agreement.Territory.Code,
            finalite = EvaluationDomain.Purpose,
            fondement = Ground,
            profil = EvaluationProfiles.Word(profile),
            // The key is named where there is something made with it, and nowhere else.
            pseudonyme = profile != EvaluationProfile.Evaluateur ? null : new { statut = "provisoire", domaine = key.Domain.Month.ToString(), kcv = key.CheckValue, normalisation = key.Domain.Normalisation },
            k_anonymat = profile == EvaluationProfile.Dgcs ? (int?)least : null,
            test,
            expire_le = EvaluationProfiles.Expiry(profile, expiry).ToString(FollowUpDay.Written, CultureInfo.InvariantCulture),
            fichiers = new[] { new { nom = entry.Name, sha256 = entry.Sha256, octets = entry.Bytes, lignes = entry.Rows } },
        });
    }

    static (string[] Columns, IReadOnlyList<string[]> Rows) Table(EvaluationFeed feed, EvaluationProfile profile, Agreement agreement, int least)
    {
        var territory = agreement.Territory.Code ?? "";
        string[] columns = ["territoire", "commune", "organisme", "prestation", "mois_liste", "suivi", "mois_contact"];
        string[] Cells(EvaluationRow row) => [territory, row.Commune, row.Body, row.Benefit, row.Listed.ToString(), row.Outcome, row.Contact.ToString()];
        switch (profile)
        {
            case EvaluationProfile.Evaluateur:
                return (["pseudonyme", .. columns], [.. feed.Rows.Select(row => (string[])[row.Person.ToString(), .. Cells(row)])]);
            case EvaluationProfile.ComiteScientifique:
                // In the order of what is shown: the order of the pseudonyms would still tell which rows are of one person.
                return (columns, [.. feed.Rows.Select(Cells).OrderBy(cells => string.Join(';', cells), StringComparer.Ordinal)]);
            default:
                var (rows, _) = Generalisation.Of(feed.Rows, least);
                feed.Balance.Drop(EvaluationDrop.TropPeuNombreuses, feed.Rows.Count - rows.Count);
                return (["territoire", .. Generalisation.Columns], [.. rows.Select(row => (string[])[territory, .. row])]);
        }
    }
}
