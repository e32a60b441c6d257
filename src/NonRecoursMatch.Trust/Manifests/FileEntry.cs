using System.Security.Cryptography;

namespace NonRecoursMatch.Trust.Manifests;

/// <summary>One file of a package or delivery.</summary>
/// <param name="Name">Name inside the folder, <c>/</c> between parts.</param>
/// <param name="Sha256">Lower-case hexadecimal digest.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Rows">Number of rows.</param>
public sealed record FileEntry(string Name, string Sha256, long Bytes, long Rows)
{
    /// <summary>Describes the file at <paramref name="path"/>, read once, in constant memory.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileEntry Of(string path, string name, long rows)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
        var digest = Convert.ToHexStringLower(SHA256.HashData(stream));
        return new FileEntry(name, digest, stream.Length, rows);
    }
}
