using System.Security.Cryptography;
using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>The three forms of a delivered list say the same, as programs that are not ours read them.</summary>
[Collection(SharedTerritory.Name)]
public class ListFormsTests(GeneratedTerritory territory)
{
    IReadOnlyList<string> Lists => [.. Directory.EnumerateDirectories(Path.Combine(territory.Output, "lists")).Order(StringComparer.Ordinal)];

    [OutsideJudge("node", DuckDb.Package)]
    public void DuckDB_reads_in_Parquet_the_rows_of_the_CSV()
    {
        foreach (var list in Lists)
        {
            var csv = CsvRows.Read(Path.Combine(list, "liste.csv"));
            var parquet = DuckDb.Read(Path.Combine(list, "liste.parquet"));
            parquet[0].ShouldBe(csv[0].Select(name => name + " VARCHAR"));
            parquet.Skip(1).ShouldBe(csv.Skip(1));
        }
    }

    [OutsideJudge(LibreOffice.Program)]
    public void LibreOffice_opens_in_XLSX_the_rows_of_the_CSV_with_an_empty_follow_up()
    {
        using var folder = new TemporaryFolder();
        foreach (var list in Lists)
            File.Copy(Path.Combine(list, "liste.xlsx"), folder[Path.GetFileName(list) + ".xlsx"]);
        LibreOffice.SaveAsCsv(Directory.EnumerateFiles(folder.Path), folder);
        foreach (var list in Lists)
        {
            var csv = CsvRows.Read(Path.Combine(list, "liste.csv"));
            string[][] expected = [[.. csv[0], "suivi"], .. csv.Skip(1).Select(row => (string[])[.. row, ""])];
            CsvRows.Read(folder["csv", Path.GetFileName(list) + "-Liste.csv"]).ShouldBe(expected);
            var readMe = string.Join('\n', CsvRows.Read(folder["csv", Path.GetFileName(list) + "-Lisez-moi.csv"]).Select(row => row[0]));
            readMe.ShouldBe(File.ReadAllText(Path.Combine(list, "LISEZMOI.txt")).ReplaceLineEndings("\n").TrimEnd());
            readMe.ShouldContain("TEST");
        }
    }

    [Fact]
    public void The_manifest_of_a_list_names_its_three_forms()
    {
        foreach (var list in Lists)
        {
            using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(list, "manifest.json")));
            var files = manifest.RootElement.GetProperty("fichiers").EnumerateArray().ToList();
            files.Select(file => file.GetProperty("nom").GetString()).ShouldBe(["liste.csv", "liste.parquet", "liste.xlsx"]);
            var rows = CsvRows.Read(Path.Combine(list, "liste.csv")).Count - 1;
            foreach (var file in files)
            {
                var bytes = File.ReadAllBytes(Path.Combine(list, file.GetProperty("nom").GetString()!));
                file.GetProperty("octets").GetInt64().ShouldBe(bytes.Length);
                file.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
                file.GetProperty("lignes").GetInt64().ShouldBe(rows);
            }
        }
    }
}
