using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>
/// Finds the persons behind handles of any month in an extract of any month: the handles are worked out again from the body's references and secret.
/// Nobody else's row is looked at, and nobody without the secret can do it.
/// </summary>
static class OwnRows
{
    /// <summary>Goes through the rows and gives, at each row of a wanted person, what is wanted of it.</summary>
    /// <param name="rows">The rows; they stand at the person's row when an item is given out.</param>
    /// <param name="columns">Where things are in them.</param>
    /// <param name="source">Their source.</param>
    /// <param name="wanted">Month, handle and item.</param>
    /// <param name="secrets">The body's secrets: one, or one for each source.</param>
    /// <param name="stop">Interrupts.</param>
    public static IEnumerable<IReadOnlyList<T>> Match<T>(
        ExtractTexts rows, PersonColumns columns, string source, IEnumerable<(YearMonth Month, Key128 Handle, T Item)> wanted, IReadOnlyList<HolderSecret> secrets, CancellationToken stop)
    {
        List<(ILookup<Key128, T> Items, HandleMaker Handles)> makers =
        [
            .. wanted.GroupBy(one => one.Month).SelectMany(month =>
            {
                var items = month.ToLookup(one => one.Handle, one => one.Item);
                return secrets.Select(secret => (items, secret.Handles(source, month.Key)));
            }),
        ];
        try
        {
            // Of two rows with one reference the earlier one stays, as in the holder's step.
            var seen = new HashSet<Key128>();
            while (rows.Read())
            {
                stop.ThrowIfCancellationRequested();
                var reference = Encoding.UTF8.GetBytes(rows.Joined(columns.Reference));
                var own = makers.SelectMany(maker => maker.Handles.Person(reference) is var handle && maker.Items.Contains(handle) && seen.Add(handle) ? maker.Items[handle] : []).ToList();
                if (own.Count > 0)
                    yield return own;
            }
        }
        finally
        {
            makers.ForEach(maker => maker.Handles.Dispose());
        }
    }
}
