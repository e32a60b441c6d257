using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Reading.Forms;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>A table whose cells are given as the format writes them, whatever the file does.</summary>
public sealed class MappedTable : ITableReader
{
    readonly ITableReader _table;
    readonly CellForm?[] _forms;

    /// <param name="table">The table, disposed with this one.</param>
    /// <param name="forms">How each of its columns is written; null where it is as in the format.</param>
    internal MappedTable(ITableReader table, IEnumerable<CellForm?> forms) => (_table, _forms) = (table, [.. forms]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Header => _table.Header;

    /// <inheritdoc/>
    public long Line => _table.Line;

    /// <inheritdoc/>
    public int FieldCount => _table.FieldCount;

    /// <inheritdoc/>
    public bool IsEmptyLine => _table.IsEmptyLine;

    /// <inheritdoc/>
    public long? AnnouncedRows => _table.AnnouncedRows;

    /// <inheritdoc/>
    public long? AnnouncedTotal => _table.AnnouncedTotal;

    /// <inheritdoc/>
    public bool Read() => _table.Read();

    /// <summary>The cell as the format writes it; as it is in the file where it <see cref="IsForeign"/>. Valid until the next call for the same column.</summary>
    public ReadOnlySpan<byte> Field(int index)
    {
        var cell = _table.Field(index);
        if (cell.IsEmpty || index >= _forms.Length || _forms[index] is not { } form)
            return cell;
        form.TryRead(cell, out var value);
        return value;
    }

    /// <summary>Whether the cell is not written as declared: then it has no value, even where it looks like one of the format.</summary>
    public bool IsForeign(int index)
    {
        var cell = _table.Field(index);
        return !cell.IsEmpty && _forms[index] is { } form && !form.TryRead(cell, out _);
    }

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();
}
