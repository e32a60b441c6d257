namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>The Encoding enumeration of parquet.thrift.</summary>
static class Encodings
{
    public const int Plain = 0;
    public const int PlainDictionary = 2;
    public const int Rle = 3;
    public const int BitPacked = 4;
    public const int DeltaBinaryPacked = 5;
    public const int DeltaLengthByteArray = 6;
    public const int DeltaByteArray = 7;
    public const int RleDictionary = 8;
    public const int ByteStreamSplit = 9;

    static readonly string[] s_names =
        ["PLAIN", "?", "PLAIN_DICTIONARY", "RLE", "BIT_PACKED", "DELTA_BINARY_PACKED", "DELTA_LENGTH_BYTE_ARRAY", "DELTA_BYTE_ARRAY", "RLE_DICTIONARY", "BYTE_STREAM_SPLIT"];

    /// <summary>The refusal of an encoding.</summary>
    public static ParquetFormatException Refuse(int encoding, PhysicalType type, ParquetPlace place)
        => place.Is(ParquetFault.UnsupportedEncoding, $"{(encoding >= 0 && encoding < s_names.Length ? s_names[encoding] : "?")} of {type}: rewrite with data pages of version 1");
}
