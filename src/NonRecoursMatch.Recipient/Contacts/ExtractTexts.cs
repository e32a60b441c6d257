using System.Text;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>Rows of a file of the recipient's own, cells by column name, in UTF-8. Nothing but the columns asked for is looked at.</summary>
sealed class ExtractTexts : IDisposable
{
    readonly string _path;
    readonly DeclaredEncoding _encoding;
    readonly ITableReader _reader;
    readonly List<string> _header;

    /// <summary>Opens a file.</summary>
    /// <exception cref="RecipientException">It cannot be read.</exception>
    public ExtractTexts(DeliveredTable table)
    {
        (_path, _encoding) = (table.Path, table.Cells);
        _reader = Guarded(() => table.Open(table.Table.Fields));
        _header = [.. _reader.Header.Select(name => table.FieldOf(name)?.Name ?? "")];
    }

    /// <summary>Line of the current row.</summary>
    public long Line => _reader.Line;

    /// <summary>Advances to the next row that is not empty.</summary>
    /// <exception cref="RecipientException">The file cannot be read any further.</exception>
    public bool Read()
    {
        do
        {
            if (!Guarded(_reader.Read))
                return false;
        }
        while (_reader.IsEmptyLine);
        return true;
    }

    /// <summary>Position of a column, or -1.</summary>
    public int IndexOf(string column) => _header.IndexOf(column);

    /// <summary>Position of the first of these columns that the file has, or -1.</summary>
    public int First(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (IndexOf(column) is >= 0 and var index)
                return index;
        }

        return -1;
    }

    /// <summary>The bytes of a cell as they are in the file.</summary>
    public ReadOnlySpan<byte> Raw(int column) => column < 0 ? default : _reader.Field(column);

    /// <summary>A cell in UTF-8; valid until the next one.</summary>
    /// <exception cref="RecipientException">It is not text in the encoding said.</exception>
    public ReadOnlySpan<byte> Utf8(int column)
    {
        var cell = Raw(column);
        if (!Ascii.IsValid(cell) && _encoding.Fault(cell) is not null)
            throw Refused($"{_encoding.Name} ?");
        return _encoding.ToUtf8(cell);
    }

    /// <summary>A cell as text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    /// <summary>Several cells joined with <c>|</c>: a reference, as the holder's step writes it.</summary>
    public string Joined(ReadOnlySpan<int> columns)
    {
        var text = Text(columns[0]);
        foreach (var column in columns[1..])
            text += "|" + Text(column);
        return text;
    }

    /// <summary>A refusal that names file and line.</summary>
    public RecipientException Refused(string detail) => new(RecipientRefusal.Extract, FormattableString.Invariant($"{_path}, {Line} : {detail}"));

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (TableFaultException)
        {
            throw new RecipientException(RecipientRefusal.Extract, _path);
        }
    }
}
