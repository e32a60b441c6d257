using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>
/// Merges the ordered weak tokens of all packages and yields, token by token, the records that bear it. Packages ship tokens in order, so
/// this is one sequential pass that holds one group in memory.
/// </summary>
static class WeakTokenMerge
{
    /// <summary>Calls <paramref name="group"/> with the bearers of each token, opposed persons left out.</summary>
    public static void Run(IReadOnlyList<ReceivedPackage> packages, OpposedTokens opposed, Action<IReadOnlyList<Bearer>> group, CancellationToken stop)
    {
        var cursors = new List<TokenCursor>();
        try
        {
            var queue = new PriorityQueue<TokenCursor, (Key128 Token, int Source)>();
            foreach (var package in packages)
            {
                var cursor = new TokenCursor(package);
                cursors.Add(cursor);
                if (cursor.Next())
                    queue.Enqueue(cursor, (cursor.Token, package.Index));
            }

            Merge(queue, opposed, group, stop);
        }
        finally
        {
            foreach (var cursor in cursors)
                cursor.Dispose();
        }
    }

    static void Merge(PriorityQueue<TokenCursor, (Key128 Token, int Source)> queue, OpposedTokens opposed, Action<IReadOnlyList<Bearer>> group, CancellationToken stop)
    {
        var bearers = new List<Bearer>();
        var token = default(Key128);
        while (queue.TryDequeue(out var cursor, out _))
        {
            if (cursor.Token != token)
            {
                stop.ThrowIfCancellationRequested();
                if (bearers.Count > 0)
                    group(bearers);
                bearers.Clear();
                token = cursor.Token;
            }

            var bearer = cursor.Bearer;
            if (!opposed.Removes(bearer.Source, bearer.Row, bearer.Nir))
                bearers.Add(bearer);
            if (cursor.Next())
                queue.Enqueue(cursor, (cursor.Token, bearer.Source));
        }

        if (bearers.Count > 0)
            group(bearers);
    }
}
