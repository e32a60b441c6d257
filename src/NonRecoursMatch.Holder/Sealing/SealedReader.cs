using System.Buffers.Binary;
using System.Security.Cryptography;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Holder.Sealing;

/// <summary>Reads an encrypted file of a body, one chunk in memory at a time.</summary>
public static class SealedReader
{
    /// <summary>The chunks, each valid until the next one.</summary>
    /// <param name="stream">The file, after its header in clear.</param>
    /// <param name="key">Its key.</param>
    /// <exception cref="InvalidDataException">It is truncated, or goes on after its end.</exception>
    /// <exception cref="KeyRefusedException">It was altered, or is under another key.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Chunks(Stream stream, HolderCipher key)
    {
        var plain = GC.AllocateArray<byte>(SealedLayout.LargestChunk, pinned: true);
        try
        {
            var last = false;
            for (long number = 0; !last; number++)
            {
                var length = ReadChunk(stream, key, number, plain, out last);
                yield return plain.AsMemory(0, length);
            }

            if (stream.ReadByte() >= 0)
                throw new InvalidDataException("the file goes on after its end");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    static int ReadChunk(Stream stream, HolderCipher key, long number, byte[] plain, out bool last)
    {
        Span<byte> header = stackalloc byte[SealedLayout.ChunkHeaderSize + HolderCipher.NonceSize];
        Fill(stream, header);
        last = header[0] == 1;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header[1..]);
        if (header[0] > 1 || length < 0 || length > plain.Length)
            throw new InvalidDataException("the file is corrupt");
        var sealedBytes = new byte[length + HolderCipher.TagSize];
        Fill(stream, sealedBytes);
        var nonce = header[SealedLayout.ChunkHeaderSize..];
        key.Decrypt(nonce, sealedBytes.AsSpan(0, length), sealedBytes.AsSpan(length), SealedLayout.Associated(number, last), plain.AsSpan(0, length));
        return length;
    }

    static void Fill(Stream stream, Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException("the file is truncated");
    }
}
