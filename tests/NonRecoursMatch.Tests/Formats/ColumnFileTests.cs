using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.ColumnFiles;

namespace NonRecoursMatch.Tests.Formats;

public class ColumnFileTests
{
    static readonly TableSchema s_schema = new([new("n", ColumnKind.Int32), new("cents", ColumnKind.Int64), new("cle", ColumnKind.Key128), new("code", ColumnKind.Utf8)]);

    [Fact]
    public void What_is_written_is_read_back_with_its_unknown_values()
        => Prop.ForAll<(int? Number, long? Cents, ulong? Key, string? Code)[]>(rows =>
        {
            using var folder = new TemporaryFolder();
            Write(folder["t.col"], rows);
            return Read(folder["t.col"]).SequenceEqual(rows.Select(row => (row.Number, row.Cents, row.Key, Code: Clean(row.Code))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_rows_than_a_block_are_read_back()
    {
        using var folder = new TemporaryFolder();
        (int?, long?, ulong?, string?)[] rows = [.. Enumerable.Range(0, 40_000).Select(i => ((int?)i, (long?)null, (ulong?)i, (string?)("é" + i)))];
        Write(folder["t.col"], rows);
        Read(folder["t.col"]).ShouldBe(rows);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(16_384UL)]
    [InlineData(16_385UL)]
    [InlineData(39_999UL)]
    [InlineData(80_000UL)]
    public void Blocks_before_a_key_or_a_number_of_rows_are_passed_over_and_the_rest_is_read(ulong key)
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.col"], [.. Enumerable.Range(0, 40_000).Select(i => ((int?)i, (long?)null, (ulong?)i, (string?)("é" + i)))]);
        using var byKey = new ColumnFileReader(folder["t.col"]);
        var passed = byKey.SkipBelow("cle", new Key128(key, 0));
        passed.ShouldBe(new[] { 16_384, 32_768, 40_000 }.LastOrDefault(end => (ulong)end - 1 < key));
        using var byRows = new ColumnFileReader(folder["t.col"]);
        byRows.SkipRows((long)key).ShouldBe(new[] { 16_384, 32_768, 40_000 }.LastOrDefault(end => (ulong)end <= key));
        var numbers = new List<int>();
        while (byKey.Read())
            numbers.AddRange(byKey.Batch["n"].Int32);
        numbers.ShouldBe(Enumerable.Range((int)passed, 40_000 - (int)passed));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_or_complete()
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.col"], [(1, 2, 3, "a"), (null, null, null, null)]);
        var bytes = File.ReadAllBytes(folder["t.col"]);
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(folder["cut.col"], bytes[..length]);
            Should.Throw<InvalidDataException>(() => Read(folder["cut.col"]));
        }
    }

    [Fact]
    public void An_unfinished_file_has_no_final_name()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new ColumnFileWriter(folder["t.col"], s_schema))
            writer.Batch.Columns[0].Append(1);
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    static void Write(string path, (int? Number, long? Cents, ulong? Key, string? Code)[] rows)
    {
        using var writer = new ColumnFileWriter(path, s_schema);
        var columns = writer.Batch.Columns;
        foreach (var (number, cents, key, code) in rows)
        {
            if (number is { } n)
                columns[0].Append(n);
            else
                columns[0].AppendNull();
            if (cents is { } c)
                columns[1].Append(c);
            else
                columns[1].AppendNull();
            if (key is { } k)
                columns[2].Append(new Key128(k, ~k));
            else
                columns[2].AppendNull();
            if (code is { } text)
                columns[3].Append(Encoding.UTF8.GetBytes(text));
            else
                columns[3].AppendNull();
            writer.RowDone();
        }

        writer.Complete();
    }

    static List<(int?, long?, ulong?, string?)> Read(string path)
    {
        using var reader = new ColumnFileReader(path);
        var rows = new List<(int?, long?, ulong?, string?)>();
        while (reader.Read())
        {
            var columns = reader.Batch.Columns;
            for (var i = 0; i < reader.Batch.Length; i++)
                rows.Add((columns[0].Int32OrNull(i), columns[1].Int64OrNull(i), columns[2].KeyOrNull(i)?.High, columns[3].TextOrNull(i)));
        }

        return rows;
    }

    // Lone surrogates are not text: UTF-8 replaces them.
    static string? Clean(string? text) => text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
