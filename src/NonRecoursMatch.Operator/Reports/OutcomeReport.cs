namespace NonRecoursMatch.Operator.Reports;

/// <summary>What came of the contacts, for publication: counts by benefit and outcome, small cells masked.</summary>
public static class OutcomeReport
{
    /// <summary>The counts that may be shown: a number, or a text that stands for a small one.</summary>
    /// <param name="answers">Benefit (empty where the list names none) and outcome of each answer.</param>
    /// <param name="minimum">Smallest count shown.</param>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, object>> Of(IEnumerable<(string Prestation, string Suivi)> answers, int minimum)
    {
        var shown = new SortedDictionary<string, IReadOnlyDictionary<string, object>>(StringComparer.Ordinal);
        foreach (var benefit in answers.GroupBy(answer => answer.Prestation.Length == 0 ? "invitation" : answer.Prestation, StringComparer.Ordinal))
            shown[benefit.Key] = SmallCells.Mask(benefit.GroupBy(answer => answer.Suivi, StringComparer.Ordinal).ToDictionary(outcome => outcome.Key, outcome => outcome.LongCount()), minimum);
        return shown;
    }
}
