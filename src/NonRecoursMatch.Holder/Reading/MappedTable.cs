using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Reading.Forms;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>A table whose cells are given as the format writes them, whatever the file does.</summary>
/// <param name="table">The table, disposed with this one.</param>
/// <param name="forms">How each of its columns is written; null where it is as in the format.</param>
sealed class MappedTable(ITableReader table, IReadOnlyList<CellForm?> forms) : ITableReader
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Header => table.Header;

    /// <inheritdoc/>
    public long Line => table.Line;

    /// <inheritdoc/>
    public int FieldCount => table.FieldCount;

    /// <inheritdoc/>
    public bool IsEmptyLine => table.IsEmptyLine;

    /// <inheritdoc/>
    public long? AnnouncedRows => table.AnnouncedRows;

    /// <inheritdoc/>
    public long? AnnouncedTotal => table.AnnouncedTotal;

    /// <inheritdoc/>
    public bool Read() => table.Read();

    /// <summary>The cell as the format writes it; as it is in the file where it <see cref="IsForeign"/>. Valid until the next call for the same column.</summary>
    public ReadOnlySpan<byte> Field(int index)
    {
        var cell = table.Field(index);
        if (cell.IsEmpty || index >= forms.Count || forms[index] is not { } form)
            return cell;
        form.TryRead(cell, out var value);
        return value;
    }

    /// <summary>Whether the cell is not written as declared: then it has no value, even where it looks like one of the format.</summary>
    public bool IsForeign(int index)
    {
        var cell = table.Field(index);
        return !cell.IsEmpty && forms[index] is { } form && !form.TryRead(cell, out _);
    }

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();
}
