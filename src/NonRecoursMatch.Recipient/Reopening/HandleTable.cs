using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.HandleTables;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Recipient.Reopening;

/// <summary>Reads the body's own encrypted handle table (<c>poignees.bin</c>), one chunk in memory at a time.</summary>
public static class HandleTable
{
    /// <summary>Every handle with the body's own reference.</summary>
    /// <param name="path">The file.</param>
    /// <param name="secret">The body's secret.</param>
    /// <param name="source">Source id.</param>
    /// <param name="month">Reference month.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a handle table, or is truncated.</exception>
    /// <exception cref="KeyRefusedException">It was altered, or belongs to another secret, source or month.</exception>
    public static IEnumerable<(Key128 Handle, string Reference)> Read(string path, HolderSecret secret, string source, YearMonth month)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
        using var key = secret.TableKey(source, month);
        var magic = new byte[HandleTableLayout.Magic.Length];
        if (stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !HandleTableLayout.Magic.SequenceEqual(magic))
            throw new InvalidDataException($"{Path.GetFileName(path)} is not a handle table of this version");
        var plain = GC.AllocateArray<byte>(HandleTableLayout.LargestChunk, pinned: true);
        try
        {
            var last = false;
            for (long number = 0; !last; number++)
            {
                var length = ReadChunk(stream, key, number, plain, out last);
                for (var at = 0; at < length;)
                {
                    var size = BinaryPrimitives.ReadUInt16LittleEndian(plain.AsSpan(at + Key128.Size));
                    var text = at + Key128.Size + sizeof(ushort);
                    yield return (Key128.Read(plain.AsSpan(at)), Encoding.UTF8.GetString(plain, text, size));
                    at = text + size;
                }
            }

            if (stream.ReadByte() >= 0)
                throw new InvalidDataException("the handle table goes on after its end");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    static int ReadChunk(FileStream stream, HandleTableKey key, long number, byte[] plain, out bool last)
    {
        Span<byte> header = stackalloc byte[HandleTableLayout.ChunkHeaderSize + HandleTableKey.NonceSize];
        Fill(stream, header);
        last = header[0] == 1;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header[1..]);
        if (length < 0 || length > plain.Length)
            throw new InvalidDataException("the handle table is corrupt");
        var sealedBytes = new byte[length + HandleTableKey.TagSize];
        Fill(stream, sealedBytes);
        var nonce = header[HandleTableLayout.ChunkHeaderSize..];
        key.Decrypt(nonce, sealedBytes.AsSpan(0, length), sealedBytes.AsSpan(length), HandleTableLayout.Associated(number, last), plain.AsSpan(0, length));
        return length;
    }

    static void Fill(FileStream stream, Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException("the handle table is truncated");
    }
}
