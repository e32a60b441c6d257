using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NonRecoursMatch.Formats.Xlsx;

namespace NonRecoursMatch.EndToEnd;

/// <summary><c>outcome</c>: a list comes back with its follow-up; good rows are kept, the others named, nothing is lost.</summary>
[Collection(SharedTerritory.Name)]
public class OutcomeTests(GeneratedTerritory territory)
{
    const string Body = "cpam-35";

    static readonly string[] s_words = ["à joindre", "Demande déposée", "deja ouvert", ""];

    [Fact]
    public void A_filled_list_in_CSV_or_XLSX_gives_its_answers_and_a_receipt_of_what_is_unanswered()
    {
        using var bench = new Workbench(territory);
        var (columns, rows) = List(Body);
        var filled = rows.Select((row, i) => (string[])[.. row, s_words[i % s_words.Length]]).ToList();
        WriteCsv(bench["liste.csv"], [[.. columns, "suivi"], .. filled], Encoding.Latin1);
        WriteXlsx(bench["liste.xlsx"], [.. columns, "suivi"], filled);
        WriteSharedStrings(bench["tableur.xlsx"], [[.. columns, "suivi"], .. filled]);
        foreach (var file in new[] { "liste.csv", "liste.xlsx", "tableur.xlsx" })
        {
            var answer = Import(bench, bench[file]);
            answer.ExitCode.ShouldBe(0, answer.Error + answer.Output);
            var kept = CsvRows.Read(bench["suivi", "suivi.csv"]);
            kept[0].ShouldBe(["source", "poignee", "prestation", "suivi", "contacte_le", "evaluation"]);
            kept.Skip(1).Select(row => (row[1], row[3])).ShouldBe(
                filled.Where(row => row[^1].Length > 0).Select(row => (row[1], row[^1] switch { "à joindre" => "a_joindre", "Demande déposée" => "demande_deposee", _ => "deja_ouvert" })), ignoreOrder: true);
            var receipt = Receipt(bench);
            receipt.GetProperty("sans_reponse").EnumerateArray().Select(row => row.GetProperty("poignee").GetString()).ShouldBe(
                filled.Where(row => row[^1].Length == 0).Select(row => row[1]), ignoreOrder: true);
            receipt.GetProperty("fautes").GetArrayLength().ShouldBe(0);
            answer.Output.ShouldBe(File.ReadAllText(bench["suivi", "recu.txt"]));
        }
    }

    [Fact]
    public void The_list_as_it_was_delivered_is_a_list_without_an_answer()
    {
        using var bench = new Workbench(territory);
        foreach (var body in Directory.GetDirectories(Path.Combine(territory.Output, "lists")).Select(Path.GetFileName))
        {
            var (_, rows) = List(body!);
            Import(bench, Path.Combine(territory.Output, "lists", body!, "liste.xlsx")).ExitCode.ShouldBe(0);
            Receipt(bench).GetProperty("sans_reponse").GetArrayLength().ShouldBe(rows.Count);
        }
    }

    [Fact]
    public void Bad_rows_are_named_with_line_and_column_and_the_good_ones_are_kept()
    {
        using var bench = new Workbench(territory);
        var (columns, rows) = List(Body);
        rows.Count.ShouldBeGreaterThan(4);
        List<string[]> returned =
        [
            [.. columns, "suivi"],
            [.. rows[0], "joint"],
            [rows[1][0], new string('0', 32), .. rows[1][2..], "joint"],
            [.. rows[2], "peut-être"],
            [.. rows[3], "joint"],
            [.. rows[3], "refus"],
            [.. rows[4], "refus"],
            [.. rows[4], "Refus"],
            ["caf-99", .. rows[0][1..], "joint"],
            ["caf-35", .. rows[0][1..], "joint"],
            [.. rows[0][..2], "Prime de Noël", .. rows[0][3..], "joint"],
        ];
        WriteCsv(bench["liste.csv"], returned, Encoding.UTF8);
        WriteCsv(bench["sans.csv"], [[.. columns], .. rows], Encoding.UTF8);
        File.WriteAllText(bench["abime.xlsx"], "PK but no workbook");
        var answer = Import(bench, bench["liste.csv"], bench["sans.csv"], bench["abime.xlsx"]);
        answer.ExitCode.ShouldBe(1, answer.Error);
        Faults(bench).ShouldBe([
                "liste.csv 3 poignee poignee_inconnue", "liste.csv 4 suivi mot_inconnu", "liste.csv 5 suivi deux_reponses", "liste.csv 6 suivi deux_reponses", "liste.csv 9 source source_inconnue",
                "liste.csv 10 source autre_organisme", "liste.csv 11 prestation prestation_inconnue", "sans.csv 1 suivi colonne_manquante", "abime.xlsx 0  fichier_illisible",
            ]);
        answer.Output.ShouldContain("liste.csv, ligne 3, colonne poignee");
        CsvRows.Read(bench["suivi", "suivi.csv"]).Skip(1).Select(row => (row[1], row[3])).ShouldBe([(rows[0][1], "joint"), (rows[4][1], "refus")], ignoreOrder: true);
        Receipt(bench).GetProperty("repetees").GetInt64().ShouldBe(1);
        Receipt(bench).GetProperty("sans_reponse").GetArrayLength().ShouldBe(rows.Count - 2);
    }

    [Fact]
    public void What_a_spreadsheet_program_did_to_handles_and_days_is_named_and_rows_in_any_order_are_read()
    {
        using var bench = new Workbench(territory);
        var (columns, rows) = List(Body);
        List<string[]> returned =
        [
            ["contacte_le", .. columns.Reverse(), "suivi"],
            ["46350", .. rows[5].Reverse(), "joint"],
            ["2026-11-24 00:00:00", .. rows[3].Reverse(), "Joint"],
            ["31/02/2026", .. rows[0].Reverse(), "joint"],
            ["01/12/2026", .. rows[1].Reverse(), "joint"],
            ["24/11/2026", .. rows[2].Reverse(), ""],
            ["", .. rows[4].Select((cell, i) => i == 1 ? "1,23457E+31" : cell).Reverse(), "joint"],
        ];
        WriteCsv(bench["liste.csv"], returned, Encoding.UTF8);
        WriteCsv(bench["double.csv"], [[.. columns, "suivi", "suivi_2"], [.. rows[4], "joint", "refus"]], Encoding.UTF8);
        var answer = Import(bench, bench["liste.csv"], bench["double.csv"]);
        answer.ExitCode.ShouldBe(1, answer.Error);
        Faults(bench).ShouldBe([
            "liste.csv 4 contacte_le date_illisible", "liste.csv 5 contacte_le date_illisible", "liste.csv 6 contacte_le sans_objet", "liste.csv 7 poignee poignee_deformee", "double.csv 2 suivi_2 sans_objet",
        ]);
        answer.Output.ShouldContain("le tableur l'a prise pour un nombre");
        CsvRows.Read(bench["suivi", "suivi.csv"]).Skip(1).Select(row => (row[1], row[3], row[4])).ShouldBe(
            [(rows[5][1], "joint", "2026-11-24"), (rows[3][1], "joint", "2026-11-24"), (rows[4][1], "joint", "")], ignoreOrder: true);
        Receipt(bench).GetProperty("sans_reponse").GetArrayLength().ShouldBe(rows.Count - 3);
        Receipt(bench).GetProperty("repris_le").GetString().ShouldBe("2026-11-30");
    }

    [Fact]
    public void Handles_of_another_month_or_recipient_are_named_row_by_row_and_nothing_else_is_lost()
    {
        using var bench = new Workbench(territory);
        NonRecours.Ok("generate", "243500741", "--persons", "400", "--seed", "11", "--month", "2026-09", "--out", bench["avant"]);
        NonRecours.Ok("run", bench["avant"], "--month", "2026-09", "--out", bench["septembre"]);
        var (columns, rows) = List(Body);
        var earlier = CsvRows.Read(bench["septembre", "lists", Body, "liste.csv"]).Skip(1).ToList();
        var (_, others) = List("cpam-44");
        earlier.Count.ShouldBeGreaterThan(1);
        WriteCsv(bench["mois.csv"], [[.. columns, "suivi"], [.. rows[0], "joint"], .. earlier.Select(row => (string[])[.. row, "joint"]), [.. rows[1], "refus"]], Encoding.UTF8);
        // The rows of somebody else, as they are and under one's own name.
        WriteCsv(bench["autres.csv"], [[.. columns, "suivi"], [.. rows[2], "joint"], [.. others[0], "joint"], [Body, .. others[1].Skip(1), "joint"]], Encoding.UTF8);
        var answer = Import(bench, bench["mois.csv"], bench["autres.csv"]);
        answer.ExitCode.ShouldBe(1, answer.Error);
        Faults(bench).ShouldBe([
            .. Enumerable.Range(3, earlier.Count).Select(line => $"mois.csv {line} poignee poignee_inconnue"), "autres.csv 3 source autre_organisme", "autres.csv 4 poignee poignee_inconnue",
        ]);
        CsvRows.Read(bench["suivi", "suivi.csv"]).Skip(1).Select(row => row[1]).ShouldBe([rows[0][1], rows[1][1], rows[2][1]], ignoreOrder: true);
        Receipt(bench).GetProperty("sans_reponse").GetArrayLength().ShouldBe(rows.Count - 3);

        // A whole list of another month is refused before a row is read.
        var foreign = NonRecours.Run("outcome", "import", bench["mois.csv"], "--convention", bench.Folder, "--month", GeneratedTerritory.Month, "--list", bench["septembre", "lists", Body], "--out", bench["autre"]);
        foreign.ExitCode.ShouldBe(1);
        foreign.Error.ShouldContain("2026-09");
        Directory.Exists(bench["autre"]).ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_person_is_an_incident_with_its_clock()
    {
        using var bench = new Workbench(territory);
        var (columns, rows) = List(Body);
        WriteCsv(bench["liste.csv"], [[.. columns, "suivi"], [.. rows[0], "mauvaise personne"], [.. rows[1], "wrong person"], [.. rows[2], "joint"]], Encoding.UTF8);
        var answer = Import(bench, bench["liste.csv"]);
        answer.ExitCode.ShouldBe(0, answer.Error);
        answer.Error.ShouldContain("72 heures");
        answer.Output.ShouldContain("72 heures");
        CsvRows.Read(bench["suivi", "incidents.csv"]).Skip(1).Select(row => row[1]).ShouldBe([rows[0][1], rows[1][1]], ignoreOrder: true);
        Receipt(bench).GetProperty("incidents").GetInt64().ShouldBe(2);
    }

    [Fact]
    public void A_report_counts_by_benefit_and_masks_small_cells()
    {
        using var bench = new Workbench(territory);
        var (columns, rows) = List(Body);
        WriteCsv(bench["liste.csv"], [[.. columns, "suivi"], .. rows.Select(row => (string[])[.. row, "joint"])], Encoding.UTF8);
        Import(bench, bench["liste.csv"]).ExitCode.ShouldBe(0);
        Workbench.Replace(bench["suivi", "recu.json"], "\"petite_cellule\": 11", "\"petite_cellule\": 2");
        var benefit = CsvRows.Read(bench["suivi", "suivi.csv"])[1][2];
        var expected = CsvRows.Read(bench["suivi", "suivi.csv"]).Skip(1).Count(row => row[2] == benefit);
        Joint(bench, benefit).GetInt64().ShouldBe(expected);
        Workbench.Replace(bench["suivi", "recu.json"], "\"petite_cellule\": 2", "\"petite_cellule\": 1000");
        Joint(bench, benefit).GetString().ShouldBe("masqué");
        NonRecours.Run("outcome", "report", "--in", bench["nulle part"]).ExitCode.ShouldBe(1);
    }

    static JsonElement Joint(Workbench bench, string benefit)
    {
        using var document = JsonDocument.Parse(NonRecours.Ok("outcome", "report", "--in", bench["suivi"], bench["suivi"], "--json").Output);
        return document.RootElement.GetProperty("suivi").GetProperty(benefit).GetProperty("joint").Clone();
    }

    Answer Import(Workbench bench, params string[] files) => NonRecours.Run(
        ["outcome", "import", .. files, "--convention", bench.Folder, "--month", GeneratedTerritory.Month, "--run", territory.Output, "--out", bench["suivi"]]);

    static IEnumerable<string> Faults(Workbench bench) => Receipt(bench).GetProperty("fautes").EnumerateArray()
        .Select(fault => $"{fault.GetProperty("fichier").GetString()} {fault.GetProperty("ligne").GetInt64()} {fault.GetProperty("colonne").GetString()} {fault.GetProperty("faute").GetString()}");

    static JsonElement Receipt(Workbench bench)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(bench["suivi", "recu.json"]));
        return document.RootElement.Clone();
    }

    (string[] Columns, List<string[]> Rows) List(string body)
    {
        var rows = CsvRows.Read(Path.Combine(territory.Output, "lists", body, "liste.csv"));
        return (rows[0], [.. rows.Skip(1)]);
    }

    static void WriteCsv(string path, IEnumerable<string[]> rows, Encoding encoding)
        => File.WriteAllText(path, string.Join("\r\n", rows.Select(row => string.Join(';', row.Select(cell => $"\"{cell}\"")))), encoding);

    static void WriteXlsx(string path, string[] columns, IEnumerable<string[]> rows)
    {
        using var writer = new XlsxWriter(path);
        writer.StartSheet(new XlsxSheet("Liste", [.. columns.Select(column => new XlsxColumn(column, 20))]));
        foreach (var row in rows)
            writer.Write(row);
        writer.StartSheet(new XlsxSheet("Lisez-moi", [new XlsxColumn("", 100)], HasHeader: false));
        writer.Write("Une explication");
        writer.Complete();
    }

    /// <summary>A workbook as spreadsheet programs save it: shared strings, runs, phonetic hints, cells left out.</summary>
    static void WriteSharedStrings(string path, List<string[]> rows)
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        void Add(string name, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }

        var strings = rows.SelectMany(row => row).Distinct().ToList();
        Add("xl/workbook.xml", $"<x:workbook xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Relations}\"><x:sheets><x:sheet name=\"Liste\" sheetId=\"1\" r:id=\"rId7\"/></x:sheets></x:workbook>");
        Add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId7\" Type=\"x\" Target=\"/xl/worksheets/feuille.xml\"/></Relationships>");
        Add("xl/sharedStrings.xml", $"<sst {Main}>{string.Concat(strings.Select(text => $"<si><r><t>{text[..(text.Length / 2)]}</t></r><r><rPr/><t xml:space=\"preserve\">{text[(text.Length / 2)..]}</t></r><rPh><t>x</t></rPh><rPh><t>y</t></rPh></si>"))}</sst>");
        var cells = rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Select((cell, column) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + column)}{i + 1}\" t=\"s\"><v>{strings.IndexOf(cell)}</v></c>"))}</row>");
        Add("xl/worksheets/feuille.xml", $"<worksheet {Main}><sheetData>{string.Concat(cells)}</sheetData></worksheet>");
    }
}
