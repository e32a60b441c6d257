using System.Globalization;
using System.Text;

namespace NonRecoursMatch.Formats.Xlsx;

/// <summary>The parts of the package beside the sheets: relations, content types, workbook, styles (ECMA-376 parts 1 and 2).</summary>
static class XlsxParts
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>Index in cellXfs of text cells: number format 49, which is "@".</summary>
    public const int TextStyle = 1;

    /// <summary>Index in cellXfs of titles.</summary>
    public const int HeaderStyle = 2;

    /// <summary>What stands between the reference and the text of a text cell.</summary>
    public const string TextCell = "\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">";

    /// <summary>The same for a title.</summary>
    public const string HeaderCell = "\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">";

    /// <summary>Part <c>_rels/.rels</c>.</summary>
    public const string PackageRelations = Declaration
        + "<Relationships xmlns=\"" + RelationsNamespace + "\"><Relationship Id=\"rId1\" Type=\"" + DocumentRelations + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    /// <summary>Part <c>xl/styles.xml</c>: plain, wrapped text, bold shaded title.</summary>
    public const string Styles = Declaration
        + "<styleSheet xmlns=\"" + Main + "\">"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE7EBF3\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
        + "<alignment vertical=\"center\" wrapText=\"1\"/></xf></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    /// <summary>Namespace of the relations between parts of a document.</summary>
    public const string DocumentRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Namespace of workbooks, sheets and tables.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    const string RelationsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Path of the n-th sheet, from 1, inside <c>xl/</c>.</summary>
    public static string SheetPath(int number) => string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{number}.xml");

    /// <summary>Part <c>[Content_Types].xml</c>.</summary>
    public static string ContentTypes(IReadOnlyList<XlsxSheetPart> sheets)
    {
        var xml = new StringBuilder(Declaration + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SpreadsheetType + "sheet.main+xml\"/>")
            .Append("<Override PartName=\"/xl/styles.xml\" ContentType=\"" + SpreadsheetType + "styles+xml\"/>");
        foreach (var sheet in sheets)
            xml.Append("<Override PartName=\"/xl/").Append(SheetPath(sheet.Number)).Append("\" ContentType=\"" + SpreadsheetType + "worksheet+xml\"/>");
        foreach (var table in sheets.Select(sheet => sheet.Table).OfType<XlsxTable>())
            xml.Append("<Override PartName=\"/xl/").Append(table.Path).Append("\" ContentType=\"" + SpreadsheetType + "table+xml\"/>");
        return xml.Append("</Types>").ToString();
    }

    /// <summary>Part <c>xl/_rels/workbook.xml.rels</c>: rId0 the styles, rIdN the n-th sheet.</summary>
    public static string WorkbookRelations(int sheets)
    {
        var xml = new StringBuilder(Declaration + "<Relationships xmlns=\"" + RelationsNamespace + "\">")
            .Append("<Relationship Id=\"rId0\" Type=\"" + DocumentRelations + "/styles\" Target=\"styles.xml\"/>");
        for (var number = 1; number <= sheets; number++)
            xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{number}\" Type=\"{DocumentRelations}/worksheet\" Target=\"{SheetPath(number)}\"/>");
        return xml.Append("</Relationships>").ToString();
    }

    /// <summary>The relations of a sheet: rId1 its table.</summary>
    public static string SheetRelations(XlsxTable table) => Declaration + "<Relationships xmlns=\"" + RelationsNamespace + "\">"
        + $"<Relationship Id=\"rId1\" Type=\"{DocumentRelations}/table\" Target=\"../{table.Path}\"/></Relationships>";

    /// <summary>Part <c>xl/workbook.xml</c>, with the hidden names by which programs find filters and print titles.</summary>
    public static string Workbook(IReadOnlyList<XlsxSheetPart> sheets)
    {
        using var xml = new StringWriter(CultureInfo.InvariantCulture);
        xml.Write(Declaration);
        xml.Write($"<workbook xmlns=\"{Main}\" xmlns:r=\"{DocumentRelations}\"><bookViews><workbookView/></bookViews><sheets>");
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.Write("<sheet name=\"");
            XlsxText.Write(xml, sheets[i].Name);
            xml.Write(FormattableString.Invariant($"\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"));
        }

        xml.Write("</sheets>");
        if (sheets.Any(sheet => sheet.HasHeader))
        {
            xml.Write("<definedNames>");
            WriteNames(xml, sheets.Where(sheet => sheet.HasHeader && sheet.Table is null), "_xlnm._FilterDatabase\" hidden=\"1", sheet => [sheet.AbsoluteRange]);
            WriteNames(xml, sheets.Where(sheet => sheet.HasHeader), "_xlnm.Print_Titles", sheet => sheet.KeptRange is { } columns ? [columns, "$1:$1"] : ["$1:$1"]);
            xml.Write("</definedNames>");
        }

        xml.Write("</workbook>");
        return xml.ToString();
    }

    static void WriteNames(StringWriter xml, IEnumerable<XlsxSheetPart> sheets, string name, Func<XlsxSheetPart, string[]> ranges)
    {
        foreach (var sheet in sheets)
        {
            xml.Write(FormattableString.Invariant($"<definedName name=\"{name}\" localSheetId=\"{sheet.Number - 1}\">"));
            XlsxText.Write(xml, string.Join(',', ranges(sheet).Select(range => $"'{sheet.Name}'!{range}")));
            xml.Write("</definedName>");
        }
    }
}
