using System.Globalization;
using System.Text.Json;
using NonRecoursMatch.Conventions.Reading;

namespace NonRecoursMatch.Tests.Synthetic;

public class ExtractTests
{
    [Theory]
    [InlineData(Generated.Redon)]
    [InlineData("13055")]
    [InlineData("54")]
    [InlineData("97601")]
    [InlineData("2B033")]
    public void TheAgreementOfAGeneratedTerritoryIsValid(string territory)
    {
        using var made = new Generated(200, 1, territory: territory);
        var agreement = AgreementLoader.Load(Path.Combine(made.Path, "convention.yaml"), Generated.Library);
        agreement.Test.ShouldBeTrue();
        agreement.SingleProcessor.ShouldNotBeNull();
        agreement.Sources.Select(source => source.Kind).Distinct().Count().ShouldBe(6);
    }

    [Fact]
    public void EveryHeaderHasTheFieldsOfItsFormatAndTheListedAttributes()
    {
        using var made = new Generated(200, 1);
        var agreement = AgreementLoader.Load(Path.Combine(made.Path, "convention.yaml"), Generated.Library);
        foreach (var source in agreement.Sources)
        {
            foreach (var table in agreement.TablesOf(source.Format))
            {
                var header = File.ReadLines(Path.Combine(source.Folder, table.Name + ".csv")).First().Split(';');
                var listed = agreement.ColumnsOf(source.Format, table);
                listed.ShouldBeSubsetOf(header);
                header.ShouldAllBe(column => listed.Contains(column) || table.Find(column)!.Sensitivity != NonRecoursMatch.Conventions.Extracts.Sensitivity.Attribut);
            }
        }
    }

    [Fact]
    public void SidecarsStateTheRowsOfTheirTables()
    {
        using var made = new Generated(500, 2);
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(made.Path, "extraits")))
        {
            using var sidecar = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "extrait.json")));
            foreach (var table in sidecar.RootElement.GetProperty("tables").EnumerateObject())
            {
                var rows = made.Rows(Path.GetFileName(folder), table.Name).ToList();
                table.Value.GetProperty("lignes").GetInt32().ShouldBe(rows.Count);
                if (table.Value.GetProperty("total_controle").GetString() is { } total)
                    rows.Sum(row => Amount(row["montant"])).ShouldBe(Amount(total));
            }
        }
    }

    [Fact]
    public void ReferencesAreUniqueWithinEverySource()
    {
        using var made = new Generated(3000, 4);
        var links = made.Truth("links").Select(link => link["source"] + " " + link["reference"]).ToList();
        links.Distinct().Count().ShouldBe(links.Count);
        links.Count.ShouldBe(made.Rows("", "personnes").Count() + made.Rows("", "occupants").Count());
    }

    [Fact]
    public void FilesAreUtf8WithoutMarkWithCrLf()
    {
        using var made = new Generated(50, 1);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(made.Path, "extraits"), "*.csv", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            bytes[0].ShouldNotBe((byte)0xEF);
            bytes[^2..].ShouldBe("\r\n"u8.ToArray());
        }
    }

    static decimal Amount(string text) => text.Length == 0 ? 0 : decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture);
}
