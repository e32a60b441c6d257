using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Parquet;
using NonRecoursMatch.Formats.Parquet.Reading;
using NonRecoursMatch.Tests.Formats.Probes;
using static NonRecoursMatch.Tests.Formats.Probes.ParquetBuilder;

namespace NonRecoursMatch.Tests.Formats;

public class ParquetReaderTests
{
    [Fact]
    public void What_our_writer_wrote_is_read_back_with_its_unknown_values()
        => Prop.ForAll<(int? Number, long? Cents, ulong? Key, string? Text)[], bool>((rows, gzip) =>
        {
            using var folder = new TemporaryFolder();
            Write(folder["t.parquet"], gzip ? ParquetCodec.Gzip : ParquetCodec.Uncompressed, rows);
            using var reader = new ParquetReader(folder["t.parquet"]);
            reader.Header.ShouldBe(["n", "euros", "cle", "texte"]);
            var expected = rows.Select(row => new[]
            {
                row.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                row.Cents is { } cents ? FormattableString.Invariant($"{cents / 100m:0.00}") : null,
                row.Key is { } key ? new Key128(key, ~key).ToString() : null,
                row.Text is { } text ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : null,
            });
            return ParquetCells.Of(reader).Select(row => string.Join('|', row.Select(cell => cell ?? "\\N"))).SequenceEqual(expected.Select(row => string.Join('|', row.Select(cell => cell ?? "\\N"))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Several_row_groups_are_read_one_after_the_other()
    {
        using var folder = new TemporaryFolder();
        var rows = ParquetWriter.RowsPerGroup + 3;
        Write(folder["t.parquet"], ParquetCodec.Gzip, [.. Enumerable.Range(0, rows).Select(i => ((int?)i, i % 3 == 0 ? null : (long?)i, (ulong?)null, (string?)""))]);
        using var reader = new ParquetReader(folder["t.parquet"]);
        var read = ParquetCells.Of(reader);
        read.Select(row => row[0]).ShouldBe(Enumerable.Range(0, rows).Select(i => $"{i}"));
        read.Count(row => row[1] is null).ShouldBe((rows + 2) / 3);
        read.ShouldAllBe(row => row[2] == null && row[3] == "");
    }

    [Fact]
    public void Integers_are_decimal_signed_or_not()
    {
        One(Column(TypeInt32), LittleEndian(-5)).ShouldBe("-5");
        One(Column(TypeInt32, converted: 15), LittleEndian(-128)).ShouldBe("-128");
        One(Column(TypeInt32, converted: 13), LittleEndian(-1)).ShouldBe("4294967295");
        One(Column(TypeInt64), LittleEndian(long.MinValue)).ShouldBe("-9223372036854775808");
        One(Column(TypeInt64, converted: 14), LittleEndian(-1L)).ShouldBe("18446744073709551615");
        One(Column(TypeInt64, logical: [(10, new ThriftFields { { 2, false } })]), LittleEndian(-1L)).ShouldBe("18446744073709551615");
    }

    [Fact]
    public void Floating_point_numbers_and_booleans_have_one_text()
    {
        One(Column(TypeDouble), BitConverter.GetBytes(12.0)).ShouldBe("12");
        One(Column(TypeDouble), BitConverter.GetBytes(-0.1)).ShouldBe("-0.1");
        One(Column(TypeFloat), BitConverter.GetBytes(0.1f)).ShouldBe("0.1");
        One(Column(TypeBoolean), [1]).ShouldBe("true");
        One(Column(TypeBoolean), [0]).ShouldBe("false");
    }

    [Theory]
    [InlineData(0, "1970-01-01")]
    [InlineData(-25567, "1900-01-01")]
    [InlineData(-719162, "0001-01-01")]
    [InlineData(2932896, "9999-12-31")]
    [InlineData(2932897, "2932897")]
    [InlineData(int.MinValue, "-2147483648")]
    public void A_day_is_ISO_8601_and_a_number_where_no_calendar_has_it(int days, string text)
    {
        One(Column(TypeInt32, converted: 6), LittleEndian(days)).ShouldBe(text);
        One(Column(TypeInt32, logical: [(6, new ThriftFields())]), LittleEndian(days)).ShouldBe(text);
    }

    [Theory]
    [InlineData(1, 0L, "1970-01-01T00:00:00")]
    [InlineData(1, -1L, "1969-12-31T23:59:59.999")]
    [InlineData(2, 1_500_000L, "1970-01-01T00:00:01.5")]
    [InlineData(3, 86_400_000_000_001L, "1970-01-02T00:00:00.000000001")]
    [InlineData(3, long.MinValue, "1677-09-21T00:12:43.145224192")]
    [InlineData(1, long.MinValue, "-106751991168T16:47:04.192")]
    public void A_timestamp_is_ISO_8601_in_its_own_unit(int unit, long value, string text)
    {
        ThriftFields Logical(bool utc) => new() { { 8, new ThriftFields { { 1, utc }, { 2, new ThriftFields { { unit, new ThriftFields() } } } } } };
        One(Column(TypeInt64, logical: Logical(utc: false)), LittleEndian(value)).ShouldBe(text);
        One(Column(TypeInt64, logical: Logical(utc: true)), LittleEndian(value)).ShouldBe(text + "Z");
    }

    [Fact]
    public void Old_timestamps_are_read_too()
    {
        One(Column(TypeInt64, converted: 9), LittleEndian(1_500L)).ShouldBe("1970-01-01T00:00:01.5Z");
        One(Column(TypeInt64, converted: 10), LittleEndian(1L)).ShouldBe("1970-01-01T00:00:00.000001Z");
        One(Column(TypeInt96), [.. LittleEndian(30_600_000_000_000L), .. LittleEndian(2_440_589)]).ShouldBe("1970-01-02T08:30:00");
        One(Column(TypeInt96), [.. LittleEndian(-1L), .. LittleEndian(2_440_589)]).ShouldBe("1");
    }

    [Theory]
    [InlineData("00", 0, "0")]
    [InlineData("00", 2, "0.00")]
    [InlineData("FF", 2, "-0.01")]
    [InlineData("04D2", 2, "12.34")]
    [InlineData("FB2E", 4, "-0.1234")]
    [InlineData("7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", 10, "17014118346046923173168730371.5884105727")]
    [InlineData("80000000000000000000000000000000", 0, "-170141183460469231731687303715884105728")]
    public void A_decimal_has_the_decimals_of_its_column(string bytes, int scale, string text)
    {
        var value = Convert.FromHexString(bytes);
        One(Column(TypeFixedLenByteArray, converted: 5, length: value.Length, scale: scale, precision: 38), value).ShouldBe(text);
        One(Column(TypeByteArray, converted: 5, scale: scale, precision: 38), [.. LittleEndian(value.Length), .. value]).ShouldBe(text);
        if (value.Length <= 2)
            One(Column(TypeInt32, converted: 5, scale: scale, precision: 9), LittleEndian(int.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(text);
    }

    [Fact]
    public void Text_is_given_as_it_is_and_bytes_of_a_fixed_length_in_hexadecimal_digits()
    {
        byte[] text = [3, 0, 0, 0, (byte)'a', 0xFF, 0];
        One(Column(TypeByteArray), text).ShouldBe("a\uFFFD\0");
        One(Column(TypeByteArray, converted: 0), text).ShouldBe("a\uFFFD\0");
        One(Column(TypeByteArray, converted: 4), text).ShouldBe("a\uFFFD\0");
        One(Column(TypeFixedLenByteArray, length: 7), text).ShouldBe("0300000061ff00");
    }

    [Fact]
    public void An_unknown_value_is_not_an_empty_text()
    {
        // Three levels bit-packed: known, unknown, known.
        byte[] page = [2, 0, 0, 0, 0b11, 0b101, 0, 0, 0, 0, 1, 0, 0, 0, (byte)'x'];
        ParquetCells.OfOne(new ParquetBuilder { Element = Column(TypeByteArray, nullable: true), Rows = 3 }.Page(3, page)).ShouldBe(["", null, "x"]);
        // The same in version 2, and a group that is unknown all through, in three bytes.
        ParquetCells.OfOne(new ParquetBuilder { Element = Column(TypeByteArray, nullable: true), Rows = 3 }.PageV2(3, 1, page[4..6], page[6..])).ShouldBe(["", null, "x"]);
        ParquetCells.OfOne(new ParquetBuilder { Element = Column(TypeByteArray, nullable: true), Rows = 100 }.PageV2(100, 100, [0xC8, 0x01, 0], [])).ShouldBe(new string?[100]);
    }

    [Fact]
    public void A_dictionary_serves_the_pages_after_it()
    {
        byte[] dictionary = [.. LittleEndian(-7), .. LittleEndian(40)];
        var file = new ParquetBuilder { Rows = 12 }.Dictionary(2, dictionary).Page(4, [1, 8, 1], RleDictionary).Page(8, [1, 0b11, 0b0110_0110], PlainDictionary);
        ParquetCells.OfOne(file).ShouldBe(["40", "40", "40", "40", "-7", "40", "40", "-7", "-7", "40", "40", "-7"]);
    }

    [Fact]
    public void A_page_with_a_CRC_is_held_to_it()
    {
        // 0xCBF43926 is the published check value of CRC-32: of the digits 1 to 9.
        var digits = "123456789"u8.ToArray();
        var element = Column(TypeFixedLenByteArray, length: 9);
        ParquetCells.OfOne(new ParquetBuilder { Element = element }.Page(1, digits, header: header => header.With(4, unchecked((int)0xCBF43926)))).ShouldBe(["313233343536373839"]);
        Should.Throw<ParquetFormatException>(() => ParquetCells.OfOne(new ParquetBuilder { Element = element }.Page(1, digits, header: header => header.With(4, 1)))).Fault.ShouldBe(ParquetFault.ChecksumMismatch);
    }

    [Fact]
    public void A_page_header_longer_than_the_first_bytes_tried_is_read()
    {
        var statistics = new ThriftFields { { 1, new string('x', 100_000) } };
        ParquetCells.OfOne(new ParquetBuilder().Page(1, LittleEndian(5), header: header => header.With(9, statistics))).ShouldBe(["5"]);
    }

    [Fact]
    public void A_file_without_rows_has_columns()
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.parquet"], ParquetCodec.Gzip, []);
        using var reader = new ParquetReader(folder["t.parquet"]);
        (reader.FieldCount, reader.RowCount, reader.Read(), reader.Row).ShouldBe((4, 0, false, 0));
    }

    static string? One(ThriftFields element, byte[] value)
    {
        var plain = ParquetCells.OfOne(new ParquetBuilder { Element = element }.Page(1, value)).ShouldHaveSingleItem();
        // From a dictionary, where the format has one, the text is the same.
        if ((int)element[0].Value != TypeBoolean)
            ParquetCells.OfOne(new ParquetBuilder { Element = element }.Dictionary(1, value).Page(1, [0, 2], RleDictionary)).ShouldBe([plain]);
        return plain;
    }

    static byte[] LittleEndian(int value) => BitConverter.GetBytes(value);

    static byte[] LittleEndian(long value) => BitConverter.GetBytes(value);

    static void Write(string path, ParquetCodec codec, (int? Number, long? Cents, ulong? Key, string? Text)[] rows)
    {
        using var writer = new ParquetWriter(path, [new("n", ColumnKind.Int32), new("euros", ColumnKind.Int64, Cents: true), new("cle", ColumnKind.Key128), new("texte", ColumnKind.Utf8)], codec);
        var columns = writer.Batch.Columns;
        foreach (var (number, cents, key, text) in rows)
        {
            Append(columns[0], number, value => columns[0].Append(value));
            Append(columns[1], cents, value => columns[1].Append(value));
            Append(columns[2], key, value => columns[2].Append(new Key128(value, ~value)));
            if (text is null)
                columns[3].AppendNull();
            else
                columns[3].Append(Encoding.UTF8.GetBytes(text));
            writer.RowDone();
        }

        writer.Complete();
    }

    static void Append<T>(Column column, T? value, Action<T> known)
        where T : struct
    {
        if (value is { } there)
            known(there);
        else
            column.AppendNull();
    }
}
