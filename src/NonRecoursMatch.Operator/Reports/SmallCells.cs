using System.Globalization;

namespace NonRecoursMatch.Operator.Reports;

/// <summary>
/// Masks small counts in what may be published (loi 51-711, R-12). A masked cell is written "&lt;11"; when exactly one cell of a group is
/// masked, the next smallest is masked too, so that the total does not give it away.
/// </summary>
static class SmallCells
{
    /// <summary>The counts as they may be shown.</summary>
    /// <param name="counts">Counts of one group whose total is published.</param>
    /// <param name="minimum">Smallest count shown.</param>
    public static IReadOnlyDictionary<string, object> Mask(IReadOnlyDictionary<string, long> counts, int minimum)
    {
        var masked = counts.Where(cell => cell.Value < minimum).Select(cell => cell.Key).ToHashSet(StringComparer.Ordinal);
        if (masked.Count == 1 && counts.Count > 1)
            masked.Add(counts.Where(cell => !masked.Contains(cell.Key)).MinBy(cell => (cell.Value, cell.Key)).Key);
        var shown = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, count) in counts)
            shown[name] = masked.Contains(name) ? Mask(count, minimum) : count;
        return shown;
    }

    static string Mask(long count, int minimum)
        => count < minimum ? "<" + minimum.ToString(CultureInfo.InvariantCulture) : "masqué";
}
