namespace NonRecoursMatch.Holder.Anchors;

/// <summary>Counts of the anchors of one extract, by the letter of their combination.</summary>
public sealed class AnchorCounts
{
    /// <summary>Name of the random ones.</summary>
    public const string Random = "aleatoires";

    readonly long[] _made = new long[128];
    readonly long[] _aboveCap = new long[128];

    /// <summary>Records that have anchors.</summary>
    public long Records { get; set; }

    /// <summary>Anchors made, by letter.</summary>
    public IReadOnlyDictionary<string, long> Made => ByName(_made);

    /// <summary>Of these, replaced by random ones because too many records shared them.</summary>
    public IReadOnlyDictionary<string, long> AboveCap => ByName(_aboveCap);

    internal void Add(byte letter) => _made[letter]++;

    internal void AddAboveCap(byte letter, long records) => _aboveCap[letter] += records;

    static SortedDictionary<string, long> ByName(long[] counts)
        => new(counts.Index().Where(count => count.Item > 0).ToDictionary(count => count.Index == 0 ? Random : ((char)count.Index).ToString(), count => count.Item), StringComparer.Ordinal);
}
