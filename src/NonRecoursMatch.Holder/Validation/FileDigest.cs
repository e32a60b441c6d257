using System.Security.Cryptography;

namespace NonRecoursMatch.Holder.Validation;

/// <summary>Size and SHA-256 of a file, read once in constant memory.</summary>
static class FileDigest
{
    public static (string Sha256, long Bytes) Of(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
        return (Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }
}
