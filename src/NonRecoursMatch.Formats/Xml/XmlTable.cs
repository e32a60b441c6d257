using System.Text;
using System.Xml;
using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Formats.Xml;

/// <summary>
/// Reads one table of an XML file, group by group; cells are UTF-8 whatever the file is written in, without the spaces around them. What the layout
/// does not name is passed over. No document type, no entity but those of XML itself, nothing looked up elsewhere; depth, length of a value and size
/// of a group are bounded, and one group is in memory at a time.
/// </summary>
public sealed class XmlTable : ITableReader
{
    const int MostDepth = 32;
    const int LongestValue = 4096;
    const int MostBytesOfPiece = 1 << 20;
    const int MostRowsOfGroup = 10_000;

    readonly XmlTableLayout _layout;
    readonly XmlInput _input;
    readonly XmlReader _reader;
    readonly XmlGroupReader _groups;
    List<XmlScope> _rows = [];
    int _row = -1;

    // A file may declare Windows-1252 or ISO-8859-15, which .NET knows only so.
    static XmlTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads <paramref name="text"/>, which is disposed with the reader.</summary>
    /// <exception cref="TableFaultException">It is no XML, or its root has no such groups.</exception>
    public XmlTable(Stream text, XmlTableLayout layout)
    {
        _layout = layout;
        Header = [.. layout.Columns.Select(column => column.Name)];
        _input = new XmlInput(text, MostBytesOfPiece);
        _reader = XmlReader.Create(_input, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
        _groups = new XmlGroupReader(layout, MostRowsOfGroup, LongestValue);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; }

    /// <summary>1-based line where the element of the current row starts.</summary>
    public long Line => _row >= 0 && _row < _rows.Count ? _rows[_row].Line : 0;

    /// <inheritdoc/>
    public int FieldCount => Header.Count;

    /// <inheritdoc/>
    public bool IsEmptyLine => false;

    /// <inheritdoc/>
    public bool Read()
    {
        while (++_row >= _rows.Count)
        {
            if (!ReadGroup())
                return false;
            _row = -1;
        }

        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Field(int index) => index < Header.Count ? _groups.Value(_rows[_row], index) : default;

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _input.Dispose();
    }

    bool ReadGroup()
    {
        try
        {
            while (Next())
            {
                if (_reader.Depth > MostDepth)
                    throw Refusal(TableFault.XmlTooLarge, $"over {MostDepth} elements in one another");
                if (_groups.Take(_reader, Refusal) is { } rows)
                {
                    _rows = rows;
                    return true;
                }
            }

            return !_groups.Any ? throw Refusal(TableFault.XmlOther, $"no {_layout.Group} in it") : false;
        }
        catch (XmlException fault)
        {
            // The parser's own words may quote the file: they are left out.
            if (_input.IsOver)
                throw Refusal(TableFault.XmlTooLarge, $"over {MostBytesOfPiece} bytes without the end of an element or text", fault);
            var isDocumentType = fault.Message.Contains("DTD is prohibited", StringComparison.Ordinal);
            throw Refusal(isDocumentType ? TableFault.XmlDocumentType : TableFault.XmlCorrupt, isDocumentType ? "a document type" : "not well-formed", fault);
        }
    }

    bool Next()
    {
        _input.NextPiece();
        return _reader.Read();
    }

    TableFaultException Refusal(TableFault fault, string detail) => Refusal(fault, detail, null);

    TableFaultException Refusal(TableFault fault, string detail, XmlException? cause)
    {
        var place = (IXmlLineInfo)_reader;
        var (line, column) = cause is null ? (place.LineNumber, place.LinePosition) : (cause.LineNumber, cause.LinePosition);

        // Before the root the parser may know no place: it is the start.
        return new TableFaultException(fault, Math.Max(1, line), detail) { Subject = $"{Math.Max(1, line)}:{Math.Max(1, column)}" };
    }
}
