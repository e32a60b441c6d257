using System.Text;
using CsvHelper;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Recipient.Reopening;

/// <summary>One right of one person, as far as the level of the list goes; a cell that the level does not have is empty.</summary>
public sealed record ListedRight(string Benefit, string Verdict, string Reason, string Band, string Questions, string Cautions);

/// <summary>A person of a list: one contact, whatever the number of rights.</summary>
/// <param name="Source">Source of the person.</param>
/// <param name="Handle">Handle.</param>
/// <param name="Line">Line of the list where it starts.</param>
/// <param name="Rights">Its rights; one without a name at level <c>invitation</c>.</param>
public sealed record ListedContact(string Source, Key128 Handle, long Line, IReadOnlyList<ListedRight> Rights);

/// <summary>Reads a delivered list person by person, in its order, and of it only the columns of its level (invariant I10).</summary>
public static class ListRows
{
    static readonly string[] s_columns = ["prestation", "verdict", "motif", "fourchette", "questions", "precautions"];

    /// <summary>The contacts of a list.</summary>
    /// <exception cref="RecipientException">It is not a list.</exception>
    public static IEnumerable<ListedContact> Read(DeliveredManifest list)
    {
        using var reader = new DelimitedReader(list.ListPath, ';');
        var header = reader.Header.ToList();
        var (source, handle) = (header.IndexOf("source"), header.IndexOf("poignee"));
        if (source < 0 || handle < 0)
            throw new RecipientException(RecipientRefusal.AlteredList, list.ListPath);
        var shown = list.Level switch
        {
            DisclosureLevel.Complet => s_columns,
            DisclosureLevel.DroitEtQuestion => s_columns.Except(["motif", "fourchette"]),
            _ => [],
        };
        int[] columns = [.. s_columns.Select(name => shown.Contains(name) ? header.IndexOf(name) : -1)];
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        ListedContact? person = null;
        var rights = new List<ListedRight>();
        while (Advance(reader, list))
        {
            var (id, key) = (Shared(reader, source), Parse(reader, handle, list));
            if (person is not null && (person.Source != id || person.Handle != key))
            {
                yield return person with { Rights = [.. rights] };
                (person, rights) = (null, []);
            }

            person ??= new ListedContact(id, key, reader.Line, []);
            var cells = Array.ConvertAll(columns, column => Shared(reader, column));
            rights.Add(new ListedRight(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]));
        }

        if (person is not null)
            yield return person with { Rights = rights };

        // Few texts make up all the rows: each is kept once.
        string Shared(DelimitedReader row, int column)
        {
            var text = column < 0 ? "" : Encoding.UTF8.GetString(row.Field(column));
            return texts.TryGetValue(text, out var known) ? known : texts[text] = text;
        }
    }

    static bool Advance(DelimitedReader reader, DeliveredManifest list)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException)
        {
            throw new RecipientException(RecipientRefusal.AlteredList, list.ListPath);
        }
    }

    static Key128 Parse(DelimitedReader reader, int column, DeliveredManifest list)
    {
        try
        {
            return Key128.ParseHex(Encoding.UTF8.GetString(reader.Field(column)));
        }
        catch (FormatException)
        {
            throw new RecipientException(RecipientRefusal.AlteredList, FormattableString.Invariant($"{list.ListPath}, {reader.Line}"));
        }
    }
}
