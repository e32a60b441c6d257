using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace NonRecoursMatch.Tests.Formats.Probes;

/// <summary>Reads and judges a workbook with the Open XML SDK.</summary>
static partial class XlsxProbe
{
    /// <summary>What the validator says against it, for every version of Office that it knows.</summary>
    public static IReadOnlyList<string> Faults(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        FileFormatVersions[] versions = [FileFormatVersions.Office2010, FileFormatVersions.Office2019, FileFormatVersions.Microsoft365];
        return [.. versions.SelectMany(version => new OpenXmlValidator(version).Validate(document)).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    public static IReadOnlyList<string> SheetNames(string path) => Read(path, document => Sheets(document).Select(sheet => sheet.Name!.Value!).ToList());

    /// <summary>The rows of the n-th sheet, from 0: each as wide as its columns, every cell text.</summary>
    public static IReadOnlyList<string[]> Rows(string path, int sheet = 0) => Read(path, document =>
    {
        var worksheet = Worksheet(document, sheet);
        var width = (int)worksheet.GetFirstChild<DocumentFormat.OpenXml.Spreadsheet.Columns>()!.Elements<Column>().Max(column => column.Max!.Value);
        return worksheet.Descendants<Row>().Select((row, index) => Cells(row, index + 1, width)).ToList();
    });

    /// <summary>The XML of the n-th sheet, from 0.</summary>
    public static string Xml(string path, int sheet = 0) => Read(path, document => Worksheet(document, sheet).OuterXml);

    static string[] Cells(Row row, int number, int width)
    {
        row.RowIndex!.Value.ShouldBe((uint)number);
        var cells = Enumerable.Repeat("", width).ToArray();
        foreach (var cell in row.Elements<Cell>())
        {
            cell.DataType!.Value.ShouldBe(CellValues.InlineString);
            cell.CellFormula.ShouldBeNull();
            var letters = cell.CellReference!.Value!.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            cells[letters.Aggregate(0, (index, letter) => (index * 26) + letter - 'A' + 1) - 1] = Decode(cell.InlineString!.Text!.Text);
        }

        return cells;
    }

    // The SDK gives ST_Xstring as it is in the file.
    static string Decode(string text) => Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    static Worksheet Worksheet(SpreadsheetDocument document, int sheet)
        => ((WorksheetPart)document.WorkbookPart!.GetPartById(Sheets(document)[sheet].Id!.Value!)).Worksheet;

    static List<Sheet> Sheets(SpreadsheetDocument document) => [.. document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>()];

    static T Read<T>(string path, Func<SpreadsheetDocument, T> read)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        return read(document);
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
