using NonRecoursMatch.Operator.Linkage.Pairs;

namespace NonRecoursMatch.Operator.Linkage.Tokens;

/// <summary>The records that bear one token, at most <see cref="Most"/>: beyond, the token says nothing and no quadratic work can form.</summary>
sealed class TokenGroup
{
    /// <summary>Most records kept.</summary>
    public const int Most = 1024;

    readonly byte[] _traits = new byte[Most * Comparison.RecordSize];

    /// <summary>The records, by source in ascending order.</summary>
    public List<Bearer> Bearers { get; } = new(Most);

    /// <summary>Records that bear the token beyond those kept.</summary>
    public long Beyond { get; private set; }

    /// <summary>What a record carries under the anchor.</summary>
    public ReadOnlySpan<byte> Traits(int bearer) => _traits.AsSpan(bearer * Comparison.RecordSize, Comparison.RecordSize);

    /// <summary>Adds the current record of a cursor.</summary>
    public void Add(Bearer bearer, ReadOnlySpan<byte> traits)
    {
        if (Bearers.Count == Most)
        {
            Beyond++;
            return;
        }

        traits.CopyTo(_traits.AsSpan(Bearers.Count * Comparison.RecordSize));
        Bearers.Add(bearer);
    }

    /// <summary>Empties the group.</summary>
    public void Clear()
    {
        Bearers.Clear();
        Beyond = 0;
    }
}
