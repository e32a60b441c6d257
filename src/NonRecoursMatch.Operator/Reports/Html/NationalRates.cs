namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>
/// Non-take-up as DREES measured it, for comparison only. The texts <c>drees.*</c> give the years, the populations and the sources; a benefit without
/// a measure that we could read has none here.
/// </summary>
static class NationalRates
{
    /// <summary>Rates in hundredths, by benefit; the last is an upper bound where there are two.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Of { get; } = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal)
    {
        ["RSA"] = [34],
        ["PPA"] = [27],
        ["C2S"] = [32, 72],
        ["ASPA"] = [50],
    };
}
