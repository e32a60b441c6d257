namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>Unsigned variable-length integers inside pages: seven bits a byte, lowest first.</summary>
static class Varints
{
    const int Bits = 64;

    /// <summary>Reads one and moves <paramref name="position"/> behind it.</summary>
    /// <exception cref="ParquetFormatException">CorruptPage.</exception>
    public static ulong Read(ReadOnlySpan<byte> bytes, ref int position, ParquetPlace place)
    {
        var value = 0UL;
        for (var shift = 0; shift < Bits && position < bytes.Length; shift += 7)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw place.IsCorrupt("a length behind the end of the page");
    }
}
