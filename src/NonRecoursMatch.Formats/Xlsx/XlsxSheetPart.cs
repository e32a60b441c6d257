using System.Globalization;
using System.Text;

namespace NonRecoursMatch.Formats.Xlsx;

/// <summary>
/// One worksheet of the package, written from top to bottom in the element order that ECMA-376 part 1, 18.3.1.99 demands. Cells are inline
/// strings: no table of shared strings to keep in memory, and nothing that a spreadsheet program would compute.
/// </summary>
sealed class XlsxSheetPart : IDisposable
{
    const int MostCharacters = 32_767;
    const int LineHeight = 15;
    const int HighestRow = 405;
    const int BufferSize = 1 << 16;

    readonly StreamWriter _xml;
    readonly XlsxSheet _sheet;
    readonly string[] _letters;
    readonly int _part;

    public XlsxSheetPart(Stream entry, XlsxSheet sheet, string name, int number, int part)
    {
        _xml = new StreamWriter(entry, new UTF8Encoding(false), BufferSize);
        _sheet = sheet;
        Name = name;
        Number = number;
        _part = part;
        _letters = [.. Enumerable.Range(0, sheet.Columns.Count).Select(Letters)];
        WriteStart(first: number == 1);
        if (HasHeader)
            WriteRow([.. sheet.Columns.Select(column => column.Title)], XlsxParts.HeaderStyle);
    }

    /// <summary>Name of the sheet.</summary>
    public string Name { get; }

    /// <summary>Place in the workbook, from 1.</summary>
    public int Number { get; }

    /// <summary>The table of the sheet once it is complete, or null. Titles alone are no table: a spreadsheet program would call the file damaged.</summary>
    public XlsxTable? Table => _sheet.Table is { } table && Rows > 1
        ? new XlsxTable(Number, _part == 1 ? table : FormattableString.Invariant($"{table}_{_part}"), Range, [.. _sheet.Columns.Select(column => column.Title)])
        : null;

    /// <summary>Whether row 1 holds titles.</summary>
    public bool HasHeader => _sheet.HasHeader;

    /// <summary>Rows so far, header included.</summary>
    public int Rows { get; private set; }

    /// <summary>Everything from the header to the last row, as <c>$A$1:$C$9</c>.</summary>
    public string AbsoluteRange => FormattableString.Invariant($"$A$1:${_letters[^1]}${Math.Max(1, Rows)}");

    /// <summary>The columns that are printed again on each page, as <c>$A:$D</c>, or null.</summary>
    public string? KeptRange => _sheet.KeptColumns == 0 ? null : $"$A:${_letters[_sheet.KeptColumns - 1]}";

    string Range => FormattableString.Invariant($"A1:{_letters[^1]}{Math.Max(1, Rows)}");

    /// <summary>Writes one row; cells at the end may be left out, and an empty one is not written.</summary>
    /// <exception cref="ArgumentException">There are more cells than columns, or one has more characters than a cell holds.</exception>
    public void Write(ReadOnlySpan<string> cells) => WriteRow(cells, XlsxParts.TextStyle);

    /// <summary>Writes what follows the rows.</summary>
    public void Complete()
    {
        _xml.Write("</sheetData>");
        var last = Math.Max(1, Rows);
        if (HasHeader && Table is null)
            _xml.Write($"<autoFilter ref=\"{Range}\"/>");
        WriteChoices(last);
        _xml.Write("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
        // Paper size 9 is A4; a height of 0 pages means as many as needed; pages of the same rows follow each other.
        _xml.Write(FormattableString.Invariant($"<pageSetup paperSize=\"9\" fitToWidth=\"{_sheet.PagesWide}\" fitToHeight=\"0\" pageOrder=\"overThenDown\" orientation=\"landscape\"/><headerFooter>"));
        if (_sheet.Banner is { } banner)
        {
            _xml.Write("<oddHeader>&amp;C");
            XlsxText.Write(_xml, banner.Replace("&", "&&", StringComparison.Ordinal));
            _xml.Write("</oddHeader>");
        }

        _xml.Write("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>");
        _xml.Write($"<ignoredErrors><ignoredError sqref=\"{Range}\" numberStoredAsText=\"1\"/></ignoredErrors>");
        if (Table is not null)
            _xml.Write($"<tableParts count=\"1\"><tablePart xmlns:r=\"{XlsxParts.DocumentRelations}\" r:id=\"rId1\"/></tableParts>");
        _xml.Write("</worksheet>");
        _xml.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    void WriteStart(bool first)
    {
        _xml.Write(XlsxParts.Declaration);
        _xml.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>");
        _xml.Write(first ? "<sheetView tabSelected=\"1\" workbookViewId=\"0\">" : "<sheetView workbookViewId=\"0\">");
        if (HasHeader)
            _xml.Write(_sheet.KeptColumns == 0 ? "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                : FormattableString.Invariant($"<pane xSplit=\"{_sheet.KeptColumns}\" ySplit=\"1\" topLeftCell=\"{_letters[_sheet.KeptColumns]}2\" activePane=\"bottomRight\" state=\"frozen\"/>"));
        _xml.Write("</sheetView></sheetViews><cols>");
        for (var i = 0; i < _sheet.Columns.Count; i++)
        {
            var width = _sheet.Columns[i].Width.ToString(CultureInfo.InvariantCulture);
            _xml.Write(FormattableString.Invariant($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width}\" style=\"{XlsxParts.TextStyle}\" customWidth=\"1\"/>"));
        }

        _xml.Write("</cols><sheetData>");
    }

    void WriteRow(ReadOnlySpan<string> cells, int style)
    {
        if (cells.Length > _letters.Length)
            throw new ArgumentException($"sheet {Name}: {cells.Length} cells for {_letters.Length} columns");
        Span<char> number = stackalloc char[10];
        (++Rows).TryFormat(number, out var digits, provider: CultureInfo.InvariantCulture);
        number = number[..digits];
        _xml.Write("<row r=\"");
        _xml.Write(number);
        if (_sheet.FitsRows)
            _xml.Write(FormattableString.Invariant($"\" ht=\"{Math.Min(_sheet.LinesOf(cells) * LineHeight, HighestRow)}"));
        _xml.Write("\">");
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length > MostCharacters)
                throw new ArgumentException($"sheet {Name}, row {Rows}, column {_letters[i]}: over {MostCharacters} characters in a cell");
            if (cells[i].Length == 0)
                continue;
            _xml.Write("<c r=\"");
            _xml.Write(_letters[i]);
            _xml.Write(number);
            _xml.Write(style == XlsxParts.HeaderStyle ? XlsxParts.HeaderCell : XlsxParts.TextCell);
            XlsxText.Write(_xml, cells[i]);
            _xml.Write("</t></is></c>");
        }

        _xml.Write("</row>");
    }

    void WriteChoices(int last)
    {
        var first = HasHeader ? 2 : 1;
        var offered = _sheet.Columns.Select((column, index) => (column.Choices, Letter: _letters[index])).Where(column => column.Choices is not null).ToList();
        if (offered.Count == 0 || last < first)
            return;
        _xml.Write(FormattableString.Invariant($"<dataValidations count=\"{offered.Count}\">"));
        foreach (var (choices, letter) in offered)
        {
            _xml.Write("<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" sqref=\"");
            _xml.Write(FormattableString.Invariant($"{letter}{first}:{letter}{last}\"><formula1>\""));
            XlsxText.Write(_xml, XlsxSheet.ChoiceText(choices!));
            _xml.Write("\"</formula1></dataValidation>");
        }

        _xml.Write("</dataValidations>");
    }

    // 0 -> A, 25 -> Z, 26 -> AA.
    static string Letters(int column)
    {
        var letter = ((char)('A' + (column % 26))).ToString();
        return column < 26 ? letter : Letters((column / 26) - 1) + letter;
    }
}
