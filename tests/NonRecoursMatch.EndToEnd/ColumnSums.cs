using System.Security.Cryptography;
using NonRecoursMatch.Formats.Parquet.Reading;

namespace NonRecoursMatch.EndToEnd;

/// <summary>What two readers of one file must agree on: for each column, "name SHA-256 of its cells", a line per cell, \N where unknown.</summary>
static class ColumnSums
{
    /// <summary>The sums as our reader sees the file.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        using var reader = new ParquetReader(path);
        var sums = reader.Header.Select(_ => IncrementalHash.CreateHash(HashAlgorithmName.SHA256)).ToArray();
        while (reader.Read())
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i].AppendData(reader.IsNull(i) ? "\\N"u8 : reader.Field(i));
                sums[i].AppendData("\n"u8);
            }
        }

        reader.Row.ShouldBe(reader.RowCount);
        return [.. reader.Header.Zip(sums, (name, sum) => $"{name} {Convert.ToHexStringLower(sum.GetHashAndReset())}")];
    }

    /// <summary>A query of DuckDB that gives the sums of columns, in one row.</summary>
    /// <param name="from">A table.</param>
    /// <param name="order">What its rows are ordered by.</param>
    /// <param name="columns">The columns, and the SQL of their canonical text.</param>
    public static string Query(string from, string order, IEnumerable<(string Name, string Text)> columns)
        => $"SELECT {string.Join(", ", columns.Select(column => $"'{column.Name} ' || sha256(string_agg(coalesce({column.Text}, '\\N') || chr(10), '' ORDER BY {order}))"))} FROM {from}";
}
