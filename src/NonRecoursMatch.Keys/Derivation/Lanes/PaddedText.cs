using System.Buffers.Binary;

namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>The text of an HMAC as the inner hash sees it after the block of the key, padded (FIPS 180-4, 5.1.1).</summary>
static class PaddedText
{
    /// <summary>Bytes of a block.</summary>
    public const int BlockSize = 64;

    const byte EndMark = 0x80;

    /// <summary>Blocks of a text: it is followed by one byte that marks its end, zeros, and eight bytes of length.</summary>
    /// <param name="length">Bytes of the text.</param>
    public static int Blocks(int length) => ((length + sizeof(ulong)) / BlockSize) + 1;

    /// <summary>Bits of the key's block and what follows it, the number that ends the last block.</summary>
    /// <param name="length">Bytes that follow.</param>
    public static ulong Bits(int length) => (BlockSize + (ulong)length) * 8;

    /// <summary>Writes one of the blocks of a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="index">Number of the block, from 0; below <see cref="Blocks"/>.</param>
    /// <param name="block">Receives <see cref="BlockSize"/> bytes.</param>
    public static void Write(ReadOnlySpan<byte> text, int index, Span<byte> block)
    {
        block = block[..BlockSize];
        var rest = text[Math.Min(index * BlockSize, text.Length)..];
        if (rest.Length >= BlockSize)
        {
            rest[..BlockSize].CopyTo(block);
            return;
        }

        block.Clear();
        rest.CopyTo(block);
        if (index * BlockSize <= text.Length)
            block[rest.Length] = EndMark;
        if (rest.Length < BlockSize - sizeof(ulong))
            BinaryPrimitives.WriteUInt64BigEndian(block[^sizeof(ulong)..], Bits(text.Length));
    }
}
