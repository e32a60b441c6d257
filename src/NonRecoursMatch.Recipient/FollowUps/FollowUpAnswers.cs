using System.Globalization;
using System.Text;
using CsvHelper;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>An answer with the month of its list and the day of the contact.</summary>
/// <param name="Month">Reference month.</param>
/// <param name="Day">Day of the contact as noted, or else the day on which the follow-up was taken over: the later one, so that nobody is contacted too soon.</param>
/// <param name="Row">The answer.</param>
public sealed record DatedAnswer(YearMonth Month, DateOnly Day, FollowUpRow Row);

/// <summary>Several imports read together.</summary>
/// <param name="Answers">The answers that count.</param>
/// <param name="SmallCell">The largest of the receipts' thresholds for small cells.</param>
/// <param name="Conventions">Agreements of the receipts.</param>
public sealed record ReadFollowUps(IReadOnlyCollection<DatedAnswer> Answers, int SmallCell, IReadOnlySet<string> Conventions);

/// <summary>The answers of several imports together: a person's last answer, in the order given, is the one that counts.</summary>
public static class FollowUpAnswers
{
    /// <summary>Reads them.</summary>
    /// <exception cref="ManifestException">A folder holds no import.</exception>
    public static ReadFollowUps Read(IEnumerable<string> folders)
    {
        var answers = new Dictionary<(string, UnansweredRow), DatedAnswer>();
        var conventions = new HashSet<string>(StringComparer.Ordinal);
        var smallCell = 0;
        foreach (var folder in folders)
        {
            var receipt = StableJson.Read<FollowUpReceipt>(Path.Combine(folder, FollowUpFiles.Receipt));
            smallCell = Math.Max(smallCell, receipt.PetiteCellule);
            conventions.Add(receipt.Convention);
            var month = YearMonth.TryParse(receipt.Mois, out var read) ? read : throw new ManifestException($"{FollowUpFiles.Receipt}: {receipt.Mois}");
            foreach (var row in Rows(Path.Combine(folder, FollowUpFiles.Answers)))
                answers[(receipt.Mois, new UnansweredRow(row.Source, row.Poignee, row.Prestation))] = new DatedAnswer(month, DayOf(row.ContacteLe.Length > 0 ? row.ContacteLe : receipt.ReprisLe), row);
        }

        return new ReadFollowUps(answers.Values, smallCell, conventions);
    }

    /// <summary>The rows of a file of answers: one that cannot be read must not pass for nothing, a refusal may be in it.</summary>
    static List<FollowUpRow> Rows(string path)
    {
        var rows = new List<FollowUpRow>();
        try
        {
            using var reader = new DelimitedReader(path, ';');
            // Files of before the evaluation was asked about have no such column.
            var evaluation = reader.Header.ToList().IndexOf(EvaluationWords.Column);
            while (reader.Read())
                rows.Add(new FollowUpRow(Cell(reader, 0), Key128.ParseHex(Cell(reader, 1)).ToString(), Cell(reader, 2), Cell(reader, 3), Cell(reader, 4), evaluation < 0 ? "" : Cell(reader, evaluation)));
            return rows;
        }
        catch (Exception e) when (e is CsvFormatException or FormatException)
        {
            throw new ManifestException(FormattableString.Invariant($"{FollowUpFiles.Answers}, {rows.Count + 2}"), e);
        }
    }

    static DateOnly DayOf(string day)
        => DateOnly.TryParseExact(day, FollowUpDay.Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : throw new ManifestException($"{FollowUpFiles.Answers}: {day}");

    static string Cell(DelimitedReader reader, int column) => Encoding.UTF8.GetString(reader.Field(column));
}
