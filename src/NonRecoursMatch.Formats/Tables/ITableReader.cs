namespace NonRecoursMatch.Formats.Tables;

/// <summary>
/// A table of text cells, row by row, whatever the form of the file: the narrow seam through which extracts enter. One row is in memory at a
/// time; cells are bytes in the encoding of the file.
/// </summary>
public interface ITableReader : IDisposable
{
    /// <summary>The column names, in the order of the cells.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>1-based place of the current row: its physical line in a text; in a file that has no lines, the line that it would have below a line of names.</summary>
    long Line { get; }

    /// <summary>Number of cells of the current row.</summary>
    int FieldCount { get; }

    /// <summary>Whether the current row is an empty line.</summary>
    bool IsEmptyLine { get; }

    /// <summary>Number of rows that the file announces of itself, once it was read to its end; null when it announces none.</summary>
    long? AnnouncedRows => null;

    /// <summary>Sum of amounts that the file announces of itself, in cents, once it was read to its end; null when it announces none.</summary>
    long? AnnouncedTotal => null;

    /// <summary>Advances to the next row; false at the end.</summary>
    /// <exception cref="TableFaultException">The file cannot be read on.</exception>
    bool Read();

    /// <summary>Bytes of cell <paramref name="index"/>; empty past the end of the row. Valid until the next <see cref="Read"/>.</summary>
    ReadOnlySpan<byte> Field(int index);
}
