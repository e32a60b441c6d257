using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Formats.FixedWidth;
using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Tests.Formats.Tables;

public class FixedWidthReaderTests
{
    static readonly FixedWidthLayout s_layout = new([new("nom", 3, 8), new("age", 11, 3)], Utf8: true)
    {
        Header = "00",
        Detail = "10",
        Trailer = "99",
        TrailerRows = new("lignes", 3, 6),
        TrailerTotal = new("total", 9, 9),
    };

    [Fact]
    public void Details_are_rows_and_the_trailer_announces()
    {
        using var reader = Reader("00ENTETE\r\n10DURAND   42\r\n10ÉTÉ       7\r\n99000002000001234\r\n");
        Rows(reader).ShouldBe(["2:DURAND|42", "3:ÉTÉ|7"]);
        (reader.AnnouncedRows, reader.AnnouncedTotal).ShouldBe((2, 1234));
    }

    [Fact]
    public void A_short_record_has_the_cells_that_it_reaches()
    {
        using var reader = Reader("10DURAND\n99000001000000000\n");
        reader.Read().ShouldBeTrue();
        reader.FieldCount.ShouldBe(1);
        reader.Field(1).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void An_empty_line_is_said_to_be_one()
    {
        using var reader = Reader("\n99000000000000000");
        reader.Read().ShouldBeTrue();
        reader.IsEmptyLine.ShouldBeTrue();
        reader.Read().ShouldBeFalse();
    }

    [Theory]
    [InlineData("10DURAND   42\n", TableFault.TrailerMissing, 1)]
    [InlineData("10DURAND   42\n99000001000000000\n10DUPONT   43\n", TableFault.AfterTrailer, 3)]
    [InlineData("10DURAND   42\n77DUPONT   43\n", TableFault.UnknownRecord, 2)]
    public void What_is_wrong_is_named_with_its_line(string text, TableFault fault, long line)
    {
        using var reader = Reader(text);
        var thrown = Should.Throw<TableFaultException>(() => Rows(reader));
        (thrown.Fault, thrown.Line).ShouldBe((fault, line));
        thrown.Message.ShouldNotContain("DU");
    }

    [Fact]
    public void A_line_that_never_ends_is_refused_in_bounded_memory()
    {
        using var reader = new FixedWidthReader(new Endless(), s_layout);
        Should.Throw<TableFaultException>(() => reader.Read()).Fault.ShouldBe(TableFault.RecordTooLong);
    }

    [Fact]
    public void Bytes_at_random_are_rows_or_a_named_fault() => Prop.ForAll(Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().ToArbitrary(), bytes =>
    {
        using var reader = new FixedWidthReader(new MemoryStream(bytes), s_layout with { Detail = null });
        try
        {
            Rows(reader);
        }
        catch (TableFaultException)
        {
        }
    }).QuickCheckThrowOnFailure();

    static FixedWidthReader Reader(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), s_layout);

    static List<string> Rows(FixedWidthReader reader)
    {
        var rows = new List<string>();
        while (reader.Read())
            rows.Add($"{reader.Line}:{string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.Field(i))))}");
        return rows;
    }

    sealed class Endless : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'A');
            return buffer.Length;
        }
    }
}
