using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>Chooses the kernel once per process, and tests the chosen one before its first use.</summary>
static class HmacKernels
{
    // Either side of every length at which one more block begins, and a key of each form: as it is, and hashed first.
    static readonly int[] s_lengths = [0, 1, 3, 31, 32, 54, 55, 56, 63, 64, 65, 118, 119, 120, 128, 183, 184, 200, 300];
    static readonly int[] s_keyLengths = [32, 100];

    static readonly Lazy<HmacKernel> s_chosen = new(FirstSound);

    /// <summary>The kernels that this processor can run, the fastest first.</summary>
    public static IReadOnlyList<HmacKernel> Available { get; } = [.. Enum.GetValues<HmacKernel>().Where(Runs).Reverse()];

    /// <summary>The kernel of this process.</summary>
    /// <exception cref="CryptographicException">Even the platform contradicts itself.</exception>
    public static HmacKernel Chosen => s_chosen.Value;

    /// <summary>A batch under a key, by the chosen kernel.</summary>
    /// <param name="key">Key of any length.</param>
    public static HmacBatch Create(ReadOnlySpan<byte> key) => Create(Chosen, key);

    /// <summary>A batch under a key, by a given kernel of <see cref="Available"/>.</summary>
    public static HmacBatch Create(HmacKernel kernel, ReadOnlySpan<byte> key) => kernel switch
    {
        HmacKernel.Lanes16 => new LaneHmac<Lanes16, Vector512<uint>>(key),
        HmacKernel.Lanes8 => new LaneHmac<Lanes8, Vector256<uint>>(key),
        HmacKernel.Lanes4 => new LaneHmac<Lanes4, Vector128<uint>>(key),
        _ => new PortableHmac(key),
    };

    static bool Runs(HmacKernel kernel) => kernel switch
    {
        HmacKernel.Lanes16 => Vector512.IsHardwareAccelerated && LaneTiles.IsSupported,
        HmacKernel.Lanes8 => Vector256.IsHardwareAccelerated && LaneTiles.IsSupported,
        HmacKernel.Lanes4 => Vector128.IsHardwareAccelerated && LaneTiles.IsSupported,
        _ => true,
    };

    /// <summary>
    /// The first kernel that agrees with the platform. A wrong token joins nobody and nothing says so: hence the test on the very machine. A slower
    /// kernel gives the same bytes, so a faulty one is passed over rather than stopping a campaign; the tests of every kernel, which run where
    /// the program is built, are what shows the fault. Only when nothing agrees is there nothing left to trust.
    /// </summary>
    static HmacKernel FirstSound()
    {
        foreach (var kernel in Available)
        {
            if (s_keyLengths.All(length => Agrees(kernel, length)))
                return kernel;
        }

        throw new CryptographicException("no implementation of HMAC-SHA-256 on this machine agrees with the platform's");
    }

    static bool Agrees(HmacKernel kernel, int keyLength)
    {
        var key = Counting(keyLength);
        var buffer = Counting(s_lengths.Sum());
        var places = new Range[s_lengths.Length];
        var start = 0;
        for (var i = 0; i < places.Length; i++)
            places[i] = start..(start += s_lengths[i]);

        var full = new byte[places.Length * HMACSHA256.HashSizeInBytes];
        using var batch = Create(kernel, key);
        batch.Hash(buffer, places, full);
        return full.AsSpan().SequenceEqual(places.SelectMany(place => HMACSHA256.HashData(key, buffer[place])).ToArray());
    }

    static byte[] Counting(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)i)];
}
