using System.IO.Compression;
using NonRecoursMatch.Formats.Parquet.Reading;
using NonRecoursMatch.Tests.Formats.Probes;
using static NonRecoursMatch.Tests.Formats.Probes.ParquetBuilder;

namespace NonRecoursMatch.Tests.Formats;

/// <summary>Each way in which a file is refused.</summary>
public class ParquetFaultTests
{
    static readonly byte[] s_five = [5, 0, 0, 0];
    static readonly ParquetLimits s_small = new(Page: 1 << 12, Total: 1 << 14);

    [Fact]
    public void What_is_not_a_whole_Parquet_file_is_refused()
    {
        var whole = Good().Bytes();
        Refused([], ParquetFault.NotParquet);
        Refused("PAR"u8.ToArray(), ParquetFault.NotParquet);
        Refused("nir;nom\r\n1;2\r\n"u8.ToArray(), ParquetFault.NotParquet);
        for (var length = 4; length < whole.Length; length++)
            Refused(whole[..length], ParquetFault.TruncatedFooter);
        // A length of the footer beyond the file, and one as large as it can be.
        Refused([.. whole[..^8], 0xFF, 0xFF, 0, 0, .. "PAR1"u8], ParquetFault.TruncatedFooter);
        Refused([.. whole[..^8], 0xFF, 0xFF, 0xFF, 0xFF, .. "PAR1"u8], ParquetFault.TruncatedFooter);
        Refused([.. whole[..^8], 0, 0, 0, 0, .. "PAR1"u8], ParquetFault.CorruptFooter);
    }

    [Fact]
    public void An_encrypted_file_or_column_is_refused()
    {
        Refused([.. "PARE"u8, .. new byte[20]], ParquetFault.Encrypted);
        Refused(Good(footer: fields => fields.With(8, new ThriftFields())), ParquetFault.Encrypted);
        Refused(Good(chunk: fields => fields.With(8, new ThriftFields())), ParquetFault.Encrypted, group: 0);
        Refused(Good(chunk: fields => fields.With(1, "other.parquet")), ParquetFault.DataElsewhere, group: 0);
    }

    [Fact]
    public void Groups_lists_and_maps_are_refused_by_name()
    {
        Refused(Good(new ThriftFields { { 3, 0 }, { 4, "n" }, { 5, 1 } }), ParquetFault.NestedColumn);
        Refused(Good(new ThriftFields { { 1, TypeInt32 }, { 3, 2 }, { 4, "n" } }), ParquetFault.NestedColumn);
        var repeated = new ThriftFields { { 1, 1 }, { 2, 0 }, { 4, Plain }, { 5, 0 }, { 6, 1 } };
        Refused(new ParquetBuilder().PageV2(1, 0, [], s_five, header: header => header.With(8, repeated)), ParquetFault.NestedColumn, group: 0);
    }

    [Theory]
    [InlineData(TypeInt32, 7)]
    [InlineData(TypeInt64, 8)]
    [InlineData(TypeFixedLenByteArray, 21)]
    [InlineData(TypeByteArray, 20)]
    [InlineData(TypeInt64, 6)]
    [InlineData(TypeInt32, 9)]
    public void Types_without_a_text_are_refused(int type, int converted)
    {
        Refused(Good(Column(type, converted: converted, length: 12)), ParquetFault.UnsupportedType);
        Refused(Good(Column(TypeFixedLenByteArray, logical: [(14, new ThriftFields())], length: 16)), ParquetFault.UnsupportedType);
        Refused(Good(Column(TypeFixedLenByteArray, converted: 5, scale: 2, precision: 50, length: 21)), ParquetFault.UnsupportedType);
    }

    [Theory]
    [InlineData(3, "LZO")]
    [InlineData(5, "LZ4")]
    [InlineData(6, "ZSTD")]
    [InlineData(7, "LZ4_RAW")]
    [InlineData(99, "unknown")]
    public void A_codec_that_is_not_read_is_refused_by_its_name_with_what_to_do(int codec, string name)
        => Refused(new ParquetBuilder { Codec = codec }.Page(1, s_five), ParquetFault.UnsupportedCodec, group: 0).Detail.ShouldBe($"{name}: rewrite with compression snappy or none");

    [Fact]
    public void An_encoding_that_is_not_read_is_refused_by_its_name()
    {
        Refused(new ParquetBuilder().Page(1, s_five, BitPacked), ParquetFault.UnsupportedEncoding, group: 0).Detail.ShouldContain("BIT_PACKED of Int32");
        Refused(new ParquetBuilder().Page(1, s_five, DeltaByteArray), ParquetFault.UnsupportedEncoding, group: 0);
        Refused(new ParquetBuilder().Page(1, s_five, 77), ParquetFault.UnsupportedEncoding, group: 0);
        Refused(new ParquetBuilder().Dictionary(1, s_five, DeltaBinaryPacked).Page(1, [0, 2], RleDictionary), ParquetFault.UnsupportedEncoding, group: 0);
        var levels = new ThriftFields { { 1, 1 }, { 2, Plain }, { 3, BitPacked } };
        Refused(new ParquetBuilder { Element = Column(TypeInt32, nullable: true) }.Page(1, s_five, header: header => header.With(5, levels)), ParquetFault.UnsupportedEncoding, group: 0);
    }

    [Fact]
    public void A_footer_that_contradicts_itself_is_refused()
    {
        Refused(Good(footer: fields => fields.With(2, null)), ParquetFault.CorruptFooter);
        Refused(Good(footer: fields => fields.With(3, null)), ParquetFault.CorruptFooter);
        Refused(Good(footer: fields => fields.With(2, new[] { new ThriftFields { { 4, "schema" }, { 5, 0 } } })), ParquetFault.CorruptFooter);
        Refused(Good(footer: fields => fields.With(1, "text").With(2, 7)), ParquetFault.CorruptFooter);
        Refused(Good(Column(99)), ParquetFault.CorruptFooter);
        Refused(Good(Column(TypeFixedLenByteArray, length: -1)), ParquetFault.CorruptFooter);
        Refused(Good(Column(TypeInt32, converted: 5, scale: 9, precision: 4)), ParquetFault.CorruptFooter);
        Refused(Good(Column(TypeInt64, logical: [(8, new ThriftFields())])), ParquetFault.CorruptFooter);
        Refused(Good(metadata: fields => fields.With(1, TypeInt64)), ParquetFault.CorruptFooter, group: 0);
        Refused(Good(metadata: fields => fields.With(3, new[] { "autre" })), ParquetFault.CorruptFooter, group: 0);
        Refused(Good(metadata: fields => fields.With(3, new[] { "n", "n" })), ParquetFault.CorruptFooter, group: 0);
        foreach (var lie in (long[])[-1, 0, 3, 1 << 20, long.MaxValue, long.MinValue])
        {
            Refused(Good(metadata: fields => fields.With(9, lie)), ParquetFault.CorruptFooter, group: 0);
            if (lie is not (0 or 3))
                Refused(Good(metadata: fields => fields.With(7, lie)), ParquetFault.CorruptFooter, group: 0);
        }

        // Two row groups of the same bytes; a list longer than the footer; structs in structs; an integer without end.
        Refused(Good(footer: fields => fields.With(3, 2L).With(4, Twice((Array)fields.Find(field => field.Id == 4).Value))), ParquetFault.CorruptFooter);
        Refused(Good(footer: fields => fields.With(2, (byte[])[0xFC, 0xFF, 0xFF, 0xFF, 0xFF, 0x07])), ParquetFault.CorruptFooter);
        Refused(Good(footer: fields => fields.With(1, Enumerable.Range(0, 100).Aggregate(new ThriftFields(), (inner, _) => new() { { 1, inner } }))), ParquetFault.CorruptFooter);
        Refused(Good(footer: fields => fields.With(1, (byte[])[0xF5, .. Enumerable.Repeat((byte)0xFF, 20)])), ParquetFault.CorruptFooter);
    }

    [Fact]
    public void Counts_that_disagree_are_refused()
    {
        foreach (var rows in (long[])[0, 2, long.MaxValue])
            Refused(Good(footer: fields => fields.With(3, rows)), ParquetFault.CountMismatch);
        Refused(Good(group: fields => fields.With(3, 2L)), ParquetFault.CountMismatch, group: 0);
        Refused(Good(metadata: fields => fields.With(5, 2L)), ParquetFault.CountMismatch, group: 0);
        Refused(new ParquetBuilder { Rows = 2 }.Page(1, s_five), ParquetFault.CountMismatch, group: 0);
        Refused(new ParquetBuilder().Page(2, [.. s_five, .. s_five]), ParquetFault.CountMismatch, group: 0);
        Refused(new ParquetBuilder().Page(1, [.. s_five, .. s_five]), ParquetFault.CountMismatch, group: 0);
        Refused(new ParquetBuilder { Element = Column(TypeInt32, nullable: true) }.PageV2(1, 1, [2, 1], s_five), ParquetFault.CountMismatch, group: 0);
    }

    [Fact]
    public void A_page_whose_bytes_are_wrong_is_refused()
    {
        Refused(new ParquetBuilder().Page(1, [1, 2, 3]), ParquetFault.CorruptPage, group: 0);
        Refused(new ParquetBuilder().Page(1, s_five, RleDictionary), ParquetFault.CorruptPage, group: 0);
        Refused(new ParquetBuilder().Dictionary(1, s_five).Dictionary(1, s_five), ParquetFault.CorruptPage, group: 0);
        Refused(new ParquetBuilder().Dictionary(int.MaxValue, s_five), ParquetFault.CorruptPage, group: 0);
        Refused(new ParquetBuilder().Dictionary(1, s_five).Page(1, [1, 2, 1], RleDictionary), ParquetFault.CorruptPage, group: 0);
        Refused(new ParquetBuilder().Dictionary(1, s_five).Page(1, [33, 2, 1], RleDictionary), ParquetFault.CorruptPage, group: 0);
        Refused(new ParquetBuilder { Element = Column(TypeByteArray) }.Page(1, [0xFF, 0xFF, 0xFF, 0xFF]), ParquetFault.CorruptPage, group: 0);
        Refused(new ParquetBuilder { Element = Column(TypeByteArray, converted: 5, precision: 30) }.Page(1, [17, 0, 0, 0, .. new byte[17]]), ParquetFault.CorruptPage, group: 0);
        Refused(new ParquetBuilder { Element = Column(TypeInt32, nullable: true) }.Page(1, [0xFF, 0xFF, 0xFF, 0x7F]), ParquetFault.CorruptPage, group: 0);
        Refused(new ParquetBuilder { Element = Column(TypeInt32, nullable: true) }.PageV2(1, 0, [2, 3], s_five), ParquetFault.CorruptPage, group: 0);
        // One value, and a header of differences that says two milliards of them, in blocks of no byte a value.
        Refused(new ParquetBuilder().Page(1, [0x80, 0x80, 0x40, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0, .. new byte[5_000]], DeltaBinaryPacked), ParquetFault.CorruptPage, group: 0);
        Refused(Good(header: header => header.With(1, 9)), ParquetFault.CorruptPage, group: 0);
        Refused(Good(header: header => header.With(2, -1)), ParquetFault.CorruptPage, group: 0);
        Refused(Good(header: header => header.With(3, 5)), ParquetFault.CorruptPage, group: 0);
        Refused(Good(header: header => header.With(3, int.MaxValue)), ParquetFault.CorruptPage, group: 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Compressed_bytes_of_another_size_or_another_codec_are_refused(int codec)
    {
        byte[] page = [.. Enumerable.Repeat(s_five, 100).SelectMany(value => value)];
        var stored = Compress(codec, page);
        ParquetBuilder File(byte[] bytes, int declared) => new ParquetBuilder { Codec = codec, Rows = 100 }.Page(100, page, stored: bytes, header: header => header.With(2, declared));
        ParquetCells.OfOne(File(stored, 400)).ShouldAllBe(cell => cell == "5");
        // A bomb gives more than it says: nothing behind the declared size is decompressed.
        foreach (var declared in (int[])[396, 404, 1])
            Refused(File(stored, declared), ParquetFault.CorruptPage, group: 0);
        // GZIP ends with eight bytes that .NET does not ask for.
        Refused(File(stored[..^9], 400), ParquetFault.CorruptPage, group: 0);
        Refused(File(page, 400), ParquetFault.CorruptPage, group: 0);
    }

    [Fact]
    public void What_is_too_large_is_refused_before_the_memory_is_taken()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(Good(header: header => header.With(2, int.MaxValue)), ParquetFault.TooLarge, group: 0);
        Refused(new ParquetBuilder { Codec = 2 }.Page(1, s_five, header: header => header.With(2, int.MaxValue)), ParquetFault.TooLarge, group: 0);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 22);
        // Many texts of few bytes: a dictionary of decimals of 38 digits.
        var dictionary = new ParquetBuilder { Element = Column(TypeFixedLenByteArray, converted: 5, length: 1, scale: 37, precision: 38) }.Dictionary(4_000, new byte[4_000]).Page(1, [0, 2], RleDictionary);
        Refused(dictionary, ParquetFault.TooLarge, group: 0, limits: s_small);
        ParquetCells.OfOne(dictionary).ShouldBe(["0." + new string('0', 37)]);
        Refused(Good(footer: fields => fields.With(6, new string('x', 5_000))), ParquetFault.TooLarge, limits: s_small);
        Refused(new ParquetBuilder { Element = Column(TypeByteArray) }.Page(1, [.. BitConverter.GetBytes(4_000), .. new byte[4_000]]), ParquetFault.TooLarge, group: 0, limits: s_small with { Total = 4_100 });
    }

    [Fact]
    public void A_column_is_named_only_by_what_looks_like_a_name()
    {
        foreach (var (name, shown) in ((string, string?)[])[("montant_2", "montant_2"), ("DUPONT", null), ("1620735123456", null), ("jean dupont", null), ("", null), (new string('a', 65), null)])
        {
            var refusal = Refused(Good(new ThriftFields { { 1, TypeInt32 }, { 3, 2 }, { 4, name } }), ParquetFault.NestedColumn, column: shown);
            refusal.ColumnNumber.ShouldBe(1);
            if (shown is null && name.Length > 0)
                refusal.ToString().ShouldNotContain(name);
        }
    }

    [Fact]
    public void After_a_refusal_nothing_more_is_read()
    {
        using var reader = new ParquetReader(new MemoryStream(new ParquetBuilder().Page(1, [1, 2, 3]).Bytes()));
        Should.Throw<ParquetFormatException>(() => reader.Read());
        Should.Throw<InvalidOperationException>(() => reader.Read());
    }

    static ParquetBuilder Good(
        ThriftFields? element = null,
        Func<ThriftFields, ThriftFields>? footer = null,
        Func<ThriftFields, ThriftFields>? group = null,
        Func<ThriftFields, ThriftFields>? chunk = null,
        Func<ThriftFields, ThriftFields>? metadata = null,
        Func<ThriftFields, ThriftFields>? header = null)
        => new ParquetBuilder
        {
            Element = element ?? Column(TypeInt32),
            Footer = footer ?? (fields => fields),
            Group = group ?? (fields => fields),
            Chunk = chunk ?? (fields => fields),
            Metadata = metadata ?? (fields => fields),
        }.Page(1, s_five, header: header);

    static ParquetFormatException Refused(ParquetBuilder file, ParquetFault fault, int? group = null, ParquetLimits? limits = null, string? column = "n")
    {
        var refusal = Refused(file.Bytes(), fault, limits);
        refusal.RowGroup.ShouldBe(group);
        if (refusal.ColumnNumber is not null)
            refusal.Column.ShouldBe(column);
        return refusal;
    }

    static ParquetFormatException Refused(byte[] file, ParquetFault fault, ParquetLimits? limits = null)
    {
        var refusal = Should.Throw<ParquetFormatException>(() => ParquetCells.Of(file, limits));
        refusal.Fault.ShouldBe(fault, refusal.Message);
        return refusal;
    }

    static object?[] Twice(Array groups) => new[] { groups.GetValue(0), groups.GetValue(0) };

    static byte[] Compress(int codec, byte[] bytes)
    {
        if (codec == 1)
            return Snappier.Snappy.CompressToArray(bytes);
        var stored = new MemoryStream();
        using (Stream stream = codec == 2 ? new GZipStream(stored, CompressionLevel.Optimal) : new BrotliStream(stored, CompressionLevel.Optimal))
            stream.Write(bytes);
        return stored.ToArray();
    }
}
