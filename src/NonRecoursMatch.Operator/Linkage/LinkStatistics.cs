using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Resolution;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>Counts of one linkage, by source name.</summary>
sealed class LinkStatistics(IReadOnlyList<LinkSource> sources)
{
    readonly Dictionary<int, string> _names = sources.ToDictionary(source => source.Index, source => source.Name);

    /// <summary>Links by source, then by pass and class.</summary>
    public SortedDictionary<string, SortedDictionary<string, long>> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Records left to review, by source and reason.</summary>
    public SortedDictionary<string, SortedDictionary<string, long>> Reviews { get; } = new(StringComparer.Ordinal);

    /// <summary>Links by weight in bits, in bands of five: what the model expects of each is compared with what is found true (calibration).</summary>
    public SortedDictionary<int, long> Weights { get; } = [];

    /// <summary>False links that the model expects.</summary>
    public double ExpectedFalse { get; private set; }

    /// <summary>Links in all.</summary>
    public long Total { get; private set; }

    /// <summary>Counts a link.</summary>
    public void AddLink(int source, bool exact, LinkKind kind, double weight)
    {
        Add(Links, source, $"{(exact ? "exacte" : "tolerante")}_{(kind == LinkKind.Certain ? "certain" : "probable")}");
        var band = (int)Math.Floor(Math.Min(weight, 39) / 5) * 5;
        Weights[band] = Weights.GetValueOrDefault(band) + 1;
        ExpectedFalse += 1 - LinkModel.Probability(weight);
        Total++;
    }

    /// <summary>Counts a record left to review.</summary>
    public void AddReview(int source, ReviewReason reason) => Add(Reviews, source, reason.ToString().ToLowerInvariant());

    void Add(SortedDictionary<string, SortedDictionary<string, long>> counts, int source, string name)
    {
        if (!counts.TryGetValue(_names[source], out var own))
            counts[_names[source]] = own = new(StringComparer.Ordinal);
        own[name] = own.GetValueOrDefault(name) + 1;
    }
}
