using System.Text;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Operator.Lists.Revisions;

/// <summary>The rows of one person in a delivered list.</summary>
sealed record ListedPerson(string Handle, IReadOnlyList<ListedRow> Rows);

/// <summary>One row of a delivered list, its cells by column name.</summary>
sealed class ListedRow(Dictionary<string, string> cells)
{
    const string Benefit = "prestation";

    /// <summary>A cell; empty where the list has no such column.</summary>
    public string this[string column] => cells.GetValueOrDefault(column, "");

    /// <summary>Whether both are about one benefit; where either list does not name it, both are.</summary>
    public bool SameBenefit(ListedRow other) => !cells.ContainsKey(Benefit) || !other.Names(Benefit) || this[Benefit] == other[Benefit];

    /// <summary>Whether the columns that both lists have say the same.</summary>
    public bool SameContent(ListedRow other) => cells.All(cell => !other.Names(cell.Key) || other[cell.Key] == cell.Value);

    bool Names(string column) => cells.ContainsKey(column);
}

/// <summary>Reads <c>liste.csv</c> person by person, in the order of the file, without keeping it.</summary>
sealed class ListCursor : IDisposable
{
    const string HandleColumn = "poignee";

    readonly DelimitedReader _reader;
    ListedRow? _ahead;

    public ListCursor(string path)
    {
        _reader = new DelimitedReader(path, ';');
        _ahead = ReadRow();
    }

    /// <summary>Whether the list names benefits.</summary>
    public bool HasBenefit => _reader.Header.Contains("prestation");

    /// <summary>The next person, or null at the end.</summary>
    public ListedPerson? Next()
    {
        if (_ahead is null)
            return null;
        var handle = _ahead[HandleColumn];
        var rows = new List<ListedRow>();
        for (; _ahead is { } row && row[HandleColumn] == handle; _ahead = ReadRow())
            rows.Add(row);
        return new ListedPerson(handle, rows);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    ListedRow? ReadRow()
    {
        if (!_reader.Read())
            return null;
        var cells = new Dictionary<string, string>(_reader.Header.Count, StringComparer.Ordinal);
        for (var i = 0; i < _reader.Header.Count; i++)
            cells[_reader.Header[i]] = Encoding.UTF8.GetString(_reader.Field(i));
        return new ListedRow(cells);
    }
}
