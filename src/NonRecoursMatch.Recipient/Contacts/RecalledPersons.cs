using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>A person to leave in peace from now on.</summary>
/// <param name="Source">Source.</param>
/// <param name="Reference">The body's own reference.</param>
/// <param name="Handle">Handle.</param>
public sealed record RecalledPerson(string Source, string Reference, Key128 Handle)
{
    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";
}

/// <summary>The recall of a list by the body's own references, so that whoever already had the earlier workbook knows whom not to contact any more.</summary>
/// <param name="Persons">Those found.</param>
/// <param name="Unknown">Handles that neither a table nor the extract has any more.</param>
public sealed record RecalledPersons(IReadOnlyList<RecalledPerson> Persons, int Unknown)
{
    /// <summary>Path of the order beside a workbook.</summary>
    public static string PathBeside(string workbook) => Path.ChangeExtension(workbook, ".rappel.csv");

    /// <summary>Looks the recalled up in the tables, then in the extracts: who objected since is in the new table no more.</summary>
    internal static RecalledPersons Of(IReadOnlySet<Key128> recalled, IReadOnlyList<OwnTable> tables, IReadOnlyList<OwnExtract> extracts, YearMonth month)
    {
        var found = new Dictionary<Key128, RecalledPerson>();
        foreach (var table in recalled.Count == 0 ? [] : tables)
        {
            foreach (var (handle, reference) in HandleTable.Read(table.Path, table.Secret, table.Source, month).Where(entry => recalled.Contains(entry.Handle)))
                found[handle] = new RecalledPerson(table.Source, reference, handle);
        }

        foreach (var extract in found.Count == recalled.Count ? [] : extracts)
            LookIn(extract, tables.First(table => table.Source == extract.Source), recalled, found, month);
        return new RecalledPersons([.. found.Values.OrderBy(person => person.Source, StringComparer.Ordinal).ThenBy(person => person.Reference, StringComparer.Ordinal)], recalled.Count - found.Count);
    }

    /// <summary>Writes the order; it stays with the body, as the workbook does.</summary>
    public void Write(string path)
    {
        using var csv = new DeliveredCsv(path, ["source", "reference", "poignee"]);
        foreach (var person in Persons)
            csv.Write(person.Source, person.Reference, person.Handle.ToString());
        csv.Complete();
    }

    static void LookIn(OwnExtract extract, OwnTable table, IReadOnlySet<Key128> recalled, Dictionary<Key128, RecalledPerson> found, YearMonth month)
    {
        using var handles = table.Secret.Handles(extract.Source, month);
        using var rows = new ExtractTexts(extract.Persons);
        int[] columns = [.. extract.Format.Personnes.Reference.Select(rows.IndexOf)];
        while (rows.Read())
        {
            var reference = rows.Joined(columns);
            if (handles.Person(Encoding.UTF8.GetBytes(reference)) is var handle && recalled.Contains(handle))
                found.TryAdd(handle, new RecalledPerson(extract.Source, reference, handle));
        }
    }
}
