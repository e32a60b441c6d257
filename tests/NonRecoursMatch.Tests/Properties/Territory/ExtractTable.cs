using System.Text;

namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>A table of an extract as text: tests may add, change and break anything in it before it is written.</summary>
sealed class ExtractTable(string name, string columns)
{
    public string Name { get; } = name;

    public List<string> Columns { get; } = [.. columns.Split(';')];

    public List<Dictionary<string, string>> Rows { get; } = [];

    /// <summary>Adds a row; cells that are not given are empty.</summary>
    public Dictionary<string, string> Add(params IEnumerable<(string Column, string Value)> cells)
    {
        var row = cells.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal);
        Rows.Add(row);
        return row;
    }

    public byte[] Bytes()
    {
        var text = new StringBuilder(string.Join(';', Columns)).Append('\n');
        foreach (var row in Rows)
            text.Append(string.Join(';', Columns.Select(column => row.GetValueOrDefault(column, "")))).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
