using System.Globalization;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Parquet;
using NonRecoursMatch.Formats.Xlsx;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Everything that our writers can write, and not only what lists need, read by programs that are not ours.</summary>
public class WritersTests
{
    [OutsideJudge("node", DuckDb.Package)]
    public void DuckDB_reads_every_kind_of_column_with_its_unknown_values_in_every_codec()
    {
        // Two row groups; values, unknown values and their mixtures.
        const int Rows = ParquetWriter.RowsPerGroup + 5;
        ParquetColumn[] columns =
        [
            new("n", ColumnKind.Int32), new("euros", ColumnKind.Int64, Cents: true), new("l", ColumnKind.Int64), new("cle", ColumnKind.Key128), new("texte", ColumnKind.Utf8),
            new("inconnu", ColumnKind.Int32), new("numero", ColumnKind.Int32, Nullable: false),
        ];
        using var folder = new TemporaryFolder();
        foreach (var codec in Enum.GetValues<ParquetCodec>())
        {
            Write(folder["t.parquet"], columns, codec, Rows);
            var read = DuckDb.Read(folder["t.parquet"]);
            read[0].ShouldBe(["n INTEGER", "euros DECIMAL(18,2)", "l BIGINT", "cle BLOB", "texte VARCHAR", "inconnu INTEGER", "numero INTEGER"]);
            read.Count.ShouldBe(Rows + 1);
            for (var i = 0; i < Rows; i++)
                read[i + 1].SequenceEqual(Expected(i)).ShouldBeTrue($"row {i}: {string.Join(' ', read[i + 1])}");
        }
    }

    [OutsideJudge(LibreOffice.Program)]
    public void LibreOffice_reads_every_cell_as_the_text_that_was_written()
    {
        string[] texts =
        [
            "=1+1", "+33612345678", "-2", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "0012345", "1e5", "01/02/1950", "VRAI", "2,5", " espaces ", "deux\nlignes", "a;b\"c", "<c>&amp;",
            "_x0041_", "œ É 𝒜 👩‍👧", "00000000000000010000000000000002",
        ];
        using var folder = new TemporaryFolder();
        using (var writer = new XlsxWriter(folder["t.xlsx"], rowsPerSheet: 10))
        {
            writer.StartSheet(new XlsxSheet("Liste", [new("texte", 30), new("suivi", 18, ["à joindre", "refus"])], Banner: "TEST & essai"));
            foreach (var text in texts)
                writer.Write(text);
            writer.Complete();
        }

        LibreOffice.SaveAsCsv([folder["t.xlsx"]], folder);
        var read = CsvRows.Read(folder["csv", "t-Liste.csv"]).Skip(1).Concat(CsvRows.Read(folder["csv", "t-Liste (2).csv"]).Skip(1));
        read.Select(row => row[0]).ShouldBe(texts);
    }

    static void Write(string path, ParquetColumn[] definitions, ParquetCodec codec, int rows)
    {
        using var writer = new ParquetWriter(path, definitions, codec);
        var columns = writer.Batch.Columns;
        for (var i = 0; i < rows; i++)
        {
            if (Known(i, 0))
                columns[0].Append(i - 70_000);
            else
                columns[0].AppendNull();
            if (Known(i, 1))
                columns[1].Append((i * 37L) - 1_000_000);
            else
                columns[1].AppendNull();
            columns[2].Append(long.MaxValue - i);
            if (Known(i, 2))
                columns[3].Append(new Key128((ulong)i << 40, ~(ulong)i));
            else
                columns[3].AppendNull();
            if (Known(i, 3))
                columns[4].Append(Encoding.UTF8.GetBytes(Text(i)));
            else
                columns[4].AppendNull();
            columns[5].AppendNull();
            columns[6].Append(i);
            writer.RowDone();
        }

        writer.Complete();
    }

    static string?[] Expected(int i) =>
    [
        Known(i, 0) ? (i - 70_000).ToString(CultureInfo.InvariantCulture) : null,
        Known(i, 1) ? (((i * 37L) - 1_000_000) / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null,
        (long.MaxValue - i).ToString(CultureInfo.InvariantCulture),
        Known(i, 2) ? new Key128((ulong)i << 40, ~(ulong)i).ToString() : null,
        Known(i, 3) ? Text(i) : null,
        null,
        i.ToString(CultureInfo.InvariantCulture),
    ];

    static bool Known(int row, int column) => (row + column) % 5 != 0;

    static string Text(int row) => row % 11 == 1 ? "" : $"texte « {row} » ; \"é\"\n";
}
