namespace NonRecoursMatch.Synthetic.Randomness;

/// <summary>
/// Remembers which identities and NIR were given, in 32 bits per person: a set that would answer exactly costs a hundred times more at 68 million.
/// A false "already given" (about 1 %) only makes the generator draw again; a false "new" cannot happen.
/// </summary>
internal sealed class BloomFilter
{
    const int Probes = 4;
    readonly ulong[] _words;
    readonly ulong _bits;

    /// <summary>Room for <paramref name="persons"/> persons of two or three entries each.</summary>
    public BloomFilter(long persons)
    {
        _words = new ulong[Math.Max(1024, persons / 2)];
        _bits = (ulong)_words.LongLength * 64;
    }

    /// <summary>Whether the entry may have been added.</summary>
    public bool MayContain(ulong hash)
    {
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = Bit(hash, probe);
            if ((_words[bit >> 6] & (1UL << (int)(bit & 63))) == 0)
                return false;
        }

        return true;
    }

    /// <summary>Adds an entry.</summary>
    public void Add(ulong hash)
    {
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = Bit(hash, probe);
            _words[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    ulong Bit(ulong hash, int probe) => Math.BigMul(StableHash.Mix(hash + ((ulong)probe * 0x9E3779B97F4A7C15)), _bits, out _);
}
