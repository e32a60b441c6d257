using System.Text;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>The answers of several imports together: a person's last answer, in the order given, is the one that counts.</summary>
public static class FollowUpAnswers
{
    /// <summary>Reads them, with the largest of the receipts' thresholds for small cells.</summary>
    /// <exception cref="ManifestException">A folder holds no import.</exception>
    public static (IReadOnlyCollection<FollowUpRow> Answers, int SmallCell) Read(IEnumerable<string> folders)
    {
        var answers = new Dictionary<(string, UnansweredRow), FollowUpRow>();
        var smallCell = 0;
        foreach (var folder in folders)
        {
            var receipt = StableJson.Read<FollowUpReceipt>(Path.Combine(folder, FollowUpFiles.Receipt));
            smallCell = Math.Max(smallCell, receipt.PetiteCellule);
            using var reader = new DelimitedReader(Path.Combine(folder, FollowUpFiles.Answers), ';');
            while (reader.Read())
            {
                var row = new FollowUpRow(Cell(reader, 0), Cell(reader, 1), Cell(reader, 2), Cell(reader, 3));
                answers[(receipt.Mois, new UnansweredRow(row.Source, row.Poignee, row.Prestation))] = row;
            }
        }

        return (answers.Values, smallCell);
    }

    static string Cell(DelimitedReader reader, int column) => Encoding.UTF8.GetString(reader.Field(column));
}
