using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Recipient.Reopening;

/// <summary>A handle table with what opens it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Secret">The body's secret.</param>
/// <param name="Source">Its source.</param>
public sealed record OwnTable(string Path, HolderSecret Secret, string Source);

/// <summary>Finds out which source each handle table is of: the one under whose key it opens. A file name proves nothing.</summary>
public static class OwnTables
{
    /// <summary>Opens every table.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="secrets">The body's secrets: one, or one for each source.</param>
    /// <param name="sources">Sources that a table may be of.</param>
    /// <param name="month">Reference month.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="RecipientException">A table opens under none of the secrets: wrong secret, altered, or of another body or month.</exception>
    public static IReadOnlyList<OwnTable> Open(IEnumerable<string> paths, IReadOnlyList<HolderSecret> secrets, IReadOnlyList<string> sources, YearMonth month)
        => [.. paths.Select(path => Find(path, secrets, sources, month))];

    static OwnTable Find(string path, IReadOnlyList<HolderSecret> secrets, IReadOnlyList<string> sources, YearMonth month)
    {
        foreach (var source in sources)
        {
            if (secrets.FirstOrDefault(secret => Opens(path, secret, source, month)) is { } own)
                return new OwnTable(path, own, source);
        }

        throw new RecipientException(RecipientRefusal.HandleTable, $"{path} ({string.Join(", ", sources)}, {month})");
    }

    /// <summary>Whether the first chunk opens; the others are checked where they are read.</summary>
    static bool Opens(string path, HolderSecret secret, string source, YearMonth month)
    {
        try
        {
            using var entry = HandleTable.Read(path, secret, source, month).GetEnumerator();
            entry.MoveNext();
            return true;
        }
        catch (Exception e) when (e is KeyRefusedException or InvalidDataException)
        {
            return false;
        }
    }
}
