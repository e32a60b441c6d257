using System.Text;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The receipt of a follow-up, for people. Places and counts only.</summary>
static class FollowUpText
{
    const int MostRows = 20;

    /// <summary>The receipt.</summary>
    public static string Of(FollowUpResult result, YearMonth month)
    {
        var text = new StringBuilder();
        void Say(string line) => text.Append(line).Append('\n');
        Say(CliTexts.Format("Outcome.Title", CliTexts.Month(month)));
        foreach (var file in result.Files)
            Say("  " + CliTexts.Format("Outcome.File", file.Nom, file.Organisme.Length == 0 ? "—" : file.Organisme, file.Lignes, file.Reponses, file.Vides));
        Say(CliTexts.Format("Outcome.Kept", result.Answers.Count));
        if (result.Repeated > 0)
            Say(CliTexts.Format("Outcome.Repeated", result.Repeated));
        Say(CliTexts.Format("Outcome.Unanswered", result.Unanswered.Count));
        foreach (var row in result.Unanswered.Take(MostRows))
            Say($"  {row.Source}  {row.Poignee}  {row.Prestation}".TrimEnd());
        if (result.Unanswered.Count > MostRows)
            Say("  " + CliTexts.Format("Outcome.More", result.Unanswered.Count - MostRows, FollowUpFiles.Receipt));
        if (result.Faults.Count > 0)
            Say(CliTexts.Format("Outcome.Faults", result.Faults.Count));
        foreach (var fault in result.Faults)
            Say("  " + CliTexts.Format("Outcome.Fault", fault.Fichier, fault.Ligne, fault.Colonne.Length == 0 ? "—" : fault.Colonne, CliTexts.Get("Outcome.Fault." + fault.Faute)));
        if (result.Incidents.Any())
            Say(CliTexts.Format("Outcome.Incident", result.Incidents.Count()));
        return text.ToString();
    }
}
