using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Parquet;
using NonRecoursMatch.Formats.Parquet.Reading;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Our reader on files of other programs, and other programs on ours.</summary>
public class ParquetReaderTests
{
    // Name, SQL of the value of row n, SQL of its canonical text. Some repeat, so that they get a dictionary; some never do.
    static readonly (string Name, string Value, string Text)[] s_columns =
    [
        ("n", "n", "n::VARCHAR"),
        ("petit", "(n % 7 - 3)::TINYINT", "petit::VARCHAR"),
        ("court", "(n % 30011 - 15000)::SMALLINT", "court::VARCHAR"),
        ("entier", "(n * 7919 % 100003 - 50000)::INTEGER", "entier::VARCHAR"),
        ("long", "n * 1000000000007 - 5", "long::VARCHAR"),
        ("sans_signe_8", "(n % 256)::UTINYINT", "sans_signe_8::VARCHAR"),
        ("sans_signe_32", "(4294967295 - n)::UINTEGER", "sans_signe_32::VARCHAR"),
        ("sans_signe_64", "(18446744073709551615 - n)::UBIGINT", "sans_signe_64::VARCHAR"),
        ("simple", "(n % 5000 + 0.5)::FLOAT", "simple::VARCHAR"),
        ("reel", "n::DOUBLE + 0.25", "reel::VARCHAR"),
        ("vrai", "n % 3 = 0", "vrai::VARCHAR"),
        ("jour", "DATE '1900-01-01' + (n % 60000)::INTEGER", "jour::VARCHAR"),
        ("moment", "make_timestamp(n * 1234567 - 1000000000000)", "replace(moment::VARCHAR, ' ', 'T')"),
        ("moment_ms", "epoch_ms(n * 1234567)::TIMESTAMP_MS", "replace(moment_ms::VARCHAR, ' ', 'T')"),
        ("moment_ns", "make_timestamp_ns(n * 1234567)", "replace(moment_ns::VARCHAR, ' ', 'T')"),
        ("euros_4", "((n % 1000 - 500) / 4)::DECIMAL(4,1)", "euros_4::VARCHAR"),
        ("euros_9", "((n % 100000 - 50000) / 4)::DECIMAL(9,2)", "euros_9::VARCHAR"),
        ("euros_18", "((n - 50000) / 8)::DECIMAL(18,3)", "euros_18::VARCHAR"),
        ("euros_38", "(n - 50000)::DECIMAL(38,10) * 123456789012345", "euros_38::VARCHAR"),
        ("texte", "CASE WHEN n % 11 = 1 THEN '' ELSE 'texte « ' || n || ' » ; é' || chr(10) END", "texte"),
        ("choix", "['', 'A', 'É', 'zone longue'][n % 4 + 1]", "choix"),
        ("constante", "'x'", "constante"),
    ];

    [OutsideJudge("node", DuckDb.Package)]
    public void Every_type_that_DuckDB_writes_in_every_codec_is_read_cell_for_cell()
    {
        using var folder = new TemporaryFolder();
        (string Codec, string Version)[] files = [("uncompressed", "V1"), ("snappy", "V1"), ("gzip", "V1"), ("brotli", "V1"), ("uncompressed", "V2"), ("snappy", "V2"), ("zstd", "V1")];
        var sums = DuckDb.Run(
        [
            Table(30_000),
            .. files.Select(file => $"COPY t TO '{folder[$"{file.Codec}-{file.Version}.parquet"]}' (FORMAT parquet, COMPRESSION {file.Codec}, PARQUET_VERSION {file.Version}, ROW_GROUP_SIZE 10240)"),
            ColumnSums.Query("t", "t.n_", s_columns.Select(column => (column.Name, column.Text))),
        ]).ShouldHaveSingleItem().Select(sum => sum!);
        foreach (var (codec, version) in files.SkipLast(1))
            ColumnSums.Of(folder[$"{codec}-{version}.parquet"]).SkipLast(1).ShouldBe(sums, $"{codec} {version}");
        var refusal = Should.Throw<ParquetFormatException>(() => new ParquetReader(folder["zstd-V1.parquet"]));
        (refusal.Fault, refusal.Column, refusal.RowGroup).ShouldBe((ParquetFault.UnsupportedCodec, "n", 0));
        refusal.Detail.ShouldBe("ZSTD: rewrite with compression snappy or none");
    }

    [OutsideJudge("node", DuckDb.Package)]
    public void Lists_structures_and_times_of_day_of_DuckDB_are_refused_by_the_name_of_the_column()
    {
        using var folder = new TemporaryFolder();
        (string Value, ParquetFault Fault)[] columns =
        [
            ("[1, 2]", ParquetFault.NestedColumn), ("{'a': 1}", ParquetFault.NestedColumn), ("MAP {'a': 1}", ParquetFault.NestedColumn),
            ("TIME '08:30:00'", ParquetFault.UnsupportedType), ("uuid()", ParquetFault.UnsupportedType), ("INTERVAL 1 DAY", ParquetFault.UnsupportedType),
        ];
        DuckDb.Run([.. columns.Select((column, i) => $"COPY (SELECT 1 AS n, {column.Value} AS curieux) TO '{folder[$"{i}.parquet"]}' (FORMAT parquet)"), "SELECT 'done'"]);
        for (var i = 0; i < columns.Length; i++)
        {
            var refusal = Should.Throw<ParquetFormatException>(() => new ParquetReader(folder[$"{i}.parquet"]));
            (refusal.Fault, refusal.Column, refusal.ColumnNumber).ShouldBe((columns[i].Fault, "curieux", 2));
        }
    }

    [OutsideJudge("node", Hyparquet.Package)]
    public void Every_type_and_encoding_that_hyparquet_writes_is_read_cell_for_cell()
    {
        using var folder = new TemporaryFolder();
        foreach (var codec in (string[])["UNCOMPRESSED", "SNAPPY", "GZIP", "BROTLI"])
        {
            var sums = Hyparquet.Write(folder["t.parquet"], codec);
            ColumnSums.Of(folder["t.parquet"]).ShouldBe(sums, codec);
        }
    }

    [OutsideJudge("node", Hyparquet.Package)]
    public void What_we_write_is_the_same_to_DuckDB_to_hyparquet_and_to_our_reader()
    {
        using var folder = new TemporaryFolder();
        foreach (var codec in Enum.GetValues<ParquetCodec>())
        {
            var path = folder["t.parquet"];
            Write(path, codec, ParquetWriter.RowsPerGroup + 5);
            var ours = ColumnSums.Of(path);
            Hyparquet.Read(path).ShouldBe(ours, $"hyparquet, {codec}");
            (string, string)[] texts = [("n", "n::VARCHAR"), ("euros", "euros::VARCHAR"), ("cle", "lower(hex(cle))"), ("texte", "texte")];
            DuckDb.Run(ColumnSums.Query($"read_parquet('{path}', file_row_number = true)", "file_row_number", texts)).ShouldHaveSingleItem().Select(sum => sum!).ShouldBe(ours, $"DuckDB, {codec}");
        }
    }

    // Every column has its own rows without value; n_ keeps the order.
    static string Table(int rows)
        => $"CREATE TABLE t AS SELECT {string.Join(", ", s_columns.Select((column, i) => $"CASE WHEN n % {i + 2} <> 1 THEN {column.Value} END AS {column.Name}"))}, n AS n_ FROM range({rows}) AS r(n)";

    static void Write(string path, ParquetCodec codec, int rows)
    {
        using var writer = new ParquetWriter(path, [new("n", ColumnKind.Int32), new("euros", ColumnKind.Int64, Cents: true), new("cle", ColumnKind.Key128), new("texte", ColumnKind.Utf8)], codec);
        var columns = writer.Batch.Columns;
        for (var i = 0; i < rows; i++)
        {
            if (i % 5 == 0)
            {
                foreach (var column in columns)
                    column.AppendNull();
            }
            else
            {
                columns[0].Append(i - 70_000);
                columns[1].Append((i * 37L) - 1_000_000);
                columns[2].Append(new Key128((ulong)i << 40, ~(ulong)i));
                columns[3].Append(Encoding.UTF8.GetBytes(i % 11 == 1 ? "" : $"texte « {i} » ; \"é\"\n"));
            }

            writer.RowDone();
        }

        writer.Complete();
    }
}
