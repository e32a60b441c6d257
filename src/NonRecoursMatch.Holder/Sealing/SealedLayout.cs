using System.Buffers.Binary;

namespace NonRecoursMatch.Holder.Sealing;

/// <summary>
/// The encrypted files that a body keeps for itself: a header in clear, then chunks: a byte that is 1 for the last one, the length of the cipher
/// text (32 bits, little-endian), nonce (12), cipher text, tag (16). The number of the chunk and its last-byte are authenticated, so that a chunk
/// moved, repeated or cut off is seen.
/// </summary>
public static class SealedLayout
{
    /// <summary>Plain bytes above which a chunk is closed.</summary>
    public const int ChunkSize = 1 << 16;

    /// <summary>Largest plain text of a chunk: one more record may have been added.</summary>
    public const int LargestChunk = ChunkSize + (1 << 16) + 32;

    /// <summary>Bytes before the nonce of a chunk.</summary>
    public const int ChunkHeaderSize = 1 + sizeof(int);

    /// <summary>What is authenticated with a chunk.</summary>
    public static byte[] Associated(long number, bool last)
    {
        var bytes = new byte[sizeof(long) + 1];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        bytes[^1] = last ? (byte)1 : (byte)0;
        return bytes;
    }
}
