using System.Globalization;

namespace NonRecoursMatch.Formats.Xlsx;

/// <summary>A table of a sheet (ECMA-376 part 1, 18.5.1.2): what spreadsheet programs filter, sort and let grow as one.</summary>
/// <param name="Number">Number of its sheet; a sheet has one table at most.</param>
/// <param name="Name">Name, unique in the workbook.</param>
/// <param name="Range">Titles and rows.</param>
/// <param name="Titles">The titles, as their cells hold them.</param>
sealed record XlsxTable(int Number, string Name, string Range, IReadOnlyList<string> Titles)
{
    /// <summary>Path inside <c>xl/</c>.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"tables/table{Number}.xml");

    /// <summary>The part.</summary>
    public string Xml()
    {
        using var xml = new StringWriter(CultureInfo.InvariantCulture);
        xml.Write(XlsxParts.Declaration);
        xml.Write(FormattableString.Invariant($"<table xmlns=\"{XlsxParts.Main}\" id=\"{Number}\" name=\"{Name}\" displayName=\"{Name}\" ref=\"{Range}\" totalsRowShown=\"0\">"));
        xml.Write($"<autoFilter ref=\"{Range}\"/>");
        xml.Write(FormattableString.Invariant($"<tableColumns count=\"{Titles.Count}\">"));
        for (var i = 0; i < Titles.Count; i++)
        {
            xml.Write(FormattableString.Invariant($"<tableColumn id=\"{i + 1}\" name=\""));
            XlsxText.Write(xml, Titles[i]);
            xml.Write("\"/>");
        }

        xml.Write("</tableColumns><tableStyleInfo name=\"TableStyleLight1\" showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"1\" showColumnStripes=\"0\"/></table>");
        return xml.ToString();
    }
}
