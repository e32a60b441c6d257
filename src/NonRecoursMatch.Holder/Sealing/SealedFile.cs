using System.Security.Cryptography;
using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Holder.Sealing;

/// <summary>
/// An encrypted file that says under which key it is: an 8-byte magic, the 8-byte check value of the key, then chunks. So a wrong secret (77) is told
/// from a file that was altered.
/// </summary>
public static class SealedFile
{
    /// <summary>Starts such a file.</summary>
    public static SealedWriter Create(string path, HolderCipher key, ReadOnlySpan<byte> magic) => new(path, key, [.. magic, .. key.CheckValue]);

    /// <summary>Whether a file begins as one under this key does; false for any other file.</summary>
    public static bool IsUnder(string path, HolderCipher key, ReadOnlySpan<byte> magic)
    {
        using var stream = File.OpenRead(path);
        return HeaderOf(stream, magic.Length + HolderCipher.CheckSize).SequenceEqual([.. magic, .. key.CheckValue]);
    }

    /// <summary>Reads the chunks one after the other.</summary>
    /// <exception cref="KeyRefusedException">It is under another key (77).</exception>
    /// <exception cref="RegisterException">It was altered.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Chunks(string path, HolderCipher key, byte[] magic)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
        var header = HeaderOf(stream, magic.Length + HolderCipher.CheckSize);
        if (header.Length < magic.Length + HolderCipher.CheckSize || !header.AsSpan(0, magic.Length).SequenceEqual(magic))
            throw new RegisterException(RegisterRefusal.Altered, path);
        if (!header.AsSpan(magic.Length).SequenceEqual(key.CheckValue))
            throw new KeyRefusedException(KeyRefusal.WrongKey, $"{path} is under another secret or source");
        using var chunks = SealedReader.Chunks(stream, key).GetEnumerator();
        while (Guarded(chunks.MoveNext, path))
            yield return chunks.Current;
    }

    /// <summary>Reads a document whole.</summary>
    /// <exception cref="KeyRefusedException">It is under another key (77).</exception>
    /// <exception cref="RegisterException">It was altered, or is not such a document.</exception>
    public static T ReadAll<T>(string path, HolderCipher key, byte[] magic, Func<ReadOnlySpan<byte>, T> read)
    {
        var bytes = GC.AllocateArray<byte>(checked((int)new FileInfo(path).Length), pinned: true);
        var length = 0;
        try
        {
            foreach (var chunk in Chunks(path, key, magic))
            {
                chunk.Span.CopyTo(bytes.AsSpan(length));
                length += chunk.Length;
            }

            return Guarded(() => read(bytes.AsSpan(0, length)), path);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    static T Guarded<T>(Func<T> read, string path)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or KeyRefusedException or Trust.Manifests.ManifestException)
        {
            throw new RegisterException(RegisterRefusal.Altered, path);
        }
    }

    static byte[] HeaderOf(Stream stream, int size)
    {
        var header = new byte[size];
        return header[..stream.ReadAtLeast(header, size, throwOnEndOfStream: false)];
    }
}
