namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>Fields of the LogicalType union of parquet.thrift.</summary>
static class LogicalTypes
{
    public const int String = 1;
    public const int Enum = 4;
    public const int Decimal = 5;
    public const int Date = 6;
    public const int Timestamp = 8;
    public const int Integer = 10;
    public const int Unknown = 11;
    public const int Json = 12;

    static readonly string[] s_names =
        ["?", "STRING", "MAP", "LIST", "ENUM", "DECIMAL", "DATE", "TIME", "TIMESTAMP", "?", "INTEGER", "UNKNOWN", "JSON", "BSON", "UUID", "FLOAT16", "VARIANT", "GEOMETRY", "GEOGRAPHY"];

    /// <summary>Its name in the format specification.</summary>
    public static string Name(int type) => type >= 0 && type < s_names.Length ? s_names[type] : "?";
}

/// <summary>The ConvertedType enumeration of parquet.thrift, by which files annotated their columns before LogicalType.</summary>
static class ConvertedTypes
{
    public const int Utf8 = 0;
    public const int Enum = 4;
    public const int Decimal = 5;
    public const int Date = 6;
    public const int TimestampMillis = 9;
    public const int TimestampMicros = 10;
    public const int Unsigned8 = 11;
    public const int Unsigned64 = 14;
    public const int Signed8 = 15;
    public const int Signed64 = 18;
    public const int Json = 19;

    static readonly string[] s_names =
    [
        "UTF8", "MAP", "MAP_KEY_VALUE", "LIST", "ENUM", "DECIMAL", "DATE", "TIME_MILLIS", "TIME_MICROS", "TIMESTAMP_MILLIS", "TIMESTAMP_MICROS", "UINT_8", "UINT_16", "UINT_32", "UINT_64",
        "INT_8", "INT_16", "INT_32", "INT_64", "JSON", "BSON", "INTERVAL",
    ];

    /// <summary>Its name in the format specification.</summary>
    public static string Name(int type) => type >= 0 && type < s_names.Length ? s_names[type] : "?";
}
