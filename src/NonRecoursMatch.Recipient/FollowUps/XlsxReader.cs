using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>
/// Reads the text cells of a workbook row by row: those that we write (inline strings) and those that spreadsheet programs write in their place
/// when they save it (shared strings). Anything that a list does not hold, as formulas or styles, is passed over.
/// </summary>
static class XlsxReader
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const long LongestPart = 1L << 28;
    const int MostColumns = 16_384;

    /// <summary>The sheets, in the order of the workbook; each must be read before the next.</summary>
    public static IEnumerable<IEnumerable<ReturnedRow>> Sheets(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var targets = Targets(zip);
        var shared = zip.GetEntry("xl/sharedStrings.xml") is { } entry ? SharedStrings(entry) : [];
        foreach (var id in SheetIds(zip))
            yield return Rows(Find(zip, targets.TryGetValue(id, out var target) ? PathOf(target) : id), shared);
    }

    static IEnumerable<ReturnedRow> Rows(ZipArchiveEntry sheet, List<string> shared)
    {
        using var xml = Open(sheet);
        long line = 0;
        while (xml.ReadToFollowing("row", Main))
        {
            line = long.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : line + 1;
            using var row = xml.ReadSubtree();
            yield return new ReturnedRow(line, Cells(row, shared));
        }
    }

    static List<string> Cells(XmlReader row, List<string> shared)
    {
        var cells = new List<string>();
        while (row.ReadToFollowing("c", Main))
        {
            var column = row.GetAttribute("r") is { } reference ? ColumnOf(reference) : cells.Count;
            var isShared = row.GetAttribute("t") == "s";
            using var cell = row.ReadSubtree();
            var text = Text(cell);
            while (cells.Count <= column)
                cells.Add("");
            cells[column] = isShared && text.Length > 0 ? Shared(shared, text) : text;
        }

        return cells;
    }

    static string Shared(List<string> shared, string number)
        => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : throw new InvalidDataException("a shared string is missing");

    static List<string> SharedStrings(ZipArchiveEntry entry)
    {
        var strings = new List<string>();
        using var xml = Open(entry);
        while (xml.ReadToFollowing("si", Main))
        {
            using var item = xml.ReadSubtree();
            strings.Add(Text(item));
        }

        return strings;
    }

    /// <summary>The text inside an element: of its runs, or its value; not of phonetic hints or formulas.</summary>
    static string Text(XmlReader xml)
    {
        var text = "";
        while (xml.Read())
        {
            while (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" or "f" })
                xml.Skip();
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" or "v", IsEmptyElement: false })
            {
                xml.Read();
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                    text += xml.Value;
            }
        }

        return text;
    }

    static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
            column = Math.Min((column * 26) + letter - 'A' + 1, MostColumns + 1);
        return column is > 0 and <= MostColumns ? column - 1 : throw new InvalidDataException("a cell is out of the sheet");
    }

    static Dictionary<string, string> Targets(ZipArchive zip)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = Open(Find(zip, "xl/_rels/workbook.xml.rels"));
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = target;
        }

        return targets;
    }

    static List<string> SheetIds(ZipArchive zip)
    {
        var ids = new List<string>();
        using var xml = Open(Find(zip, "xl/workbook.xml"));
        while (xml.ReadToFollowing("sheet", Main))
            ids.Add(xml.GetAttribute("id", Relations) ?? throw new InvalidDataException("a sheet has no part"));
        return ids;
    }

    /// <summary>A target is relative to the workbook, or starts at the root of the package.</summary>
    static string PathOf(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;

    static ZipArchiveEntry Find(ZipArchive zip, string name) => zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing");

    // A returned file comes from outside: no document type, nothing fetched, no part without end.
    static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(
        entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestPart, CloseInput = true });
}
