using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Parquet;
using NonRecoursMatch.Tests.Formats.Probes;

namespace NonRecoursMatch.Tests.Formats;

public class ParquetWriterTests
{
    static readonly ParquetColumn[] s_nullable =
        [new("n", ColumnKind.Int32), new("euros", ColumnKind.Int64, Cents: true), new("cle", ColumnKind.Key128), new("texte", ColumnKind.Utf8), new("long", ColumnKind.Int64)];

    [Fact]
    public void What_is_written_is_read_back_with_its_unknown_values()
        => Prop.ForAll<(int? Number, long? Cents, ulong? Key, string? Text)[], bool>((rows, gzip) =>
        {
            using var folder = new TemporaryFolder();
            Write(folder["t.parquet"], gzip ? ParquetCodec.Gzip : ParquetCodec.Uncompressed, rows);
            var read = new ParquetProbe(folder["t.parquet"]);
            return read.Rows == rows.Length
                && read.Values(0).SequenceEqual(rows.Select(row => (object?)row.Number))
                && read.Values(1).SequenceEqual(rows.Select(row => (object?)row.Cents))
                && read.Values(2).SequenceEqual(rows.Select(row => row.Key is { } key ? new Key128(key, ~key).ToString() : null))
                && read.Values(3).SequenceEqual(rows.Select(row => Clean(row.Text)))
                && read.Values(4).SequenceEqual(rows.Select(row => (object?)row.Cents));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_column_that_is_never_unknown_has_no_levels()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new ParquetWriter(folder["t.parquet"], [new("n", ColumnKind.Int32, Nullable: false)], ParquetCodec.Uncompressed))
        {
            writer.Batch.Columns[0].Append(7);
            writer.RowDone();
            writer.Complete();
        }

        new ParquetProbe(folder["t.parquet"]).Pages.ShouldHaveSingleItem().ShouldBe([7, 0, 0, 0]);
    }

    [Fact]
    public void An_unknown_value_in_a_required_column_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var writer = new ParquetWriter(folder["t.parquet"], [new("n", ColumnKind.Int32, Nullable: false)]);
        writer.Batch.Columns[0].AppendNull();
        writer.RowDone();
        Should.Throw<InvalidOperationException>(writer.Complete);
    }

    [Fact]
    public void Types_say_text_keys_and_euros()
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.parquet"], ParquetCodec.Gzip, []);
        var columns = new ParquetProbe(folder["t.parquet"]).Columns;
        columns.Select(column => (long)column[1]).ShouldBe([1, 2, 7, 6, 2]);
        columns.Select(column => column.TryGetValue(6, out var converted) ? (long)converted : -1).ShouldBe([-1, 5, -1, 0, -1]);
        ((long)columns[1][7], (long)columns[1][8]).ShouldBe((2, 18));
        ((long)columns[2][2]).ShouldBe(16);
    }

    [Fact]
    public void A_row_group_ends_at_its_number_of_rows_or_with_its_long_texts()
    {
        using var folder = new TemporaryFolder();
        var rows = ParquetWriter.RowsPerGroup + 3;
        Write(folder["rows.parquet"], ParquetCodec.Uncompressed, [.. Enumerable.Range(0, rows).Select(i => ((int?)i, i % 3 == 0 ? null : (long?)i, (ulong?)null, (string?)"é"))]);
        var read = new ParquetProbe(folder["rows.parquet"]);
        read.Groups.ShouldBe([ParquetWriter.RowsPerGroup, 3]);
        read.Values(0).ShouldBe(Enumerable.Range(0, rows).Select(i => (object?)i));
        read.Values(1).Count(value => value is null).ShouldBe((rows + 2) / 3);

        var text = new string('x', 6 << 20);
        Write(folder["texts.parquet"], ParquetCodec.Gzip, [.. Enumerable.Repeat<(int?, long?, ulong?, string?)>((1, null, null, text), 7)]);
        new ParquetProbe(folder["texts.parquet"]).Groups.ShouldBe([3, 3, 1]);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes_and_no_trace_of_when_or_where()
        => Prop.ForAll<(int? Number, long? Cents, ulong? Key, string? Text)[]>(rows =>
        {
            using var folder = new TemporaryFolder();
            Write(folder["a.parquet"], ParquetCodec.Gzip, rows);
            Write(folder["b.parquet"], ParquetCodec.Gzip, rows);
            return new ParquetProbe(folder["a.parquet"]).CreatedBy == "NonRecoursMatch"
                && File.ReadAllBytes(folder["a.parquet"]).AsSpan().SequenceEqual(File.ReadAllBytes(folder["b.parquet"]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_unfinished_file_has_no_final_name()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new ParquetWriter(folder["t.parquet"], s_nullable))
            writer.Batch.Columns[0].Append(1);
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void A_row_that_lacks_a_value_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var writer = new ParquetWriter(folder["t.parquet"], s_nullable);
        writer.Batch.Columns[^1].Append(1L);
        writer.RowDone();
        Should.Throw<InvalidOperationException>(writer.Complete);
    }

    [Fact]
    public void Columns_without_a_name_of_their_own_or_cents_that_are_not_amounts_are_refused()
    {
        ParquetColumn[][] wrong = [[], [new("n", ColumnKind.Int32), new("n", ColumnKind.Utf8)], [new("n", ColumnKind.Int32, Cents: true)]];
        using var folder = new TemporaryFolder();
        foreach (var columns in wrong)
            Should.Throw<ArgumentException>(() => new ParquetWriter(folder["t.parquet"], columns));
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    static void Write(string path, ParquetCodec codec, (int? Number, long? Cents, ulong? Key, string? Text)[] rows)
    {
        using var writer = new ParquetWriter(path, s_nullable, codec);
        var columns = writer.Batch.Columns;
        foreach (var (number, cents, key, text) in rows)
        {
            Append(columns[0], number is { } n ? () => columns[0].Append(n) : null);
            Append(columns[1], cents is { } c ? () => columns[1].Append(c) : null);
            Append(columns[2], key is { } k ? () => columns[2].Append(new Key128(k, ~k)) : null);
            Append(columns[3], text is { } t ? () => columns[3].Append(Encoding.UTF8.GetBytes(t)) : null);
            Append(columns[4], cents is { } l ? () => columns[4].Append(l) : null);
            writer.RowDone();
        }

        writer.Complete();
    }

    static void Append(Column column, Action? known)
    {
        if (known is null)
            column.AppendNull();
        else
            known();
    }

    // Lone surrogates are not text: UTF-8 replaces them.
    static string? Clean(string? text) => text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
