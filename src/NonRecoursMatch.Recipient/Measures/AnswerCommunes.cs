using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Recipient.Contacts;
using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Recipient.Measures;

/// <summary>The commune of each answer, from the body's own extract: no list carries it, and only the body that holds the person can look it up.</summary>
public static class AnswerCommunes
{
    /// <summary>Communes of the answers of the extract's source; a person with a protected address, or who left the extract, has none.</summary>
    /// <exception cref="RecipientException">The extract cannot be read.</exception>
    public static IReadOnlyDictionary<DatedAnswer, string> Of(OwnExtract extract, IEnumerable<DatedAnswer> answers, IReadOnlyList<HolderSecret> secrets, CancellationToken stop)
    {
        var wanted = answers.Where(answer => answer.Row.Source == extract.Source).Select(answer => (answer.Month, Key128.ParseHex(answer.Row.Poignee), answer));
        using var rows = new ExtractTexts(extract.Persons);
        var columns = PersonColumns.Of(rows, extract.Format.Personnes);
        var communes = new Dictionary<DatedAnswer, string>();
        foreach (var own in OwnRows.Match(rows, columns, extract.Source, wanted, secrets, stop))
        {
            if (rows.Raw(columns.Protected).SequenceEqual("O"u8))
                continue;
            var commune = rows.Text(columns.Commune);
            foreach (var answer in own)
                communes[answer] = commune;
        }

        return communes;
    }
}
