namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>The physical types of parquet.thrift, with its numbers.</summary>
enum PhysicalType
{
    Boolean = 0,
    Int32 = 1,
    Int64 = 2,
    Int96 = 3,
    Float = 4,
    Double = 5,
    ByteArray = 6,
    FixedLenByteArray = 7,
}

/// <summary>How the values of a column are shown as text.</summary>
enum CellKind
{
    Boolean,
    Signed,
    Unsigned,
    Float,
    Double,
    Text,
    Hexadecimal,
    Date,
    Decimal,
    Timestamp,
    Int96,
}

/// <summary>What a column holds.</summary>
/// <param name="Physical">How it is stored.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Length">Bytes of a FIXED_LEN_BYTE_ARRAY.</param>
/// <param name="Scale">Decimals of a DECIMAL.</param>
/// <param name="PerSecond">Units of a TIMESTAMP in a second: thousand, million or milliard.</param>
/// <param name="Utc">Whether a TIMESTAMP is an instant, in UTC, rather than what a local clock shows.</param>
readonly record struct ColumnType(PhysicalType Physical, CellKind Kind, int Length = 0, int Scale = 0, long PerSecond = 0, bool Utc = false)
{
    /// <summary>Bytes of a PLAIN value; 0 where they vary (BYTE_ARRAY) or are bits (BOOLEAN).</summary>
    public int Width => Physical switch
    {
        PhysicalType.Int32 or PhysicalType.Float => sizeof(int),
        PhysicalType.Int64 or PhysicalType.Double => sizeof(long),
        PhysicalType.Int96 => 12,
        PhysicalType.FixedLenByteArray => Length,
        _ => 0,
    };
}
