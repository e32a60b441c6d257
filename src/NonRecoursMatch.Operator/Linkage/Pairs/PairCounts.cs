namespace NonRecoursMatch.Operator.Linkage.Pairs;

/// <summary>What comparing cost.</summary>
sealed class PairCounts
{
    /// <summary>Comparisons made.</summary>
    public long Comparisons { get; set; }

    /// <summary>Anchors that too many records share.</summary>
    public long AnchorsAboveCap { get; set; }
}
