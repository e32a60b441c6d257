using System.Text;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.EndToEnd;

/// <summary>A CSV as its recipient reads it: column names first, then every row.</summary>
static class CsvRows
{
    public static IReadOnlyList<string[]> Read(string path)
    {
        using var reader = new DelimitedReader(path, ';');
        var rows = new List<string[]> { reader.Header.ToArray() };
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => Encoding.UTF8.GetString(reader.Field(index)))]);
        return rows;
    }
}
