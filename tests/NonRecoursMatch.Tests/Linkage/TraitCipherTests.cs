using System.Security.Cryptography;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Tests.Keys;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Linkage;

public class TraitCipherTests
{
    const int MostBlocks = 56;

    [Fact]
    public void The_vector_of_fips_197_is_found()
    {
        var block = Convert.FromHexString("00112233445566778899aabbccddeeff");
        Encrypt(portable: false, Convert.FromHexString("000102030405060708090a0b0c0d0e0f"), block).ShouldBe("69c4e0d86a7b0430d8cdb78070b4c55a");
    }

    [Fact]
    public void Instructions_and_the_portable_cipher_give_the_bytes_of_aes_in_ecb() => ForAnySeed.Check(300, seed =>
    {
        var (key, blocks) = Draw(seed);
        using var reference = Aes.Create();
        reference.Key = key;
        var expected = Convert.ToHexStringLower(reference.EncryptEcb(blocks, PaddingMode.None));
        Encrypt(portable: false, key, blocks).ShouldBe(expected);
        Encrypt(portable: true, key, blocks).ShouldBe(expected);
    });

    [Fact]
    public void Every_number_of_blocks_gives_what_its_blocks_give_alone()
    {
        for (var count = 1; count <= MostBlocks; count++)
        {
            var (key, blocks) = Draw(count, count);
            var alone = blocks.Chunk(TraitCipher.BlockSize).Select(block => Encrypt(portable: false, key, block));
            Encrypt(portable: false, key, blocks).ShouldBe(string.Concat(alone), $"{count} blocks");
        }
    }

    [Fact]
    public void A_new_key_leaves_nothing_of_the_one_before()
    {
        var (first, blocks) = Draw(1);
        var (second, _) = Draw(2);
        using var cipher = new TraitCipher();
        cipher.Rekey(first);
        cipher.Rekey(second);
        var output = blocks.ToArray();
        cipher.Encrypt(output);
        Convert.ToHexStringLower(output).ShouldBe(Encrypt(portable: true, second, blocks));
    }

    [OpenSslFact]
    public void Openssl_gives_the_same_bytes()
    {
        foreach (var count in (int[])[1, 7, 8, 9, 16, 31, 54, 55, MostBlocks])
        {
            var (key, blocks) = Draw(1000 + count, count);
            var expected = OpenSsl.AesEcb(Convert.ToHexStringLower(key), blocks);
            Encrypt(portable: false, key, blocks).ShouldBe(expected);
            Encrypt(portable: true, key, blocks).ShouldBe(expected);
        }
    }

    static (byte[] Key, byte[] Blocks) Draw(int seed, int count = 0)
    {
        var random = new System.Random(seed);
        var blocks = new byte[TraitCipher.BlockSize * (count == 0 ? random.Next(1, MostBlocks + 1) : count)];
        var key = new byte[TraitCipher.BlockSize];
        random.NextBytes(blocks);
        random.NextBytes(key);
        return (key, blocks);
    }

    static string Encrypt(bool portable, byte[] key, byte[] blocks)
    {
        using var cipher = new TraitCipher(portable);
        var output = blocks.ToArray();
        cipher.Rekey(key);
        cipher.Encrypt(output);
        return Convert.ToHexStringLower(output);
    }
}
