using System.Buffers.Binary;

namespace NonRecoursMatch.Tests.Formats.Probes;

/// <summary>A Parquet file of one column <c>n</c> and one row group, put together by hand. Whatever is not set is right.</summary>
sealed class ParquetBuilder
{
    public const int TypeBoolean = 0, TypeInt32 = 1, TypeInt64 = 2, TypeInt96 = 3, TypeFloat = 4, TypeDouble = 5, TypeByteArray = 6, TypeFixedLenByteArray = 7;
    public const int Plain = 0, PlainDictionary = 2, Rle = 3, BitPacked = 4, DeltaBinaryPacked = 5, DeltaLengthByteArray = 6, DeltaByteArray = 7, RleDictionary = 8, ByteStreamSplit = 9;

    readonly List<(ThriftFields Header, byte[] Bytes)> _pages = [];

    /// <summary>The schema element: REQUIRED unless said otherwise.</summary>
    public ThriftFields Element { get; init; } = Column(TypeInt32);

    public int Codec { get; init; }

    public long Rows { get; init; } = 1;

    public Func<ThriftFields, ThriftFields> Footer { get; init; } = fields => fields;

    public Func<ThriftFields, ThriftFields> Group { get; init; } = fields => fields;

    public Func<ThriftFields, ThriftFields> Chunk { get; init; } = fields => fields;

    public Func<ThriftFields, ThriftFields> Metadata { get; init; } = fields => fields;

    /// <summary>A schema element of column <c>n</c>.</summary>
    public static ThriftFields Column(int type, bool nullable = false, int? converted = null, ThriftFields? logical = null, int? length = null, int? scale = null, int? precision = null)
        => new ThriftFields { { 1, type }, { 3, nullable ? 1 : 0 }, { 4, "n" } }.With(2, length).With(6, converted).With(7, scale).With(8, precision).With(10, logical);

    /// <summary>Adds a data page of version 1.</summary>
    public ParquetBuilder Page(int values, byte[] bytes, int encoding = Plain, byte[]? stored = null, Func<ThriftFields, ThriftFields>? header = null)
        => Add(new() { { 1, 0 }, { 2, bytes.Length }, { 3, (stored ?? bytes).Length }, { 5, new ThriftFields { { 1, values }, { 2, encoding }, { 3, Rle }, { 4, Rle } } } }, stored ?? bytes, header);

    /// <summary>Adds a data page of version 2.</summary>
    public ParquetBuilder PageV2(int values, int nulls, byte[] levels, byte[] bytes, int encoding = Plain, byte[]? stored = null, Func<ThriftFields, ThriftFields>? header = null)
    {
        var fields = new ThriftFields { { 1, values }, { 2, nulls }, { 3, values }, { 4, encoding }, { 5, levels.Length }, { 6, 0 }, { 7, stored is not null } };
        return Add(new() { { 1, 3 }, { 2, levels.Length + bytes.Length }, { 3, levels.Length + (stored ?? bytes).Length }, { 8, fields } }, [.. levels, .. stored ?? bytes], header);
    }

    /// <summary>Adds a dictionary page.</summary>
    public ParquetBuilder Dictionary(int values, byte[] bytes, int encoding = Plain)
        => Add(new() { { 1, 2 }, { 2, bytes.Length }, { 3, bytes.Length }, { 7, new ThriftFields { { 1, values }, { 2, encoding } } } }, bytes, null);

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        byte[] pages = [.. _pages.SelectMany(page => (byte[])[.. page.Header.Bytes(), .. page.Bytes])];
        var metadata = Metadata(new()
        {
            { 1, Element.Find(field => field.Id == 1).Value ?? TypeInt32 }, { 2, new[] { Plain } }, { 3, new[] { "n" } }, { 4, Codec }, { 5, Rows }, { 6, (long)pages.Length },
            { 7, (long)pages.Length }, { 9, 4L },
        });
        var group = Group(new() { { 1, new[] { Chunk(new() { { 2, 4L }, { 3, metadata } }) } }, { 2, (long)pages.Length }, { 3, Rows } });
        var root = new ThriftFields { { 4, "schema" }, { 5, 1 } };
        var footer = Footer(new() { { 1, 1 }, { 2, new[] { root, Element } }, { 3, Rows }, { 4, new[] { group } } }).Bytes();
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        return [.. "PAR1"u8, .. pages, .. footer, .. length, .. "PAR1"u8];
    }

    ParquetBuilder Add(ThriftFields header, byte[] bytes, Func<ThriftFields, ThriftFields>? change)
    {
        _pages.Add((change is null ? header : change(header), bytes));
        return this;
    }
}
