using System.Globalization;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>What an import leaves: the answers, the incidents, the receipt.</summary>
public static class FollowUpFiles
{
    /// <summary>The answers.</summary>
    public const string Answers = "suivi.csv";

    /// <summary>The wrong persons found.</summary>
    public const string Incidents = "incidents.csv";

    /// <summary>The receipt.</summary>
    public const string Receipt = "recu.json";

    /// <summary>Writes all three.</summary>
    public static void Write(string folder, FollowUpResult result, string convention, string month, int revision, int smallCell, DateOnly today)
    {
        using (var csv = new DeliveredCsv(Path.Combine(folder, Answers), ["source", "poignee", "prestation", "suivi", "contacte_le", EvaluationWords.Column]))
        {
            foreach (var row in result.Answers)
                csv.Write(row.Source, row.Poignee, row.Prestation, row.Suivi, row.ContacteLe, row.Evaluation);
            csv.Complete();
        }

        using (var csv = new DeliveredCsv(Path.Combine(folder, Incidents), ["source", "poignee", "prestation"]))
        {
            foreach (var row in result.Incidents)
                csv.Write(row.Source, row.Poignee, row.Prestation);
            csv.Complete();
        }

        StableJson.Write(Path.Combine(folder, Receipt), new FollowUpReceipt(
            1, convention, month, revision, today.ToString(FollowUpDay.Written, CultureInfo.InvariantCulture), smallCell, result.Files, result.Answers.Count, result.Repeated, result.Incidents.LongCount(), result.Unanswered, result.Faults));
    }
}

/// <summary>The receipt of an import: what was taken over, what still has no answer, what must be corrected.</summary>
/// <param name="Version">Version of this document.</param>
/// <param name="Convention">Agreement.</param>
/// <param name="Mois">Reference month, AAAA-MM.</param>
/// <param name="Revision">Revision of the lists.</param>
/// <param name="ReprisLe">Day on which it was taken over, AAAA-MM-JJ: that of a contact whose day was not noted.</param>
/// <param name="PetiteCellule">Counts below it are masked in what is published.</param>
/// <param name="Fichiers">The files.</param>
/// <param name="Reponses">Answers kept.</param>
/// <param name="Repetees">Rows that repeat an answer.</param>
/// <param name="Incidents">Wrong persons.</param>
/// <param name="SansReponse">Rows of the lists concerned without an answer.</param>
/// <param name="Fautes">What cannot be taken over.</param>
public sealed record FollowUpReceipt(
    int Version, string Convention, string Mois, int Revision, string ReprisLe, int PetiteCellule, IReadOnlyList<ReturnedFile> Fichiers, long Reponses, long Repetees, long Incidents,
    IReadOnlyList<UnansweredRow> SansReponse, IReadOnlyList<FollowUpFault> Fautes);
