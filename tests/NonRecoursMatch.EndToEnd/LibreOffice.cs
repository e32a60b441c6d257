namespace NonRecoursMatch.EndToEnd;

/// <summary>Workbooks as LibreOffice Calc opens them.</summary>
static class LibreOffice
{
    public const string Program = "soffice";

    // Separator ';' (59), quote '"' (34), UTF-8 (76), from line 1, cells as shown, and -1: one file per sheet.
    const string Filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";

    /// <summary>Opens workbooks and saves each of their sheets as <c>workbook-sheet.csv</c>.</summary>
    public static void SaveAsCsv(IEnumerable<string> workbooks, TemporaryFolder folder)
        => OutsideJudge.Ask(
            Program,
            [$"-env:UserInstallation={new Uri(folder["profil"])}", "--headless", "--convert-to", Filter, "--outdir", folder["csv"], .. workbooks],
            []);

    /// <summary>Prints a workbook, into the folder <c>pdf</c>.</summary>
    public static string Print(string workbook, TemporaryFolder folder)
    {
        OutsideJudge.Ask(Program, [$"-env:UserInstallation={new Uri(folder["profil"])}", "--headless", "--convert-to", "pdf", "--outdir", folder["pdf"], workbook], []);
        return folder["pdf", Path.ChangeExtension(Path.GetFileName(workbook), ".pdf")];
    }

    /// <summary>Opens workbooks and saves them as workbooks, in the folder <c>xlsx</c>.</summary>
    public static void SaveAgain(IEnumerable<string> workbooks, TemporaryFolder folder)
        => OutsideJudge.Ask(
            Program,
            [$"-env:UserInstallation={new Uri(folder["profil"])}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder["xlsx"], .. workbooks],
            []);
}
