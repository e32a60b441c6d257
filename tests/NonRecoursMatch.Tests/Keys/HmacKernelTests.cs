using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using NonRecoursMatch.Keys.Derivation.Lanes;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Keys;

/// <summary>Every kernel that the machine can run gives the bytes of <see cref="HMACSHA256"/>.</summary>
public class HmacKernelTests
{
    const int LongestKey = 150;
    const int LongestText = 300;

    [Fact]
    public void Random_keys_and_batches_of_mixed_lengths_give_the_bytes_of_the_platform() => ForAnySeed.Check(200, seed =>
    {
        var random = new System.Random(seed);
        var texts = Enumerable.Range(0, random.Next(41)).Select(_ => Bytes(random, random.Next(LongestText + 1))).ToArray();
        Check(Bytes(random, random.Next(LongestKey + 1)), texts);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void Batches_that_do_and_do_not_fill_the_lanes_are_whole(int count)
    {
        var random = new System.Random(count);
        Check(Bytes(random, 32), [.. Enumerable.Range(0, count).Select(_ => Bytes(random, random.Next(30, 50)))]);
    }

    [Fact]
    public void Every_length_is_padded_as_the_standard_says()
        => Check(Bytes(new System.Random(1), 32), [.. Enumerable.Range(0, LongestText + 1).Select(length => Bytes(new System.Random(length), length))]);

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Keys_of_every_form_are_taken(int keyLength)
        => Check(Bytes(new System.Random(keyLength), keyLength), [Bytes(new System.Random(2), 40), Bytes(new System.Random(3), 90)]);

    [Fact]
    public void A_batch_leaves_nothing_in_the_next_one()
    {
        var random = new System.Random(4);
        var key = Bytes(random, 32);
        foreach (var kernel in HmacKernels.Available)
        {
            using var batch = HmacKernels.Create(kernel, key);
            Hash(batch, [.. Enumerable.Range(0, 20).Select(_ => Bytes(random, 200))]);
            byte[][] texts = [Bytes(random, 3), Bytes(random, 70)];
            Hash(batch, texts).ShouldBe(Expected(key, texts), $"{kernel}");
        }
    }

    [Fact]
    public void The_fastest_kernel_passes_its_test_on_this_machine() => HmacKernels.Chosen.ShouldBe(HmacKernels.Available[0]);

    [Fact]
    public void After_disposal_nothing_of_the_key_is_left_and_nothing_more_is_made()
    {
        if (HmacKernels.Available.Contains(HmacKernel.Lanes4))
            Disposed<Lanes4, Vector128<uint>>();
        if (HmacKernels.Available.Contains(HmacKernel.Lanes8))
            Disposed<Lanes8, Vector256<uint>>();
        if (HmacKernels.Available.Contains(HmacKernel.Lanes16))
            Disposed<Lanes16, Vector512<uint>>();
    }

    [Fact]
    public void A_place_outside_the_buffer_and_too_short_an_output_are_refused()
    {
        foreach (var kernel in HmacKernels.Available)
        {
            using var batch = HmacKernels.Create(kernel, new byte[32]);
            Should.Throw<ArgumentOutOfRangeException>(() => batch.Hash(new byte[10], [5..11], new byte[32]), $"{kernel}");
            Should.Throw<ArgumentOutOfRangeException>(() => batch.Hash(new byte[10], [5..10], new byte[31]), $"{kernel}");
        }
    }

    [Fact]
    public void Nothing_of_the_key_is_printed()
    {
        foreach (var kernel in HmacKernels.Available)
        {
            using var batch = HmacKernels.Create(kernel, new byte[32]);
            batch.ToString().ShouldBe("•••");
        }
    }

    static void Disposed<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var batch = new LaneHmac<TLanes, TVector>("a test key"u8);
        Hash(batch, [[1, 2, 3]]);
        batch.IsErased.ShouldBeFalse();
        batch.Dispose();
        batch.IsErased.ShouldBeTrue();
        Should.Throw<ObjectDisposedException>(() => Hash(batch, [[1, 2, 3]]));
    }

    static void Check(byte[] key, byte[][] texts)
    {
        foreach (var kernel in HmacKernels.Available)
        {
            using var batch = HmacKernels.Create(kernel, key);
            Hash(batch, texts).ShouldBe(Expected(key, texts), $"{kernel}");
        }
    }

    static string[] Expected(byte[] key, byte[][] texts) => [.. texts.Select(text => Convert.ToHexStringLower(HMACSHA256.HashData(key, text)))];

    /// <summary>The texts one after the other with a gap between two, as repeated anchors leave them.</summary>
    static string[] Hash(HmacBatch batch, byte[][] texts)
    {
        var buffer = texts.SelectMany(text => (byte[])[.. text, 0xFF]).ToArray();
        var places = new Range[texts.Length];
        var start = 0;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = start..(start + texts[i].Length);
            start += texts[i].Length + 1;
        }

        var full = new byte[places.Length * HMACSHA256.HashSizeInBytes];
        batch.Hash(buffer, places, full);
        return [.. full.Chunk(HMACSHA256.HashSizeInBytes).Select(Convert.ToHexStringLower)];
    }

    static byte[] Bytes(System.Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
