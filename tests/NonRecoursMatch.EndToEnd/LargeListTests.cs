using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace NonRecoursMatch.EndToEnd;

/// <summary>A list of 200,000 contacts: written by the operator and reopened by its recipient in a bounded heap.</summary>
public class LargeListTests
{
    const int Contacts = 200_000;
    const string Month = GeneratedTerritory.Month;

    // In hexadecimal: 200 MB for the operator's lists, whose rows it streams; 320 MB for the recipient, whose memory grows with its list and not with its extract.
    static readonly Dictionary<string, string> s_operatorHeap = new() { ["DOTNET_GCHeapHardLimit"] = "C800000" };
    static readonly Dictionary<string, string> s_recipientHeap = new() { ["DOTNET_GCHeapHardLimit"] = "14000000" };

    [Fact]
    public void A_list_of_200_000_rows_is_written_and_reopened_in_bounded_memory()
    {
        using var folder = new TemporaryFolder();
        NonRecours.Ok("generate", "243500741", "--persons", "100", "--seed", "1", "--out", folder["territoire"]);
        Write(folder["territoire", "extraits", "caf-35"], person => new Dictionary<string, string>
        {
            ["matricule"] = (person + 1).ToString("0000000", CultureInfo.InvariantCulture),
            ["rang"] = "1",
            ["role"] = "DEM",
            ["situation_familiale"] = "CEL",
            ["type_occupation"] = "LOC",
        });
        Write(folder["territoire", "extraits", "cpam-35"], _ => new Dictionary<string, string> { ["rang_gemellaire"] = "1", ["c2s"] = "N" });
        NonRecours.Ok("run", folder["territoire"], "--month", Month, "--out", folder["mois"]);
        Directory.CreateDirectory(folder["convention"]);
        File.Copy(folder["territoire", "convention.yaml"], folder["convention", "convention.yaml"]);
        string[] match = ["match", "--convention", folder["convention"], "--month", Month, "--in", folder["mois", "packages"], "--out", folder["operateur"]];
        Ok(NonRecours.Run(match, s_operatorHeap));
        var list = folder["operateur", "lists", "cpam-35"];
        File.ReadLines(Path.Combine(list, "liste.csv")).Skip(1).Count().ShouldBe(Contacts);
        RowsOf(Path.Combine(list, "liste.xlsx")).ShouldBe(Contacts + 1);

        string[] resolve =
        [
            "resolve", list, "--with", folder["territoire", "extraits", "cpam-35"], "--handles", folder["mois", "holders", "cpam-35", "poignees.bin"],
            "--secret", "file:" + folder["territoire", "cles", "secret-cpam-35.json"], "--out", folder["contacts.xlsx"],
        ];
        Ok(NonRecours.Run(resolve, s_recipientHeap));
        RowsOf(folder["contacts.xlsx"]).ShouldBe(Contacts + 1);
    }

    static void Ok(Answer answer) => answer.ExitCode.ShouldBe(0, answer.Error);

    /// <summary>Puts 200,000 persons of its own into an extract: single, on RSA for two years at the family fund, without C2S at the health fund.</summary>
    static void Write(string extract, Func<int, Dictionary<string, string>> more)
    {
        var persons = Path.Combine(extract, "personnes.csv");
        var columns = File.ReadLines(persons).First().Split(';');
        File.WriteAllLines(persons, Enumerable.Range(0, Contacts).Select(person => Row(columns, person, more(person))).Prepend(string.Join(';', columns)));
        if (File.Exists(Path.Combine(extract, "prestations.csv")))
            File.WriteAllLines(Path.Combine(extract, "prestations.csv"), Enumerable.Range(1, Contacts).Select(person => string.Create(CultureInfo.InvariantCulture, $"{person:0000000};RSA;2;01/11/2024;;646,52")).Prepend("matricule;prestation;etat;date_debut;date_fin;montant"));
        foreach (var table in Directory.GetFiles(extract, "*.csv").Where(table => Path.GetFileName(table) is not ("personnes.csv" or "prestations.csv")))
            File.WriteAllLines(table, [File.ReadLines(table).First()]);

        var sidecar = Path.Combine(extract, "extrait.json");
        var about = JsonNode.Parse(File.ReadAllText(sidecar))!;
        foreach (var (name, table) in about["tables"]!.AsObject())
            (table!["lignes"], table["total_controle"]) = (name is "personnes" or "prestations" ? Contacts : 0, null);
        File.WriteAllText(sidecar, about.ToJsonString());
    }

    static string Row(string[] columns, int person, Dictionary<string, string> more)
    {
        var (year, month, day, sex) = (1950 + (person % 48), 1 + (person / 48 % 12), 1 + (person / 576 % 28), 1 + (person % 2));
        var stem = string.Create(CultureInfo.InvariantCulture, $"{sex}{year % 100:00}{month:00}35236{person / 576:000}");
        var cells = new Dictionary<string, string>(more)
        {
            ["nir"] = stem + (97 - (long.Parse(stem, CultureInfo.InvariantCulture) % 97)).ToString("00", CultureInfo.InvariantCulture),
            ["nom_naissance"] = "Q" + Letters(person),
            ["prenom1"] = "Zy" + Letters(person / 7),
            ["date_naissance"] = string.Create(CultureInfo.InvariantCulture, $"{day:00}/{month:00}/{year}"),
            ["type_date_naissance"] = "N",
            ["rang_naissance"] = "1",
            ["sexe"] = sex == 1 ? "M" : "F",
            ["commune_naissance"] = "35236",
            ["commune_residence"] = "35236",
        };
        return string.Join(';', columns.Select(column => cells.GetValueOrDefault(column, "")));
    }

    static string Letters(int number)
    {
        var text = new StringBuilder();
        for (var rest = number; text.Length < 5; rest /= 26)
            text.Append((char)('a' + (rest % 26)));
        return text.ToString();
    }

    /// <summary>Rows of the first sheet, titles included.</summary>
    static int RowsOf(string workbook)
    {
        using var zip = ZipFile.OpenRead(workbook);
        using var xml = System.Xml.XmlReader.Create(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = 0;
        while (xml.ReadToFollowing("row", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"))
            rows++;
        return rows;
    }
}
