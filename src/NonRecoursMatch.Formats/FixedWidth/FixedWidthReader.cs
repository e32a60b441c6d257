using System.Buffers.Text;
using System.Text;
using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Formats.FixedWidth;

/// <summary>
/// Reads a fixed-width file as a table: cells are the fields of detail records without the spaces around them. A record that is too short has the
/// cells that it reaches; the header and the trailer are no rows.
/// </summary>
public sealed class FixedWidthReader : ITableReader
{
    const int MostBytes = 1 << 20;

    readonly LineReader _lines;
    readonly FixedWidthLayout _layout;
    readonly (byte[]? Header, byte[]? Detail, byte[]? Trailer) _marks;
    readonly (int Start, int Length)[] _cells;
    readonly FixedField[] _gaps;
    bool _trailerSeen;

    /// <summary>Opens a file; gzip when it is called so.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TableFaultException">It is too short to be compressed.</exception>
    public FixedWidthReader(string path, FixedWidthLayout layout)
        : this(TableFile.OpenText(path), layout)
    {
    }

    /// <summary>Reads <paramref name="text"/>, which is disposed with the reader.</summary>
    public FixedWidthReader(Stream text, FixedWidthLayout layout)
    {
        _lines = new LineReader(text, MostBytes);
        _layout = layout;
        _marks = (Bytes(layout.Header), Bytes(layout.Detail), Bytes(layout.Trailer));
        _cells = new (int, int)[layout.Fields.Count];
        _gaps = [.. Gaps(layout)];
        Header = [.. layout.Fields.Select(field => field.Name)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; }

    /// <inheritdoc/>
    public long Line => _lines.Number;

    /// <inheritdoc/>
    public int FieldCount { get; private set; }

    /// <inheritdoc/>
    public bool IsEmptyLine => _lines.Current.IsEmpty;

    /// <summary>Number of detail records that the trailer announces; null before it, or when it announces none.</summary>
    public long? AnnouncedRows { get; private set; }

    /// <summary>Sum of amounts that the trailer announces, in cents; null before it, or when it announces none.</summary>
    public long? AnnouncedTotal { get; private set; }

    /// <inheritdoc/>
    public bool Read()
    {
        while (_lines.Next())
        {
            var line = _lines.Current;
            FieldCount = 0;
            if (line.IsEmpty)
                return true;
            if (_trailerSeen)
                throw new TableFaultException(TableFault.AfterTrailer, Line, "a record after the last one");
            if (Starts(line, _marks.Header))
                continue;
            if (Starts(line, _marks.Trailer))
            {
                ReadTrailer(line);
                continue;
            }

            if (_marks.Detail is not null && !Starts(line, _marks.Detail))
                throw new TableFaultException(TableFault.UnknownRecord, Line, "a record that starts with none of the marks of the layout");
            CheckGaps(line);
            Split(line);
            return true;
        }

        if (_marks.Trailer is not null && !_trailerSeen)
            throw new TableFaultException(TableFault.TrailerMissing, Line, "the last record is missing");
        return false;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Field(int index) => index < FieldCount ? _lines.Current.Slice(_cells[index].Start, _cells[index].Length) : default;

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    /// <summary>What no field covers must be blank: nothing may hide between the fields, or after them.</summary>
    void CheckGaps(ReadOnlySpan<byte> line)
    {
        var plain = !_layout.Utf8 || Ascii.IsValid(line);
        foreach (var gap in _gaps)
        {
            if (Cell(line, gap, plain) is { Length: > 0 })
                throw new TableFaultException(TableFault.OutsideFields, Line, "characters where the layout has no field") { Subject = gap.Name };
        }
    }

    static IEnumerable<FixedField> Gaps(FixedWidthLayout layout)
    {
        var next = (layout.Detail?.Length ?? 0) + 1;
        foreach (var field in layout.Fields.OrderBy(field => field.Start))
        {
            if (field.Start > next)
                yield return new FixedField($"{next}-{field.Start - 1}", next, field.Start - next);
            next = Math.Max(next, field.End + 1);
        }

        yield return new FixedField($"{next}-", next, MostBytes);
    }

    void Split(ReadOnlySpan<byte> line)
    {
        var plain = !_layout.Utf8 || Ascii.IsValid(line);
        for (var i = 0; i < _cells.Length; i++)
        {
            if (Cell(line, _layout.Fields[i], plain) is not { } cell)
                return;
            _cells[i] = cell;
            FieldCount++;
        }
    }

    /// <summary>Place of a field without the spaces around it; null when the line ends before its first character.</summary>
    static (int Start, int Length)? Cell(ReadOnlySpan<byte> line, FixedField field, bool plain)
    {
        var start = plain ? field.Start - 1 : Offset(line, field.Start - 1);
        if (start >= line.Length)
            return null;
        var end = plain ? Math.Min(line.Length, field.End) : start + Offset(line[start..], field.Length);
        while (start < end && line[start] == ' ')
            start++;
        while (end > start && line[end - 1] == ' ')
            end--;
        return (start, end - start);
    }

    /// <summary>Bytes of the first <paramref name="characters"/> of a UTF-8 text; its length when it has fewer.</summary>
    static int Offset(ReadOnlySpan<byte> text, int characters)
    {
        var offset = 0;
        for (; characters > 0 && offset < text.Length; characters--)
        {
            offset++;
            while (offset < text.Length && (text[offset] & 0xC0) == 0x80)
                offset++;
        }

        return offset;
    }

    void ReadTrailer(ReadOnlySpan<byte> line)
    {
        _trailerSeen = true;
        AnnouncedRows = Number(line, _layout.TrailerRows);
        AnnouncedTotal = Number(line, _layout.TrailerTotal);
    }

    /// <summary>The number in a place of the trailer; null where the layout has no such place, or the place is blank.</summary>
    long? Number(ReadOnlySpan<byte> line, FixedField? field)
    {
        if (field is null || Cell(line, field, plain: true) is not { Length: > 0 } cell)
            return null;
        return Utf8Parser.TryParse(line.Slice(cell.Start, cell.Length), out long value, out var used) && used == cell.Length
            ? value
            : throw new TableFaultException(TableFault.UnknownRecord, Line, "a trailer without a number in its place") { Subject = field.Name };
    }

    static bool Starts(ReadOnlySpan<byte> line, byte[]? mark) => mark is not null && line.StartsWith(mark);

    static byte[]? Bytes(string? mark) => mark is null ? null : Encoding.ASCII.GetBytes(mark);
}
