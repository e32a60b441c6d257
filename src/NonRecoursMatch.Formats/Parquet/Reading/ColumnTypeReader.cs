namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>
/// From the annotations of a column to how its values are shown. LogicalType counts before ConvertedType, as the format says; an annotation
/// that does not fit the physical type is refused, since its values would be shown wrongly.
/// </summary>
static class ColumnTypeReader
{
    // 38 digits, the precision of every SQL engine, fit in sixteen bytes.
    const int MostDigits = 38;
    const int LongestDecimal = 16;
    const int LongestFixed = 1 << 16;
    const long Millis = 1_000;
    const long Micros = 1_000_000;
    const long Nanos = 1_000_000_000;

    /// <summary>The type of a leaf.</summary>
    /// <exception cref="ParquetFormatException">UnsupportedType or CorruptFooter.</exception>
    public static ColumnType Of(SchemaElement element, ParquetPlace place)
    {
        var physical = (PhysicalType)element.Physical!.Value;
        if (!Enum.IsDefined(physical))
            throw place.Is(ParquetFault.CorruptFooter, "an unknown physical type");
        if (physical == PhysicalType.FixedLenByteArray && element.TypeLength is < 1 or > LongestFixed)
            throw place.Is(ParquetFault.CorruptFooter, $"values of a fixed length of {element.TypeLength} bytes");
        var type = element.Logical is { } logical ? OfLogical(logical, element, physical, place)
            : element.Converted is { } converted ? OfConverted(converted, element, physical, place)
            : Plain(physical);
        return type with { Length = physical == PhysicalType.FixedLenByteArray ? element.TypeLength : 0 };
    }

    // Old writers do not annotate texts: bytes without annotation are taken as they are. Of a fixed length, they are digests and the like.
    static ColumnType Plain(PhysicalType physical) => new(physical, physical switch
    {
        PhysicalType.Boolean => CellKind.Boolean,
        PhysicalType.Int32 or PhysicalType.Int64 => CellKind.Signed,
        PhysicalType.Int96 => CellKind.Int96,
        PhysicalType.Float => CellKind.Float,
        PhysicalType.Double => CellKind.Double,
        PhysicalType.ByteArray => CellKind.Text,
        _ => CellKind.Hexadecimal,
    });

    static ColumnType OfLogical(int logical, SchemaElement element, PhysicalType physical, ParquetPlace place) => (logical, physical) switch
    {
        (LogicalTypes.String or LogicalTypes.Enum or LogicalTypes.Json, PhysicalType.ByteArray) => new(physical, CellKind.Text),
        (LogicalTypes.Decimal, _) => Decimal(element, physical, place),
        (LogicalTypes.Date, PhysicalType.Int32) => new(physical, CellKind.Date),
        (LogicalTypes.Timestamp, PhysicalType.Int64) => new(physical, CellKind.Timestamp, PerSecond: Unit(element, place), Utc: element.LogicalUtc),
        (LogicalTypes.Integer, PhysicalType.Int32 or PhysicalType.Int64) => new(physical, element.LogicalSigned ? CellKind.Signed : CellKind.Unsigned),
        // A column without any known value, from a writer that could not tell its type.
        (LogicalTypes.Unknown, _) => Plain(physical),
        _ => throw Unsupported(place, LogicalTypes.Name(logical), physical),
    };

    static ColumnType OfConverted(int converted, SchemaElement element, PhysicalType physical, ParquetPlace place) => (converted, physical) switch
    {
        (ConvertedTypes.Utf8 or ConvertedTypes.Enum or ConvertedTypes.Json, PhysicalType.ByteArray) => new(physical, CellKind.Text),
        (ConvertedTypes.Decimal, _) => Decimal(element, physical, place),
        (ConvertedTypes.Date, PhysicalType.Int32) => new(physical, CellKind.Date),
        (ConvertedTypes.TimestampMillis, PhysicalType.Int64) => new(physical, CellKind.Timestamp, PerSecond: Millis, Utc: true),
        (ConvertedTypes.TimestampMicros, PhysicalType.Int64) => new(physical, CellKind.Timestamp, PerSecond: Micros, Utc: true),
        ( >= ConvertedTypes.Unsigned8 and <= ConvertedTypes.Unsigned64, PhysicalType.Int32 or PhysicalType.Int64) => new(physical, CellKind.Unsigned),
        ( >= ConvertedTypes.Signed8 and <= ConvertedTypes.Signed64, PhysicalType.Int32 or PhysicalType.Int64) => new(physical, CellKind.Signed),
        _ => throw Unsupported(place, ConvertedTypes.Name(converted), physical),
    };

    static ColumnType Decimal(SchemaElement element, PhysicalType physical, ParquetPlace place)
    {
        var fits = physical is PhysicalType.Int32 or PhysicalType.Int64 or PhysicalType.ByteArray || (physical == PhysicalType.FixedLenByteArray && element.TypeLength <= LongestDecimal);
        if (!fits || element.Precision > MostDigits)
            throw Unsupported(place, $"DECIMAL of {element.Precision} digits", physical);
        var scale = element.Scale ?? 0;
        if (element.Precision is null or < 1 || scale < 0 || scale > element.Precision)
            throw place.Is(ParquetFault.CorruptFooter, "a DECIMAL with an impossible precision or scale");
        return new(physical, CellKind.Decimal, Scale: scale);
    }

    static long Unit(SchemaElement element, ParquetPlace place) => element.LogicalUnit switch
    {
        1 => Millis,
        2 => Micros,
        3 => Nanos,
        _ => throw place.Is(ParquetFault.CorruptFooter, "a TIMESTAMP without a unit"),
    };

    static ParquetFormatException Unsupported(ParquetPlace place, string type, PhysicalType physical)
        => place.Is(ParquetFault.UnsupportedType, $"{type} in {physical}: convert the column to text, integer, decimal, date or timestamp");
}
