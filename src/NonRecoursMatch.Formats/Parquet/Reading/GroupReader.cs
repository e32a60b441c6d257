namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>RowGroup, ColumnChunk and ColumnMetaData of parquet.thrift.</summary>
static class GroupReader
{
    // The magic number comes first.
    const int DataStart = 4;

    /// <summary>Reads the current struct.</summary>
    public static Group Read(ref ThriftCompactReader thrift, IReadOnlyList<Leaf> leaves, int number, long dataEnd)
    {
        var place = new ParquetPlace(RowGroup: number);
        var chunks = new List<(Chunk Chunk, long Values)>();
        long? rows = null;
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            switch (thrift.FieldId)
            {
                case 1:
                    for (var left = thrift.EnterList(); left > 0; left--)
                        chunks.Add(ReadChunk(ref thrift, chunks.Count < leaves.Count ? leaves[chunks.Count] : throw place.Is(ParquetFault.CorruptFooter, "more columns than in the schema"), number, dataEnd));
                    break;
                case 3:
                    rows = thrift.ReadInt64();
                    break;
                default:
                    thrift.Skip();
                    break;
            }
        }

        thrift.LeaveStruct(outer);
        if (rows is null or < 0 || chunks.Count != leaves.Count)
            throw place.Is(ParquetFault.CorruptFooter, "another number of columns than the schema, or no number of rows");
        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].Values != rows)
                throw (leaves[i].Place with { RowGroup = number }).Is(ParquetFault.CountMismatch, $"{chunks[i].Values} values for {rows} rows");
        }

        return new Group(rows.Value, [.. chunks.Select(chunk => chunk.Chunk)]);
    }

    static (Chunk Chunk, long Values) ReadChunk(ref ThriftCompactReader thrift, Leaf leaf, int number, long dataEnd)
    {
        var place = leaf.Place with { RowGroup = number };
        (Chunk, long)? chunk = null;
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            switch (thrift.FieldId)
            {
                case 1:
                    throw place.Is(ParquetFault.DataElsewhere, "the values are in another file: deliver one complete file");
                case 3:
                    chunk = ReadMetadata(ref thrift, leaf, place, dataEnd);
                    break;
                case 8 or 9:
                    throw place.Is(ParquetFault.Encrypted, "the column is encrypted: deliver the file in clear");
                default:
                    thrift.Skip();
                    break;
            }
        }

        thrift.LeaveStruct(outer);
        return chunk ?? throw place.Is(ParquetFault.CorruptFooter, "a column without description");
    }

    static (Chunk Chunk, long Values) ReadMetadata(ref ThriftCompactReader thrift, Leaf leaf, ParquetPlace place, long dataEnd)
    {
        int? type = null, codec = null;
        long? values = null, size = null, data = null;
        var dictionary = 0L;
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            switch (thrift.FieldId)
            {
                case 1:
                    type = thrift.ReadInt32();
                    break;
                case 3:
                    CheckPath(ref thrift, place);
                    break;
                case 4:
                    codec = thrift.ReadInt32();
                    break;
                case 5:
                    values = thrift.ReadInt64();
                    break;
                case 7:
                    size = thrift.ReadInt64();
                    break;
                case 9:
                    data = thrift.ReadInt64();
                    break;
                case 11:
                    dictionary = thrift.ReadInt64();
                    break;
                default:
                    thrift.Skip();
                    break;
            }
        }

        thrift.LeaveStruct(outer);
        if (type != (int)leaf.Type.Physical || codec is null || values is null or < 0 || size is null || data is null)
            throw place.Is(ParquetFault.CorruptFooter, "a column described incompletely or otherwise than in the schema");
        PageCodec.Check(codec.Value, place);
        // Some writers say 0 where there is no dictionary.
        var start = dictionary > 0 && dictionary < data ? dictionary : data.Value;
        if (values > 0 && (start < DataStart || start > dataEnd || size < 0 || size > dataEnd - start))
            throw place.Is(ParquetFault.CorruptFooter, "a column outside the file");
        return (values == 0 ? default : new Chunk(codec.Value, start, start + size.Value), values.Value);
    }

    static void CheckPath(ref ThriftCompactReader thrift, ParquetPlace place)
    {
        var parts = thrift.EnterList();
        if (parts != 1 || thrift.ReadString() != place.Name)
            throw place.Is(ParquetFault.CorruptFooter, "columns in another order than in the schema");
    }
}
