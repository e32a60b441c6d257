namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>CRC-32 of IEEE 802.3 and GZIP (RFC 1952), which page headers may hold. Eight bytes a step, by eight tables.</summary>
static class Crc32
{
    const uint Polynomial = 0xEDB88320;
    const int Step = 8;

    static readonly uint[][] s_tables = Tables();

    /// <summary>The CRC of <paramref name="bytes"/>.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var t = s_tables;
        var crc = uint.MaxValue;
        for (; bytes.Length >= Step; bytes = bytes[Step..])
        {
            crc = t[7][(byte)(crc ^ bytes[0])] ^ t[6][(byte)((crc >> 8) ^ bytes[1])] ^ t[5][(byte)((crc >> 16) ^ bytes[2])] ^ t[4][(crc >> 24) ^ bytes[3]]
                ^ t[3][bytes[4]] ^ t[2][bytes[5]] ^ t[1][bytes[6]] ^ t[0][bytes[7]];
        }

        foreach (var next in bytes)
            crc = t[0][(byte)(crc ^ next)] ^ (crc >> 8);
        return ~crc;
    }

    static uint[][] Tables()
    {
        var tables = Enumerable.Range(0, Step).Select(_ => new uint[256]).ToArray();
        for (var i = 0; i < 256; i++)
        {
            var crc = (uint)i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            tables[0][i] = crc;
        }

        for (var table = 1; table < Step; table++)
        {
            for (var i = 0; i < 256; i++)
                tables[table][i] = tables[0][(byte)tables[table - 1][i]] ^ (tables[table - 1][i] >> 8);
        }

        return tables;
    }
}
