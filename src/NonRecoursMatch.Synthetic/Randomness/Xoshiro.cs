using System.Numerics;

namespace NonRecoursMatch.Synthetic.Randomness;

/// <summary>
/// xoshiro256** of Blackman and Vigna ("Scrambled linear pseudorandom number generators", 2018), seeded by SplitMix64 as its authors ask.
/// Written here so that a seed gives the same territory with every version of .NET, and so that each household has its own stream:
/// what is drawn for one never moves what is drawn for the next.
/// </summary>
internal sealed class Xoshiro
{
    ulong _a;
    ulong _b;
    ulong _c;
    ulong _d;

    /// <summary>The stream <paramref name="stream"/> of a purpose, below a seed.</summary>
    public Xoshiro(ulong seed, ulong purpose, ulong stream) => Reseed(seed, purpose, stream);

    /// <summary>Starts another stream with the same object.</summary>
    public void Reseed(ulong seed, ulong purpose, ulong stream)
    {
        var state = StableHash.Mix(StableHash.Mix(seed + 0x9E3779B97F4A7C15) ^ StableHash.Mix(purpose + 0xD1B54A32D192ED03)) ^ stream;
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// <summary>A whole number between two bounds, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number in [0, 1) on 53 bits.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability. Always draws once, so that a rate of 0 moves nothing that follows.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>One of the given values, all equally likely.</summary>
    public T Pick<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];

    /// <summary>The position of one weight, drawn in proportion to the weights.</summary>
    public int PickWeighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var left = Unit() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
                return i;
        }

        return weights.Length - 1;
    }

    static ulong SplitMix(ref ulong state) => StableHash.Mix(state += 0x9E3779B97F4A7C15);
}
