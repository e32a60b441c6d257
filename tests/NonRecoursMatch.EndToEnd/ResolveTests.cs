using System.IO.Compression;
using System.Text.RegularExpressions;

namespace NonRecoursMatch.EndToEnd;

/// <summary><c>resolve</c>: a recipient reopens its own list, calls, and sends the follow-up back; LibreOffice stands for the people who fill it.</summary>
[Collection(SharedTerritory.Name)]
public partial class ResolveTests(GeneratedTerritory territory)
{
    const string Body = "cpam-35";

    [Fact]
    public void A_list_is_reopened_into_a_workbook_and_a_message_without_a_name()
    {
        using var bench = new Workbench(territory);
        foreach (var body in new[] { Body, "caf-35", "carsat-bretagne", "bailleur-social-1", "ccas-redon" })
        {
            var answer = Resolve(bench, body, bench[body + ".xlsx"]);
            answer.ExitCode.ShouldBe(0, answer.Error);
            answer.Output.ShouldContain("TEST");
            answer.Error.ShouldBeEmpty();
            var message = File.ReadAllText(bench[body + ".courriel.txt"]);
            IdentityValues.In(answer.Output + message, bench.Identities).ShouldBeEmpty();
            message.ShouldContain(body + ".xlsx");
            RowsOf(bench[body + ".xlsx"]).ShouldBe(HandlesOf(body).Distinct().Count() + 1);
        }
    }

    [Fact]
    public void A_body_with_two_sources_opens_each_table_with_its_own_secret_in_any_order()
    {
        using var bench = new Workbench(territory);
        string[] sources = ["msa-territoire-assures", "msa-territoire-famille"];
        NonRecours.Ok(
            ["resolve", ListOf("msa-territoire"), "--with", .. sources.Select(source => Path.Combine(bench.Folder, "extraits", source)), "--handles", .. sources.Reverse().Select(TableOf),
            "--secret", .. sources.Select(source => SecretOf(bench, source)), "--out", bench["msa.xlsx"], "--household"]);
        RowsOf(bench["msa.xlsx"]).ShouldBe(HandlesOf("msa-territoire").Distinct().Count() + 1);
    }

    [OutsideJudge(LibreOffice.Program)]
    public void LibreOffice_opens_fills_and_saves_the_workbook_and_the_follow_up_comes_back_unchanged()
    {
        using var bench = new Workbench(territory);
        using var folder = new TemporaryFolder();
        var workbook = bench["contacts.xlsx"];
        Resolve(bench, Body, workbook).ExitCode.ShouldBe(0);
        Fill(workbook, 2, "suivi", "joint");
        Fill(workbook, 2, "contacte_le", "24/11/2026");
        Fill(workbook, 3, "suivi", "demande déposée");
        Fill(workbook, 4, "suivi", "ne souhaite pas");
        Fill(workbook, 5, "suivi", "mauvaise personne");
        LibreOffice.SaveAgain([workbook], folder);
        LibreOffice.SaveAsCsv([workbook], folder);

        Import(bench, workbook, "direct").ExitCode.ShouldBe(0);
        var answer = Import(bench, folder["xlsx", "contacts.xlsx"], "tableur");
        answer.ExitCode.ShouldBe(0, answer.Output);
        answer.Error.ShouldContain("72 heures");
        SameBytes.ExpectFile(bench["direct", "suivi.csv"], bench["tableur", "suivi.csv"]);
        var kept = CsvRows.Read(bench["tableur", "suivi.csv"]);
        kept.Skip(1).Select(row => row[3]).ShouldBe(["joint", "demande_deposee", "ne_souhaite_pas", "mauvaise_personne"], ignoreOrder: true);
        kept.First(row => row[3] == "joint")[4].ShouldBe("2026-11-24");

        // A CSV that LibreOffice saves from the sheet says the same.
        Import(bench, folder["csv", "contacts-Liste.csv"], "csv").ExitCode.ShouldBe(0);
        SameBytes.ExpectFile(bench["direct", "suivi.csv"], bench["csv", "suivi.csv"]);

        // Table, filter, choices and printed titles are still there after it was saved; frozen titles belong to a window, which a headless program has not.
        Parts(workbook)["xl/worksheets/sheet1.xml"].ShouldContain("state=\"frozen\"");
        var parts = Parts(folder["xlsx", "contacts.xlsx"]);
        parts["xl/workbook.xml"].ShouldContain("Liste!$1:$1");
        parts["xl/worksheets/sheet1.xml"].ShouldContain("type=\"list\"");
        parts["xl/worksheets/sheet1.xml"].ShouldContain("mauvaise personne");
        parts["xl/worksheets/sheet1.xml"].ShouldContain("orientation=\"landscape\"");
        parts.Where(part => part.Key.StartsWith("xl/tables/", StringComparison.Ordinal)).ShouldContain(part => part.Value.Contains("<autoFilter", StringComparison.Ordinal) && part.Value.Contains("suivi", StringComparison.Ordinal));
        foreach (var (_, xml) in parts.Concat(Parts(workbook)).Where(part => part.Key.Contains("worksheets/sheet", StringComparison.Ordinal)))
            xml.ShouldNotMatch("<f[ >]");
        parts.Keys.Concat(Parts(workbook).Keys).ShouldNotContain(name => name.Contains("vba", StringComparison.OrdinalIgnoreCase));
    }

    [OutsideJudge(LibreOffice.Program, reader: Chromium.PdfReader)]
    public void A_printed_list_is_legible_and_says_on_each_page_whom_its_rows_are_about()
    {
        using var bench = new Workbench(territory);
        using var folder = new TemporaryFolder();
        foreach (var body in new[] { "caf-35", "bailleur-social-1" })
        {
            Resolve(bench, body, bench[body + ".xlsx"]).ExitCode.ShouldBe(0);
            var pdf = LibreOffice.Print(bench[body + ".xlsx"], folder);
            // A line of 11 points is 13 to 15 points high; under half of that nobody reads paper.
            var heights = WordHeights().Matches(OutsideJudge.Ask(Chromium.PdfReader, ["-f", "1", "-l", "2", "-bbox", pdf, "-"], [])).Select(word => Points(word.Groups[2]) - Points(word.Groups[1])).Order().ToList();
            heights.Count.ShouldBeGreaterThan(50);
            heights[heights.Count / 2].ShouldBeGreaterThan(7.5, body);
            foreach (var page in Chromium.Printed(pdf).Take(2))
                page.ShouldContain("reference");
        }
    }

    [Fact]
    public void Who_was_contacted_refused_or_was_somebody_else_is_held_back_the_next_time_counted_and_said()
    {
        using var bench = new Workbench(territory);
        Resolve(bench, Body, bench["1.xlsx"]).ExitCode.ShouldBe(0);
        var before = RowsOf(bench["1.xlsx"]);
        Fill(bench["1.xlsx"], 2, "suivi", "joint");
        Fill(bench["1.xlsx"], 3, "suivi", "refus");
        Fill(bench["1.xlsx"], 4, "suivi", "mauvaise personne");
        Fill(bench["1.xlsx"], 5, "suivi", "à joindre");
        Import(bench, bench["1.xlsx"], "suivi").ExitCode.ShouldBe(0);

        // The recipient, which has only its list, takes the same over.
        NonRecours.Ok("outcome", "import", bench["1.xlsx"], "--convention", bench.Folder, "--month", GeneratedTerritory.Month, "--list", ListOf(Body), "--out", bench["chez soi"]);
        foreach (var name in new[] { "suivi.csv", "incidents.csv", "recu.json", "recu.txt" })
            SameBytes.ExpectFile(bench["suivi", name], bench["chez soi", name]);
        var answer = Resolve(bench, Body, bench["2.xlsx"], "--history", bench["suivi"]);
        answer.ExitCode.ShouldBe(0, answer.Error);
        RowsOf(bench["2.xlsx"]).ShouldBe(before - 3);
        answer.Output.ShouldContain("1 non reprise(s) : contact");
        answer.Output.ShouldContain("1 non reprise(s) : refus");
        answer.Output.ShouldContain("1 non reprise(s) : une mauvaise personne");
        answer.Output.ShouldContain("4 réponse(s)");
        Resolve(bench, "cpam-44", bench["3.xlsx"], "--history", bench["suivi"]).Error.ShouldContain("aucune réponse de l'historique");
        Parts(bench["2.xlsx"])["xl/worksheets/sheet4.xml"].Split("<row ").Length.ShouldBe(1 + 1 + 3);
    }

    [Fact]
    public void What_is_not_the_bodys_own_is_refused_by_name_and_nothing_is_written()
    {
        using var bench = new Workbench(territory);
        Directory.CreateDirectory(bench.Output);
        var workbook = Path.Combine(bench.Output, "contacts.xlsx");
        string[] own = ["--with", Extract(bench, Body), "--handles", TableOf(Body), "--out", workbook];
        bench.ShouldRefuse(NonRecours.Run(["resolve", ListOf(Body), .. own, "--secret", SecretOf(bench, "cpam-44")]), 77, "poignees.bin");
        bench.ShouldRefuse(NonRecours.Run(["resolve", ListOf("cpam-44"), .. own, "--secret", SecretOf(bench, Body)]), 1, "cpam-44");
        bench.ShouldRefuse(NonRecours.Run(["resolve", ListOf(Body), "--with", Extract(bench, Body), "--handles", TableOf("cpam-44"), "--out", workbook, "--secret", SecretOf(bench, Body)]), 77, "cpam-44");
        bench.ShouldRefuse(NonRecours.Run(["resolve", ListOf(Body), "--with", bench["nulle part"], "--handles", TableOf(Body), "--out", workbook, "--secret", SecretOf(bench, Body)]), 66, "nulle part");
        NonRecours.Run(["resolve", ListOf(Body), "--with", Extract(bench, Body), "--handles", TableOf(Body), "--out", bench["contacts.ods"], "--secret", SecretOf(bench, Body)]).ExitCode.ShouldBe(2);

        File.Copy(TableOf(Body), bench["altere.bin"]);
        var bytes = File.ReadAllBytes(bench["altere.bin"]);
        bytes[^20] ^= 1;
        File.WriteAllBytes(bench["altere.bin"], bytes);
        bench.ShouldRefuse(NonRecours.Run(["resolve", ListOf(Body), "--with", Extract(bench, Body), "--handles", bench["altere.bin"], "--out", workbook, "--secret", SecretOf(bench, Body)]), 77, "altere.bin");
    }

    [Fact]
    public void A_workbook_that_may_hold_answers_is_never_replaced()
    {
        using var bench = new Workbench(territory);
        File.WriteAllText(bench["contacts.xlsx"], "réponses");
        Resolve(bench, Body, bench["contacts.xlsx"]).ExitCode.ShouldBe(73);
        File.ReadAllText(bench["contacts.xlsx"]).ShouldBe("réponses");
    }

    Answer Resolve(Workbench bench, string body, string workbook, params string[] more)
        => NonRecours.Run(["resolve", ListOf(body), "--with", Extract(bench, body), "--handles", TableOf(body), "--secret", SecretOf(bench, body), "--out", workbook, .. more]);

    Answer Import(Workbench bench, string file, string output)
        => NonRecours.Run("outcome", "import", file, "--convention", bench.Folder, "--month", GeneratedTerritory.Month, "--run", territory.Output, "--out", bench[output]);

    string ListOf(string body) => Path.Combine(territory.Output, "lists", body, "liste.csv");

    string TableOf(string source) => Path.Combine(territory.Output, "holders", source, "poignees.bin");

    static string Extract(Workbench bench, string source) => Path.Combine(bench.Folder, "extraits", source);

    static string SecretOf(Workbench bench, string source) => "file:" + Path.Combine(bench.Folder, "cles", $"secret-{source}.json");

    IEnumerable<string> HandlesOf(string body) => CsvRows.Read(ListOf(body)).Skip(1).Select(row => row[1]);

    static int RowsOf(string workbook) => Parts(workbook)["xl/worksheets/sheet1.xml"].Split("<row ").Length - 1;

    static Dictionary<string, string> Parts(string workbook)
    {
        using var zip = ZipFile.OpenRead(workbook);
        return zip.Entries.ToDictionary(entry => entry.FullName, Text, StringComparer.Ordinal);
    }

    /// <summary>Types a text into a cell of the contacts, as a person would.</summary>
    static void Fill(string workbook, int row, string column, string text)
    {
        using var zip = ZipFile.Open(workbook, ZipArchiveMode.Update);
        var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!;
        var xml = Text(sheet);
        var letters = Regex.Match(xml, $"<c r=\"([A-Z]+)1\"[^>]*><is><t[^>]*>{column}</t>").Groups[1].Value;
        letters.ShouldNotBeEmpty();
        var cell = $"<c r=\"{letters}{row}\" s=\"1\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        var start = xml.IndexOf($"<row r=\"{row}\"", StringComparison.Ordinal);
        var end = xml.IndexOf("</row>", start, StringComparison.Ordinal);
        var after = Cells().Matches(xml[start..end]).FirstOrDefault(other => Order(other.Groups[1].Value).CompareTo(Order(letters)) > 0);
        sheet.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
        writer.Write(xml.Insert(after is null ? end : start + after.Index, cell));
    }

    static (int, string) Order(string letters) => (letters.Length, letters);

    static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    static double Points(Group number) => double.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("<word xMin=\"[^\"]*\" yMin=\"([^\"]*)\" xMax=\"[^\"]*\" yMax=\"([^\"]*)\"")]
    private static partial Regex WordHeights();

    [GeneratedRegex("<c r=\"([A-Z]+)\\d+\"")]
    private static partial Regex Cells();
}
