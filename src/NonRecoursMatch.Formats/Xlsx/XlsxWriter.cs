using System.Globalization;
using System.IO.Compression;
using NonRecoursMatch.Formats.Files;

namespace NonRecoursMatch.Formats.Xlsx;

/// <summary>
/// Writes a workbook sheet by sheet and row by row, in bounded memory and with the same bytes for the same rows (entries carry the first day
/// that ZIP can write, no author, no time). A sheet that is full goes on in a further one of the same look.
/// The one seam through which Excel files leave this project.
/// </summary>
public sealed class XlsxWriter : IDisposable
{
    /// <summary>Rows of a sheet, header included, that spreadsheet programs read.</summary>
    public const int MostRows = 1_048_576;

    static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly AtomicFile _file;
    readonly ZipArchive _zip;
    readonly int _rowsPerSheet;
    readonly List<XlsxSheetPart> _parts = [];
    XlsxSheet? _sheet;
    int _partsOfSheet;

    /// <summary>Starts the file; it takes its final name at <see cref="Complete"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rowsPerSheet">Rows of a sheet, header included, from 2 to <see cref="MostRows"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside its bounds.</exception>
    public XlsxWriter(string path, int rowsPerSheet = MostRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsPerSheet, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rowsPerSheet, MostRows);
        _rowsPerSheet = rowsPerSheet;
        _file = new AtomicFile(path);
        _zip = new ZipArchive(_file.Stream, ZipArchiveMode.Create, leaveOpen: true);
        // First, because programs that guess a file's type read the first name of the archive.
        Add("_rels/.rels", XlsxParts.PackageRelations);
    }

    /// <summary>Begins a sheet; rows go to it until the next one.</summary>
    /// <exception cref="ArgumentException">It is not a sheet that a spreadsheet program would open, or its name is taken.</exception>
    public void StartSheet(XlsxSheet sheet)
    {
        sheet.Check();
        _sheet = sheet;
        _partsOfSheet = 0;
        StartPart();
    }

    /// <summary>Writes one row of text cells; cells at the end may be left out.</summary>
    /// <exception cref="InvalidOperationException">No sheet was begun.</exception>
    /// <exception cref="ArgumentException">There are more cells than columns, or one has over 32,767 characters.</exception>
    public void Write(params ReadOnlySpan<string> cells)
    {
        if (_sheet is null)
            throw new InvalidOperationException("a row needs a sheet");
        if (_parts[^1].Rows == _rowsPerSheet)
            StartPart();
        _parts[^1].Write(cells);
    }

    /// <summary>Ends the last sheet, writes the workbook and gives the file its final name.</summary>
    /// <exception cref="InvalidOperationException">No sheet was begun.</exception>
    public void Complete()
    {
        if (_sheet is null)
            throw new InvalidOperationException("a workbook needs a sheet");
        EndPart();
        Add("xl/workbook.xml", XlsxParts.Workbook(_parts));
        Add("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelations(_parts.Count));
        Add("xl/styles.xml", XlsxParts.Styles);
        Add("[Content_Types].xml", XlsxParts.ContentTypes(_parts));
        _zip.Dispose();
        _file.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            foreach (var part in _parts)
                part.Dispose();
            _zip.Dispose();
        }
        finally
        {
            // Both flush: on a full disk they fail once more, and the temporary file must still go.
            _file.Dispose();
        }
    }

    void StartPart()
    {
        EndPart();
        var name = _sheet!.NameOfPart(++_partsOfSheet);
        if (_parts.Any(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException($"two sheets cannot both be called \"{name}\"");
        var entry = Entry("xl/" + XlsxParts.SheetPath(_parts.Count + 1));
        _parts.Add(new XlsxSheetPart(entry.Open(), _sheet, name, _parts.Count + 1, _partsOfSheet));
    }

    void EndPart()
    {
        if (_parts.Count == 0)
            return;
        var part = _parts[^1];
        part.Complete();
        part.Dispose();
        if (part.Table is not { } table)
            return;
        Add("xl/" + table.Path, table.Xml());
        Add(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/_rels/sheet{part.Number}.xml.rels"), XlsxParts.SheetRelations(table));
    }

    ZipArchiveEntry Entry(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_time;
        return entry;
    }

    void Add(string name, string text)
    {
        using var writer = new StreamWriter(Entry(name).Open());
        writer.Write(text);
    }
}
