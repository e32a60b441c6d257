namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>A leaf of the schema.</summary>
/// <param name="Place">Its name and number.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Nullable">OPTIONAL, of maximum definition level 1, rather than REQUIRED.</param>
sealed record Leaf(ParquetPlace Place, ColumnType Type, bool Nullable);

/// <summary>The pages of one column of one row group.</summary>
readonly record struct Chunk(int Codec, long Start, long End);

/// <summary>The chunks of one row group, in the order of the schema.</summary>
sealed record Group(long Rows, Chunk[] Chunks);

/// <summary>FileMetaData of parquet.thrift, checked: what the rest of the reader relies on.</summary>
sealed record FileMetadata(IReadOnlyList<Leaf> Leaves, IReadOnlyList<Group> Groups, long Rows)
{
    const int Required = 0;
    const int Optional = 1;

    /// <summary>Reads the footer.</summary>
    /// <param name="footer">Its bytes.</param>
    /// <param name="dataEnd">Where it starts in the file: pages lie before it.</param>
    /// <exception cref="ParquetFormatException">Anything that makes the file unreadable, but what only its pages can say.</exception>
    public static FileMetadata Read(ReadOnlySpan<byte> footer, long dataEnd)
    {
        var place = new ParquetPlace();
        var thrift = new ThriftCompactReader(footer, place, ParquetFault.CorruptFooter);
        IReadOnlyList<Leaf>? leaves = null;
        List<Group> groups = [];
        long? rows = null;
        var outer = thrift.EnterStruct();
        while (thrift.NextField())
        {
            switch (thrift.FieldId)
            {
                // What is said twice counts once: row groups were checked against the first schema.
                case 2 when leaves is null:
                    leaves = ReadSchema(ref thrift);
                    break;
                case 3:
                    rows = thrift.ReadInt64();
                    break;
                case 4:
                    if (leaves is null)
                        throw place.Is(ParquetFault.CorruptFooter, "row groups before the schema");
                    for (var left = thrift.EnterList(); left > 0; left--)
                        groups.Add(GroupReader.Read(ref thrift, leaves, groups.Count, dataEnd));
                    break;
                case 8:
                    throw place.Is(ParquetFault.Encrypted, "the columns are encrypted: deliver the file in clear");
                default:
                    thrift.Skip();
                    break;
            }
        }

        thrift.LeaveStruct(outer);
        if (leaves is null || rows is null)
            throw place.Is(ParquetFault.CorruptFooter, "no schema or no number of rows");
        CheckRows(groups, rows.Value, place);
        CheckOverlaps(groups, place);
        return new FileMetadata(leaves, groups, rows.Value);
    }

    static List<Leaf> ReadSchema(ref ThriftCompactReader thrift)
    {
        var root = (SchemaElement?)null;
        var leaves = new List<Leaf>();
        for (var left = thrift.EnterList(); left > 0; left--)
        {
            var element = SchemaElement.Read(ref thrift);
            if (root is null)
                root = element;
            else
                leaves.Add(LeafOf(element, leaves.Count + 1));
        }

        var place = new ParquetPlace();
        if (leaves.Count == 0)
            throw place.Is(ParquetFault.CorruptFooter, "no column");
        return root!.Children == leaves.Count ? leaves : throw place.Is(ParquetFault.CorruptFooter, "another number of columns than the schema says");
    }

    static Leaf LeafOf(SchemaElement element, int number)
    {
        var place = new ParquetPlace(element.Name, number);
        if (element.Name is null)
            throw place.Is(ParquetFault.CorruptFooter, "a column without name");
        if (element.Physical is null || element.Children != 0 || element.Repetition is not (Required or Optional))
            throw place.Is(ParquetFault.NestedColumn, "a group, a list or a map: deliver one value per cell");
        return new Leaf(place, ColumnTypeReader.Of(element, place), element.Repetition == Optional);
    }

    static void CheckRows(List<Group> groups, long rows, ParquetPlace place)
    {
        var left = rows;
        foreach (var group in groups)
        {
            if (group.Rows > left)
                throw place.Is(ParquetFault.CountMismatch, "more rows in row groups than in the file");
            left -= group.Rows;
        }

        if (left != 0)
            throw place.Is(ParquetFault.CountMismatch, "fewer rows in row groups than in the file");
    }

    // Chunks that share bytes would make of a small file as many rows as one likes.
    static void CheckOverlaps(List<Group> groups, ParquetPlace place)
    {
        var end = 0L;
        foreach (var chunk in groups.SelectMany(group => group.Chunks).Where(chunk => chunk.End > chunk.Start).OrderBy(chunk => chunk.Start))
        {
            if (chunk.Start < end)
                throw place.Is(ParquetFault.CorruptFooter, "two columns share bytes");
            end = chunk.End;
        }
    }
}
