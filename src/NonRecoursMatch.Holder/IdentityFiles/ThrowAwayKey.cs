using System.Security.Cryptography;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Holder.IdentityFiles;

/// <summary>
/// The key of one comparison of two files: made from their rows, whatever the order of rows and files, and forgotten at the end. The same files
/// give the same result; no other run can join its tokens with these.
/// </summary>
public static class ThrowAwayKey
{
    /// <summary>Digest of the rows of a file, in any order: the sum of their SHA-256, modulo 2^256.</summary>
    /// <exception cref="IdentityFileException">The file cannot be read.</exception>
    public static byte[] Digest(string path, CancellationToken stop)
    {
        using var reader = new IdentityFileReader(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sum = new byte[SHA256.HashSizeInBytes];
        Span<byte> row = stackalloc byte[SHA256.HashSizeInBytes];
        while (reader.Read())
        {
            if ((reader.Line & 0xFFF) == 0)
                stop.ThrowIfCancellationRequested();
            for (var i = 0; i < IdentityFileReader.Columns.Count; i++)
            {
                hash.AppendData(reader.Field(i));
                hash.AppendData(";"u8);
            }

            hash.GetHashAndReset(row);
            Add(sum, row);
        }

        return sum;
    }

    /// <summary>The campaign key of two files.</summary>
    public static CampaignKey Of(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var sum = left.ToArray();
        Add(sum, right);
        using var root = new RootKey(SHA256.HashData(sum), test: true);
        return CampaignKey.Derive(root, new CampaignDomain("comparaison-de-fichiers", YearMonth.Of(2000, 1), "", "comparaison"));
    }

    static void Add(Span<byte> sum, ReadOnlySpan<byte> other)
    {
        var carry = 0;
        for (var i = 0; i < sum.Length; i++)
        {
            carry += sum[i] + other[i];
            sum[i] = (byte)carry;
            carry >>= 8;
        }
    }
}
