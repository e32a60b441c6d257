using System.Buffers.Binary;

namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>Integers packed in bits, lowest bit of the lowest byte first.</summary>
static class PackedBits
{
    /// <summary>The integer of <paramref name="width"/> bits, 0 to 64, that starts at bit <paramref name="bit"/> of <paramref name="bytes"/>.</summary>
    /// <exception cref="ParquetFormatException">CorruptPage: it ends behind the bytes.</exception>
    public static ulong Read(ReadOnlySpan<byte> bytes, long bit, int width, ParquetPlace place)
    {
        if (bit + width > 8L * bytes.Length)
            throw place.IsCorrupt("packed values behind the end of the page");
        if (width == 0)
            return 0;
        var at = (int)(bit >> 3);
        var shift = (int)(bit & 7);
        ulong value;
        if (at + sizeof(ulong) <= bytes.Length)
        {
            value = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]) >> shift;
            // Up to seven bits of a wide value are in the ninth byte.
            if (shift + width > 64)
                value |= (ulong)bytes[at + sizeof(ulong)] << (64 - shift);
        }
        else
        {
            value = 0;
            for (var i = 0; at + i < bytes.Length; i++)
                value |= (ulong)bytes[at + i] << (8 * i);
            value >>= shift;
        }

        return value & (ulong.MaxValue >> (64 - width));
    }
}
