using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Linkage.Tokens;

/// <summary>
/// Merges the ordered tokens of all sources and yields, token by token, the records that bear it. Packages ship tokens in order, so this is one
/// sequential pass that holds one group in memory.
/// </summary>
static class TokenMerge
{
    /// <summary>Calls <paramref name="group"/> for each token.</summary>
    /// <param name="files">Files of tokens, by source.</param>
    /// <param name="range">Which tokens.</param>
    /// <param name="opposed">Who is left out; null leaves nobody out.</param>
    /// <param name="group">Receives the group, valid during the call.</param>
    /// <param name="stop">Interrupts.</param>
    public static void Run(IEnumerable<(LinkSource Source, string File)> files, Partition range, OpposedTokens? opposed, Action<TokenGroup> group, CancellationToken stop)
    {
        var cursors = new List<TokenCursor>();
        try
        {
            var queue = new PriorityQueue<TokenCursor, (Key128 Token, int Source)>();
            foreach (var (source, file) in files)
            {
                var cursor = new TokenCursor(source, file, range);
                cursors.Add(cursor);
                if (cursor.Next())
                    queue.Enqueue(cursor, (cursor.Token, source.Index));
            }

            Merge(queue, opposed, group, stop);
        }
        finally
        {
            foreach (var cursor in cursors)
                cursor.Dispose();
        }
    }

    static void Merge(PriorityQueue<TokenCursor, (Key128 Token, int Source)> queue, OpposedTokens? opposed, Action<TokenGroup> group, CancellationToken stop)
    {
        var current = new TokenGroup();
        while (queue.TryDequeue(out var cursor, out var place))
        {
            stop.ThrowIfCancellationRequested();
            current.Clear();
            var token = place.Token;
            Take(cursor, token, current, opposed, queue, place.Source);
            while (queue.TryPeek(out _, out var next) && next.Token == token)
            {
                queue.TryDequeue(out cursor, out place);
                Take(cursor!, token, current, opposed, queue, place.Source);
            }

            if (current.Bearers.Count > 0)
                group(current);
        }
    }

    /// <summary>Takes the run of one token from one source, and puts the source back at its next token.</summary>
    static void Take(
        TokenCursor cursor, Key128 token, TokenGroup group, OpposedTokens? opposed, PriorityQueue<TokenCursor, (Key128 Token, int Source)> queue, int source)
    {
        do
        {
            var bearer = cursor.Bearer;
            if (opposed?.Removes(bearer) != true)
                group.Add(bearer, cursor.Traits);
            if (!cursor.Next())
                return;
        }
        while (cursor.Token == token);
        queue.Enqueue(cursor, (cursor.Token, source));
    }
}
