namespace NonRecoursMatch.Synthetic.Randomness;

/// <summary>A 64-bit hash that is the same on every machine and run, unlike <see cref="string.GetHashCode()"/>. Not cryptographic: it only finds equal texts.</summary>
internal static class StableHash
{
    /// <summary>The finaliser of SplitMix64 (Stafford's variant 13): each input bit moves half of the output bits.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>FNV-1a over UTF-16 code units, then <see cref="Mix"/>; <paramref name="start"/> chains several texts.</summary>
    public static ulong Of(ReadOnlySpan<char> text, ulong start = 0xCBF29CE484222325)
    {
        var hash = start;
        foreach (var unit in text)
            hash = (hash ^ unit) * 0x100000001B3;
        return Mix(hash);
    }
}
