using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>One pair of rows of two sources.</summary>
/// <param name="Left">Row of the first source.</param>
/// <param name="Right">Row of the second.</param>
/// <param name="Kind">How sure the link is; <see cref="LinkKind.Review"/> for a pair that links nothing.</param>
/// <param name="Pass">What found it; null for a pair that links nothing.</param>
/// <param name="Weight">In bits; null for a NIR.</param>
public readonly record struct LinkedPair(int Left, int Right, LinkKind Kind, LinkPass? Pass, double? Weight);

/// <summary>The persons that two sources have in common, as pairs of rows.</summary>
public sealed class LinkedPairs
{
    const double Units = Resolution.Outcome.Units;

    LinkedPairs(IReadOnlyList<LinkedPair> pairs) => Pairs = pairs;

    /// <summary>The pairs, by row of the second source; links first.</summary>
    public IReadOnlyList<LinkedPair> Pairs { get; }

    /// <summary>Reads what the stage <c>links</c> wrote for two sources.</summary>
    internal static LinkedPairs Read(IReadOnlyList<LinkSource> sources, string workFolder)
    {
        var left = Unique(Joined(sources[0], workFolder));
        var right = Unique(Joined(sources[1], workFolder).Where(row => left.ContainsKey(row.Person)));
        var pairs = new List<LinkedPair>();
        foreach (var (person, row) in right.OrderBy(pair => pair.Value.Row))
        {
            // Of the two, the one that has no NIR says what joined them.
            var other = left[person];
            var joined = row.Pass is null ? other : row;
            if (!row.Shared && !other.Shared)
                pairs.Add(new LinkedPair(other.Row, row.Row, Weaker(other.Kind, row.Kind), joined.Pass ?? LinkPass.Nir, joined.Weight));
        }

        pairs.AddRange(Reviewed(sources, workFolder));
        return new LinkedPairs(pairs);
    }

    /// <summary>The row of each person: one that bears its NIR before one that resembles it. A number that several rows of a file bear is nobody's.</summary>
    static Dictionary<Key128, JoinedRow> Unique(IEnumerable<JoinedRow> rows)
    {
        var unique = new Dictionary<Key128, JoinedRow>();
        foreach (var row in rows)
        {
            if (unique.TryAdd(row.Person, row))
                continue;
            var known = unique[row.Person];
            if ((known.Kind == LinkKind.Strong) == (row.Kind == LinkKind.Strong))
                unique[row.Person] = known with { Shared = true };
            else if (row.Kind == LinkKind.Strong)
                unique[row.Person] = row;
        }

        return unique;
    }

    static LinkKind Weaker(LinkKind one, LinkKind other)
        => one == LinkKind.Probable || other == LinkKind.Probable ? LinkKind.Probable : LinkKind.Certain;

    static IEnumerable<JoinedRow> Joined(LinkSource source, string workFolder)
    {
        using var links = new ColumnFileReader(Path.Combine(workFolder, LinkFile.NameFor(source.Name)));
        var row = 0;
        while (links.Read())
        {
            for (var i = 0; i < links.Batch.Length; i++, row++)
            {
                if (links.Batch[LinkFile.Personne].KeyOrNull(i) is { } person)
                {
                    yield return new JoinedRow(
                        row, person, (LinkKind)links.Batch[LinkFile.Lien].Int32[i], (LinkPass?)links.Batch[LinkFile.Passe].Int32OrNull(i), links.Batch[LinkFile.Poids].Int32OrNull(i) / Units, Shared: false);
                }
            }
        }
    }

    static IEnumerable<LinkedPair> Reviewed(IReadOnlyList<LinkSource> sources, string workFolder)
    {
        Dictionary<Key128, int>[] rows = [.. sources.Select(RowsByHandle)];
        var seen = new HashSet<(int, int)>();
        using var review = new ColumnFileReader(Path.Combine(workFolder, ReviewFile.Name));
        while (review.Read())
        {
            for (var i = 0; i < review.Batch.Length; i++)
            {
                var fromLeft = review.Batch[ReviewFile.Source].Int32[i] == sources[0].Index;
                var (own, other) = (review.Batch[ReviewFile.Poignee].Keys[i], review.Batch[ReviewFile.AutrePoignee].Keys[i]);
                var (left, right) = (rows[0][fromLeft ? own : other], rows[1][fromLeft ? other : own]);
                if (seen.Add((left, right)))
                    yield return new LinkedPair(left, right, LinkKind.Review, null, review.Batch[ReviewFile.Poids].Int32[i] / Units);
            }
        }
    }

    static Dictionary<Key128, int> RowsByHandle(LinkSource source)
    {
        var rows = new Dictionary<Key128, int>();
        using var persons = source.Open(PackageTables.PersonnesFile);
        while (persons.Read())
        {
            foreach (var handle in persons.Batch[PackageTables.Poignee].Keys)
                rows.Add(handle, rows.Count);
        }

        return rows;
    }

    readonly record struct JoinedRow(int Row, Key128 Person, LinkKind Kind, LinkPass? Pass, double? Weight, bool Shared);
}
