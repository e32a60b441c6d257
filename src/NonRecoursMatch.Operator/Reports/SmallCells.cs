using NonRecoursMatch.Operator.Reports.Masking;

namespace NonRecoursMatch.Operator.Reports;

/// <summary>Masks one group of counts whose total anyone may know.</summary>
static class SmallCells
{
    /// <summary>The counts as they may be shown: a number, or <see cref="PublishedCounts.Mark"/>.</summary>
    /// <param name="counts">Counts of one group.</param>
    /// <param name="minimum">Smallest count shown.</param>
    public static IReadOnlyDictionary<string, object> Mask(IReadOnlyDictionary<string, long> counts, int minimum)
    {
        var published = new PublishedCounts(minimum);
        var parts = counts.Select(count => published.Add(count.Key, count.Value)).ToList();
        published.Sum(published.Add("/total", counts.Values.Sum()), parts);
        published.Suppress();
        return new SortedDictionary<string, object>(counts.Keys.ToDictionary(name => name, name => (object?)published[name] ?? PublishedCounts.Mark), StringComparer.Ordinal);
    }
}
