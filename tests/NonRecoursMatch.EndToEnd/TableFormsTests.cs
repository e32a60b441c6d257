using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.EndToEnd;

/// <summary>The same rows as CSV, gzip, fixed width and Parquet: the same packages, lists and reports, byte for byte.</summary>
[Collection(SharedTerritory.Name)]
public class TableFormsTests(GeneratedTerritory territory)
{
    // What names the file itself, and so differs with its form.
    static readonly string[] s_ofFile = ["place", "sha256", "bytes"];

    [Fact]
    public void Compressed_tables_give_the_same_results() => Expect(".csv.gz", (csv, _) =>
    {
        using (var gzip = new GZipStream(File.Create(csv + ".gz"), CompressionLevel.Optimal))
        using (var file = File.OpenRead(csv))
            file.CopyTo(gzip);
        File.Delete(csv);
    });

    [Fact]
    public void Fixed_width_tables_give_the_same_results() => Expect(".txt", (csv, table) =>
    {
        var rows = CsvRows.Read(csv);
        var layout = table.FixedWidth!;
        var places = rows[0].Select(name => layout.Fields.Single(place => place.Name == name)).ToList();
        var text = new StringBuilder(layout.Header).Append(table.Name).Append("\r\n");
        var cents = 0L;
        foreach (var row in rows.Skip(1))
        {
            var line = new StringBuilder(layout.Detail).Append(' ', layout.Fields.Max(place => place.End) - layout.Detail!.Length);
            foreach (var (cell, place) in row.Zip(places).Where(pair => pair.First.Length > 0))
            {
                cell.Length.ShouldBeLessThanOrEqualTo(place.Length);
                line.Remove(place.Start - 1, cell.Length).Insert(place.Start - 1, cell);
                if (table.Find(place.Name)!.Type == FieldType.Montant)
                    cents += (long)(decimal.Parse(cell, CultureInfo.GetCultureInfo("fr-FR")) * 100);
            }

            text.Append(line).Append("\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{layout.Trailer}{rows.Count - 1:0000000000}{cents:000000000000000}\r\n");
        File.WriteAllText(Path.ChangeExtension(csv, ".txt"), text.ToString());
        File.Delete(csv);
    });

    [OutsideJudge("node", DuckDb.Package)]
    public void Typed_Parquet_of_DuckDB_gives_the_same_results()
    {
        var statements = new List<string>();
        Expect(".parquet", (csv, table) => statements.AddRange(Copy(csv, table)), () => DuckDb.Run([.. statements, "SELECT '1'"]));
    }

    /// <summary>Amounts as decimals, counts as integers, months as days, O and N as booleans; dates stay texts, for parts of them may be unknown.</summary>
    static IEnumerable<string> Copy(string csv, TableFormat table)
    {
        var columns = CsvRows.Read(csv)[0].Select(name => table.Find(name)!.Type switch
        {
            FieldType.Montant => $"replace(\"{name}\", ',', '.')::DECIMAL(12,2) AS \"{name}\"",
            FieldType.Entier => $"\"{name}\"::INTEGER AS \"{name}\"",
            FieldType.Mois => $"(\"{name}\" || '-01')::DATE AS \"{name}\"",
            FieldType.OuiNon => $"\"{name}\" = 'O' AS \"{name}\"",
            _ => $"\"{name}\"",
        });
        yield return "SET preserve_insertion_order = true";
        yield return $"COPY (SELECT {string.Join(", ", columns)} FROM read_csv('{csv}', delim=';', header=true, all_varchar=true)) TO '{Path.ChangeExtension(csv, ".parquet")}' (FORMAT parquet, COMPRESSION snappy)";
    }

    void Expect(string form, Action<string, TableFormat> convert, Action? finish = null)
    {
        using var work = new Workbench(territory);
        var converted = new List<string>();
        foreach (var (csv, table) in Tables(work.Folder))
        {
            convert(csv, table);
            converted.Add(csv);
        }

        finish?.Invoke();
        converted.ForEach(File.Delete);
        converted.Count.ShouldBeGreaterThan(8);
        Directory.GetFiles(work.Folder, "*" + form, SearchOption.AllDirectories).Length.ShouldBe(converted.Count);

        var answer = work.Run();
        answer.ExitCode.ShouldBe(0, answer.Error);
        foreach (var part in (string[])["packages", "lists"])
            SameBytes.Expect(Path.Combine(territory.Output, part), Path.Combine(work.Output, part));
        foreach (var source in territory.Sources)
            Report(work.Output, source).ShouldBe(Report(territory.Output, source));
    }

    /// <summary>The tables of every extract, oppositions left out.</summary>
    static IEnumerable<(string Csv, TableFormat Table)> Tables(string folder)
    {
        var library = ConventionLibrary.Open();
        foreach (var sidecar in Directory.GetFiles(Path.Combine(folder, "extraits"), "extrait.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var format = JsonDocument.Parse(File.ReadAllBytes(sidecar)).RootElement.GetProperty("format").GetString()!;
            foreach (var table in library.Formats[format].Tables)
            {
                if (Path.Combine(Path.GetDirectoryName(sidecar)!, table.Name + ".csv") is var csv && File.Exists(csv))
                    yield return (csv, table);
            }
        }
    }

    static string Report(string output, string source)
    {
        var report = JsonNode.Parse(File.ReadAllBytes(Path.Combine(output, "bilans", source, "bilan.json")))!;
        Strip(report);
        return report.ToJsonString();
    }

    static void Strip(JsonNode? node)
    {
        foreach (var child in node switch { JsonObject map => map.Select(pair => pair.Value).ToList(), JsonArray list => [.. list], _ => [] })
            Strip(child);
        foreach (var name in s_ofFile)
            (node as JsonObject)?.Remove(name);
    }
}
