using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Recipient.Reopening;

/// <summary>
/// Whom a new revision takes back: rows of <c>delta.csv</c> that hold a handle alone, of a person whom the list names no more. Why is not said, and must not be: a
/// correction and an opposition look the same.
/// </summary>
public static class RecallOrder
{
    const string FileName = "delta.csv";

    /// <summary>The handles to leave in peace from now on; none for a first list.</summary>
    /// <param name="list">The list that came with it.</param>
    /// <param name="listed">Handles of that list.</param>
    /// <exception cref="RecipientException">The file is not as the operator made it.</exception>
    public static IReadOnlySet<Key128> Read(DeliveredManifest list, Func<Key128, bool> listed)
    {
        var recalled = new HashSet<Key128>();
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(list.ListPath))!, FileName);
        if (!File.Exists(path))
            return recalled;
        DeliveredManifest.RequireFile(path);
        using var reader = new DelimitedReader(path, ';');
        while (reader.Read())
        {
            if (reader.Field(0).IsEmpty && Key128.ParseHex(Encoding.UTF8.GetString(reader.Field(1))) is var handle && !listed(handle))
                recalled.Add(handle);
        }

        return recalled;
    }
}
