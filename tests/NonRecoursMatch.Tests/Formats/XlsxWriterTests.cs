using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Formats.Xlsx;
using NonRecoursMatch.Tests.Formats.Probes;

namespace NonRecoursMatch.Tests.Formats;

public class XlsxWriterTests
{
    static readonly XlsxSheet s_sheet = new("Liste", [new("nir", 20), new("nom", 30), new("suivi", 18, ["à joindre", "joint & vu", "refus"])], Banner: "TEST & essai");

    [Fact]
    public void Any_text_is_read_back_and_the_workbook_is_valid()
        => Prop.ForAll<(string? First, string? Second)[]>(rows =>
        {
            using var folder = new TemporaryFolder();
            string[][] cells = [.. rows.Select(row => new[] { row.First ?? "", row.Second ?? "" })];
            Write(folder["t.xlsx"], s_sheet, cells);
            XlsxProbe.Faults(folder["t.xlsx"]).ShouldBeEmpty();
            var read = XlsxProbe.Rows(folder["t.xlsx"]);
            read[0].ShouldBe(["nir", "nom", "suivi"]);
            read.Skip(1).ShouldBe(cells.Select(row => new[] { Clean(row[0]), Clean(row[1]), "" }));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33612345678")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("0012345")]
    [InlineData("1e5")]
    [InlineData("01/02/1950")]
    [InlineData("VRAI")]
    [InlineData(" espaces  \t")]
    [InlineData("deux\r\nlignes")]
    [InlineData("<c t=\"n\"><v>1</v></c>]]>&amp;")]
    [InlineData("_x0041_ et _x005F_ et _x00")]
    [InlineData("\0\u0001\u001F\u007F")]
    [InlineData("œ É 𝒜 👩‍👧")]
    public void A_cell_is_text_and_the_text_that_was_written(string text)
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.xlsx"], s_sheet, [text]);
        XlsxProbe.Faults(folder["t.xlsx"]).ShouldBeEmpty();
        XlsxProbe.Rows(folder["t.xlsx"])[1][0].ShouldBe(text);
    }

    [Fact]
    public void What_is_not_text_becomes_the_replacement_character()
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.xlsx"], s_sheet, ["a\uD800b", "\uDC00\uFFFE\uFFFF"]);
        XlsxProbe.Rows(folder["t.xlsx"])[1].ShouldBe(["a\uFFFDb", "\uFFFD\uFFFD\uFFFD", ""]);
    }

    [Fact]
    public void The_header_is_bold_frozen_filtered_and_printed_on_every_A4_page()
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.xlsx"], s_sheet, ["a", "b"], ["c"]);
        var xml = XlsxProbe.Xml(folder["t.xlsx"]);
        xml.ShouldContain("ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"");
        xml.ShouldContain("autoFilter ref=\"A1:C3\"");
        xml.ShouldContain("paperSize=\"9\"");
        xml.ShouldContain("orientation=\"landscape\"");
        xml.ShouldContain("TEST &amp;&amp; essai");
        xml.ShouldContain("\"à joindre,joint &amp; vu,refus\"");
        xml.ShouldContain("sqref=\"C2:C3\"");
        var workbook = Part(folder["t.xlsx"], "xl/workbook.xml");
        workbook.ShouldContain("name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'Liste'!$1:$1<");
        workbook.ShouldContain("localSheetId=\"0\">'Liste'!$A$1:$C$3<");
    }

    [Theory]
    [InlineData(5, 40, 1)]
    [InlineData(8, 40, 2)]
    [InlineData(14, 40, 4)]
    public void A_wide_sheet_is_printed_on_pages_beside_each_other_with_its_first_columns_on_each(int columns, double width, int pages)
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.xlsx"], new XlsxSheet("Liste", [.. Enumerable.Range(1, columns).Select(number => new XlsxColumn($"c{number}", width))]) { KeptColumns = 2 }, ["a", "b", "c"]);
        XlsxProbe.Faults(folder["t.xlsx"]).ShouldBeEmpty();
        var xml = XlsxProbe.Xml(folder["t.xlsx"]);
        xml.ShouldContain($"fitToWidth=\"{pages}\" fitToHeight=\"0\"");
        xml.ShouldContain("xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\" activePane=\"bottomRight\" state=\"frozen\"");
        Part(folder["t.xlsx"], "xl/workbook.xml").ShouldContain(">'Liste'!$A:$B,'Liste'!$1:$1<");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void Kept_columns_leave_room_for_others(int kept)
    {
        using var folder = new TemporaryFolder();
        using var xlsx = new XlsxWriter(folder["t.xlsx"]);
        Should.Throw<ArgumentException>(() => xlsx.StartSheet(s_sheet with { KeptColumns = kept }));
    }

    [Fact]
    public void Titles_and_rows_may_form_a_table_that_goes_on_with_its_sheet()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new XlsxWriter(folder["t.xlsx"], rowsPerSheet: 3))
        {
            writer.StartSheet(s_sheet with { Table = "Contacts" });
            for (var i = 0; i < 3; i++)
                writer.Write($"{i}");
            writer.StartSheet(new XlsxSheet("Vide", [new("n", 9)], Table: "Vide"));
            writer.Complete();
        }

        XlsxProbe.Faults(folder["t.xlsx"]).ShouldBeEmpty();
        Part(folder["t.xlsx"], "xl/tables/table1.xml").ShouldContain("displayName=\"Contacts\" ref=\"A1:C3\"");
        Part(folder["t.xlsx"], "xl/tables/table2.xml").ShouldContain("displayName=\"Contacts_2\" ref=\"A1:C2\"");
        XlsxProbe.Xml(folder["t.xlsx"]).ShouldNotContain("<x:autoFilter");
        // Titles alone are no table for a spreadsheet program: they keep a filter.
        XlsxProbe.Xml(folder["t.xlsx"], 2).ShouldContain("autoFilter");
    }

    [Fact]
    public void A_row_may_be_as_high_as_its_wrapped_text()
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.xlsx"], new XlsxSheet("Liste", [new("a", 10), new("b", 20)]) { FitsRows = true }, ["x", "y"], ["deux\nlignes", ""], [new string('x', 100), "y"], [new string('x', 9_000), ""]);
        XlsxProbe.Faults(folder["t.xlsx"]).ShouldBeEmpty();
        var xml = XlsxProbe.Xml(folder["t.xlsx"]);
        foreach (var height in new[] { 15, 30, 180, 405 })
            xml.ShouldContain($"ht=\"{height}\"");
    }

    [Theory]
    [InlineData("deux mots")]
    [InlineData("1er")]
    [InlineData("")]
    public void A_table_has_a_name_that_formulas_could_use(string name)
    {
        using var folder = new TemporaryFolder();
        using var writer = new XlsxWriter(folder["t.xlsx"]);
        Should.Throw<ArgumentException>(() => writer.StartSheet(s_sheet with { Table = name }));
        Should.Throw<ArgumentException>(() => writer.StartSheet(new XlsxSheet("Liste", [new("n", 9), new("N", 9)], Table: "Liste")));
    }

    [Fact]
    public void A_full_sheet_goes_on_in_a_further_one_with_the_same_look()
    {
        using var folder = new TemporaryFolder();
        using (var writer = new XlsxWriter(folder["t.xlsx"], rowsPerSheet: 4))
        {
            writer.StartSheet(s_sheet);
            for (var i = 0; i < 8; i++)
                writer.Write($"{i}");
            writer.StartSheet(new XlsxSheet("Lisez-moi", [new("", 80)], HasHeader: false));
            writer.Write("texte");
            writer.Complete();
        }

        XlsxProbe.Faults(folder["t.xlsx"]).ShouldBeEmpty();
        XlsxProbe.SheetNames(folder["t.xlsx"]).ShouldBe(["Liste", "Liste (2)", "Liste (3)", "Lisez-moi"]);
        Enumerable.Range(0, 3).SelectMany(sheet => XlsxProbe.Rows(folder["t.xlsx"], sheet).Skip(1)).Select(row => row[0]).ShouldBe(Enumerable.Range(0, 8).Select(i => $"{i}"));
        XlsxProbe.Rows(folder["t.xlsx"], 3).ShouldHaveSingleItem().ShouldBe(["texte"]);
    }

    [Fact]
    public void The_limit_is_that_of_spreadsheet_programs()
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.xlsx"], new XlsxSheet("Liste", [new("n", 9)]), [.. Enumerable.Repeat(new[] { "1" }, XlsxWriter.MostRows)]);
        XlsxProbe.SheetNames(folder["t.xlsx"]).ShouldBe(["Liste", "Liste (2)"]);
        XlsxProbe.Rows(folder["t.xlsx"], 1).Count.ShouldBe(2);
    }

    [Fact]
    public void A_sheet_without_rows_is_valid()
    {
        using var folder = new TemporaryFolder();
        Write(folder["t.xlsx"], s_sheet);
        XlsxProbe.Faults(folder["t.xlsx"]).ShouldBeEmpty();
        XlsxProbe.Rows(folder["t.xlsx"]).Count.ShouldBe(1);
    }

    [Fact]
    public void Columns_after_Z_are_called_AA()
    {
        using var folder = new TemporaryFolder();
        string[] cells = [.. Enumerable.Range(0, 800).Select(i => $"c{i}")];
        Write(folder["t.xlsx"], new XlsxSheet("Liste", [.. cells.Select(name => new XlsxColumn(name, 9))]), cells);
        XlsxProbe.Rows(folder["t.xlsx"])[1].ShouldBe(cells);
        XlsxProbe.Xml(folder["t.xlsx"]).ShouldContain("A1:ADT2");
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes_and_no_trace_of_when()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "a.xlsx", "b.xlsx" })
            Write(folder[name], s_sheet, ["a", "b"], ["c", "d"]);
        File.ReadAllBytes(folder["a.xlsx"]).ShouldBe(File.ReadAllBytes(folder["b.xlsx"]));
        using var zip = ZipFile.OpenRead(folder["a.xlsx"]);
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
        zip.Entries.ShouldNotContain(entry => entry.FullName.StartsWith("docProps", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_spreadsheet_program_would_refuse_is_refused_and_leaves_no_file()
    {
        XlsxSheet[] wrong =
        [
            s_sheet with { Name = "" }, s_sheet with { Name = new string('x', 32) }, s_sheet with { Name = "a/b" }, s_sheet with { Name = "a\nb" }, s_sheet with { Columns = [] },
            s_sheet with { Columns = [new("n", 0)] }, s_sheet with { Columns = [new("n", 9, ["a,b"])] }, s_sheet with { Columns = [new("n", 9, [new string('x', 256)])] },
        ];
        using var folder = new TemporaryFolder();
        foreach (var sheet in wrong)
            Should.Throw<ArgumentException>(() => Write(folder["t.xlsx"], sheet));
        Should.Throw<ArgumentException>(() => Write(folder["t.xlsx"], s_sheet, ["a", "b", "c", "d"]));
        Should.Throw<ArgumentException>(() => Write(folder["t.xlsx"], s_sheet, [new string('x', 32_768)]));
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Two_sheets_cannot_have_one_name()
    {
        using var folder = new TemporaryFolder();
        using var writer = new XlsxWriter(folder["t.xlsx"]);
        writer.StartSheet(s_sheet);
        Should.Throw<ArgumentException>(() => writer.StartSheet(s_sheet with { Name = "LISTE" }));
    }

    static void Write(string path, XlsxSheet sheet, params string[][] rows)
    {
        using var writer = new XlsxWriter(path);
        writer.StartSheet(sheet);
        foreach (var row in rows)
            writer.Write(row);
        writer.Complete();
    }

    static string Part(string path, string name)
    {
        using var zip = ZipFile.OpenRead(path);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    // Lone surrogates and noncharacters are not text.
    static string Clean(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
}
