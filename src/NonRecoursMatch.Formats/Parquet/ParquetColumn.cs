using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.Parquet;

/// <summary>One column of a Parquet file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">
/// Int32 is INT32; Int64 is INT64; Key128 is FIXED_LEN_BYTE_ARRAY(16), raw bytes, never a UUID; Utf8 is BYTE_ARRAY annotated STRING.
/// </param>
/// <param name="Nullable">OPTIONAL, the default, or REQUIRED: every row then has a value.</param>
/// <param name="Cents">An Int64 column of cents is annotated DECIMAL(18,2), so that readers show euros.</param>
public sealed record ParquetColumn(string Name, ColumnKind Kind, bool Nullable = true, bool Cents = false)
{
    /// <summary>Columns of a table, all nullable, amounts in cents.</summary>
    public static IReadOnlyList<ParquetColumn> Of(TableSchema schema)
        => [.. schema.Fields.Select(field => new ParquetColumn(field.Name, field.Kind, Cents: field.Kind == ColumnKind.Int64))];
}

/// <summary>Compression of the pages.</summary>
public enum ParquetCodec
{
    /// <summary>None: a little faster to write, many times larger for texts that repeat.</summary>
    Uncompressed = 0,

    /// <summary>GZIP (RFC 1952): the one codec that .NET and the usual readers of Parquet share.</summary>
    Gzip = 2,
}
