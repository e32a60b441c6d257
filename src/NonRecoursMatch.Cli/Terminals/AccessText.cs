using System.Globalization;
using System.Text;
using NonRecoursMatch.Cli.Auditing;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The answer to an access request as a person reads it.</summary>
static class AccessText
{
    /// <summary>The text.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="body">Name of the body.</param>
    /// <param name="dpo">Whom to write to.</param>
    public static string Of(AccessAnswer answer, string body, string dpo)
    {
        var text = new StringBuilder();
        text.AppendLine(CliTexts.Format("Access.Title", body, Day(answer.EtabliLe))).AppendLine();
        text.AppendLine(CliTexts.Format("Access.Sent", answer.Envois.Count));
        foreach (var sent in answer.Envois)
        {
            text.AppendLine(CliTexts.Format("Access.SentOn", Month(sent.Mois), Day(sent.Le)));
            foreach (var (table, columns) in sent.Colonnes)
                text.AppendLine("    " + table + " : " + string.Join(", ", columns));
        }

        text.AppendLine().AppendLine(CliTexts.Format("Access.Received", answer.Receptions.Count));
        foreach (var received in answer.Receptions)
            text.AppendLine(CliTexts.Format("Access.ReceivedOn", Month(received.Mois), Day(received.Le), received.Prestations.Count == 0 ? CliTexts.Get("Access.Invitation") : string.Join(", ", received.Prestations)));
        text.AppendLine().AppendLine(CliTexts.Format("Access.Oppositions", answer.Oppositions.Count));
        foreach (var opposition in answer.Oppositions)
            text.AppendLine(CliTexts.Format("Access.Opposition", opposition.Portee, Day(opposition.RecueLe), Day(opposition.JusquAu)));
        return text.AppendLine().AppendLine(CliTexts.Format("Access.Rights", answer.ConservationMois, dpo)).ToString();
    }

    static string Day(string iso) => CliTexts.Date(DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    static string Month(string iso) => CliTexts.Month(YearMonth.Parse(iso));
}
