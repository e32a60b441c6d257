using System.Text;
using NonRecoursMatch.Formats.Parquet.Reading;

namespace NonRecoursMatch.Tests.Formats.Probes;

/// <summary>All cells of a Parquet file, as our reader gives them.</summary>
static class ParquetCells
{
    /// <summary>The rows; null where unknown.</summary>
    public static List<string?[]> Of(byte[] file, ParquetLimits? limits = null)
    {
        using var reader = new ParquetReader(new MemoryStream(file), limits);
        return Of(reader);
    }

    /// <summary>The rows; null where unknown.</summary>
    public static List<string?[]> Of(ParquetReader reader)
    {
        var rows = new List<string?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsNull(i) ? null : Encoding.UTF8.GetString(reader.Field(i)))]);
            reader.Row.ShouldBe(rows.Count);
        }

        reader.Row.ShouldBe(reader.RowCount);
        return rows;
    }

    /// <summary>The cells of a file of one column.</summary>
    public static string?[] OfOne(ParquetBuilder file, ParquetLimits? limits = null) => [.. Of(file.Bytes(), limits).Select(row => row.ShouldHaveSingleItem())];
}
