using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.Parquet;

/// <summary>Where one column of one row group lies. Sizes in bytes, page header included.</summary>
readonly record struct ColumnChunk(long Offset, int Uncompressed, int Compressed);

/// <summary>One row group.</summary>
sealed record RowGroup(int Rows, ColumnChunk[] Chunks);

/// <summary>
/// Page headers and footer. Field numbers and enumerations are those of parquet.thrift (apache/parquet-format, version 2.10);
/// the numbers of optional fields that this subset leaves out are simply missing.
/// </summary>
static class ParquetMetadata
{
    const string CreatedBy = "NonRecoursMatch";

    const int DataPage = 0;
    const int Plain = 0;
    const int Rle = 3;
    const int Required = 0;
    const int Optional = 1;
    const int ConvertedUtf8 = 0;
    const int ConvertedDecimal = 5;
    const int LogicalString = 1;
    const int LogicalDecimal = 5;
    const int CentsScale = 2;
    const int CentsPrecision = 18;

    /// <summary>The header of a data page, version 1.</summary>
    public static ReadOnlySpan<byte> PageHeader(int rows, int uncompressed, int compressed)
    {
        var thrift = new ThriftCompactWriter();
        thrift.Struct(() =>
        {
            thrift.Field(1, DataPage);
            thrift.Field(2, uncompressed);
            thrift.Field(3, compressed);
            thrift.Field(5, () =>
            {
                thrift.Field(1, rows);
                thrift.Field(2, Plain);
                thrift.Field(3, Rle);
                thrift.Field(4, Rle);
            });
        });
        return thrift.Bytes;
    }

    /// <summary>FileMetaData: schema, rows, row groups, creator. No time, no version of the program: the same rows give the same bytes.</summary>
    public static ReadOnlySpan<byte> Footer(IReadOnlyList<ParquetColumn> columns, long rows, List<RowGroup> groups, ParquetCodec codec)
    {
        var thrift = new ThriftCompactWriter();
        thrift.Struct(() =>
        {
            thrift.Field(1, 1);
            thrift.Field<ParquetColumn?>(2, [null, .. columns], column => SchemaElement(thrift, column, columns.Count));
            thrift.Field(3, rows);
            thrift.Field(4, groups, group => RowGroup(thrift, group, columns, codec));
            thrift.Field(6, CreatedBy);
        });
        return thrift.Bytes;
    }

    // The root of the schema tree comes first, as a column without type.
    static void SchemaElement(ThriftCompactWriter thrift, ParquetColumn? column, int children)
    {
        if (column is null)
        {
            thrift.Field(4, "schema");
            thrift.Field(5, children);
            return;
        }

        thrift.Field(1, PhysicalType(column.Kind));
        if (column.Kind == ColumnKind.Key128)
            thrift.Field(2, Key128.Size);
        thrift.Field(3, column.Nullable ? Optional : Required);
        thrift.Field(4, column.Name);
        if (column.Kind == ColumnKind.Utf8)
        {
            thrift.Field(6, ConvertedUtf8);
            thrift.Field(10, () => thrift.Field(LogicalString, () => { }));
        }
        else if (column.Cents)
        {
            thrift.Field(6, ConvertedDecimal);
            thrift.Field(7, CentsScale);
            thrift.Field(8, CentsPrecision);
            thrift.Field(10, () => thrift.Field(LogicalDecimal, () =>
            {
                thrift.Field(1, CentsScale);
                thrift.Field(2, CentsPrecision);
            }));
        }
    }

    static void RowGroup(ThriftCompactWriter thrift, RowGroup group, IReadOnlyList<ParquetColumn> columns, ParquetCodec codec)
    {
        thrift.Field<(ColumnChunk Chunk, ParquetColumn Column)>(1, [.. group.Chunks.Zip(columns)], pair =>
        {
            thrift.Field(2, pair.Chunk.Offset);
            thrift.Field(3, () =>
            {
                thrift.Field(1, PhysicalType(pair.Column.Kind));
                thrift.ListOfEnums(2, Plain, Rle);
                thrift.ListOfOne(3, pair.Column.Name);
                thrift.Field(4, (int)codec);
                thrift.Field(5, (long)group.Rows);
                thrift.Field(6, (long)pair.Chunk.Uncompressed);
                thrift.Field(7, (long)pair.Chunk.Compressed);
                thrift.Field(9, pair.Chunk.Offset);
            });
        });
        thrift.Field(2, group.Chunks.Sum(chunk => (long)chunk.Uncompressed));
        thrift.Field(3, (long)group.Rows);
    }

    static int PhysicalType(ColumnKind kind) => kind switch
    {
        ColumnKind.Int32 => 1,
        ColumnKind.Int64 => 2,
        ColumnKind.Utf8 => 6,
        _ => 7,
    };
}
