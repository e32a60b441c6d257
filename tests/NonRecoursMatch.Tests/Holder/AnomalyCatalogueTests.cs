using System.Globalization;
using System.Text.Json;
using NonRecoursMatch.Holder.Reports;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Tests.Holder;

public class AnomalyCatalogueTests
{
    static readonly CultureInfo[] s_languages = [CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("en")];

    [Fact]
    public void Every_code_is_unique_dotted_and_says_what_is_wrong_and_what_to_do_in_both_languages()
    {
        AnomalyCodes.All.Select(code => code.Code).ShouldBeUnique();
        foreach (var code in AnomalyCodes.All)
        {
            code.Code.ShouldMatch("^(fichier|entete|ligne|champ|lot)(\\.[a-z_]+)+$");
            foreach (var language in s_languages)
            {
                AnomalyTexts.Message(code, language).ShouldNotBeNullOrWhiteSpace();
                AnomalyTexts.Action(code, language).ShouldNotBeNullOrWhiteSpace();
            }

            AnomalyTexts.Message(code, s_languages[0]).ShouldNotBe(AnomalyTexts.Message(code, s_languages[1]));
        }
    }

    [Theory]
    [InlineData("255081416802538A", "9(15)A")]
    [InlineData("Dupré d'Hervé", "A(5)_A'A(5)")]
    [InlineData("31/02/1955", "9(2)/9(2)/9(4)")]
    [InlineData("", "")]
    [InlineData("a\tb", "A?A")]
    public void A_shape_shows_the_form_and_not_the_value(string value, string shape) => ValueShape.Of(System.Text.Encoding.UTF8.GetBytes(value)).ShouldBe(shape);

    [Fact]
    public void The_JSON_report_has_the_shape_of_a_Frictionless_report()
    {
        using var caf = new HolderFixture();
        caf.Row("personnes", ("role", "PAPA")).Row("personnes", ("matricule", "0000001"), ("nir", "2550814168025"), ("role", "PAPA")).Write();
        File.Delete(Path.Combine(caf.Source.Folder, "extrait.json"));
        using var json = JsonDocument.Parse(JsonReport.Render(caf.Validate(keptPerCode: 1), s_languages[0]));
        var report = json.RootElement;
        foreach (var name in (string[])["valid", "stats", "warnings", "errors", "tasks"])
            Names(report).ShouldContain(name);
        report.GetProperty("valid").GetBoolean().ShouldBeFalse();
        Numbers(report.GetProperty("stats")).ShouldBe([("tasks", 3), ("errors", 2), ("warnings", 2)]);
        report.GetProperty("errors").GetArrayLength().ShouldBe(0);
        report.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!).ShouldBe(
            ["fichier.extrait.absent · extrait.json · Il n'y a pas d'extrait.json à côté du fichier.", AnomalyTexts.Get("rapport.partiel", s_languages[0])]);

        var task = report.GetProperty("tasks")[0];
        task.GetProperty("name").GetString().ShouldBe("personnes");
        task.GetProperty("type").GetString().ShouldBe("table");
        task.GetProperty("place").GetString().ShouldBe("personnes.csv");
        task.GetProperty("valid").GetBoolean().ShouldBeFalse();
        task.GetProperty("labels")[0].GetString().ShouldBe("matricule");
        Numbers(task.GetProperty("stats")).Where(pair => pair.Name is not "bytes").ShouldBe([("fields", task.GetProperty("labels").GetArrayLength()), ("rows", 2), ("lines", 3), ("rejected", 2), ("errors", 2), ("warnings", 1)]);
        task.GetProperty("warnings").GetArrayLength().ShouldBe(2);
        task.GetProperty("alertes")[0].GetProperty("code").GetString().ShouldBe("champ.nir.cle_absente");
        var error = task.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        foreach (var text in (string[])["title", "description", "message", "note"])
            error.GetProperty(text).GetString().ShouldNotBeNullOrWhiteSpace();
        error.GetProperty("type").GetString().ShouldBe("champ.code.inconnu");
        error.GetProperty("tags")[0].GetString().ShouldBe("#ligne");
        error.GetProperty("rowNumber").GetInt32().ShouldBe(2);
        error.GetProperty("fieldName").GetString().ShouldBe("role");
        error.GetProperty("fieldNumber").GetInt32().ShouldBe(3);
        Names(error).ShouldNotContain("cell");
    }

    static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    static IEnumerable<(string Name, int Value)> Numbers(JsonElement element)
        => element.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Number).Select(property => (property.Name, property.Value.GetInt32()));

    [Fact]
    public void The_four_reports_agree_and_are_the_same_each_time()
    {
        using var caf = new HolderFixture();
        caf.Row("personnes", ("nom_naissance", "<PLANTED>"), ("nir", "255081416802599")).Row("personnes", ("role", "=1+1")).Write();
        var report = caf.Validate();
        foreach (var language in s_languages)
        {
            using var folder = new TemporaryFolder();
            ReportFiles.Write(folder["1"], report, language);
            ReportFiles.Write(folder["2"], caf.Validate(), language);
            foreach (var name in new[] { "bilan.html", "bilan.json", "bilan.csv", "certificat.json" })
            {
                var bytes = File.ReadAllBytes(folder["1", name]);
                bytes.ShouldBe(File.ReadAllBytes(folder["2", name]));
                System.Text.Encoding.UTF8.GetString(bytes).ShouldNotContain("PLANTED");
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(folder["1", "bilan.json"]));
            json.RootElement.GetProperty("valid").GetBoolean().ShouldBeFalse();
            json.RootElement.GetProperty("stats").GetProperty("errors").GetInt64().ShouldBe(report.Errors);
            json.RootElement.GetProperty("tasks").GetArrayLength().ShouldBe(report.Tables.Count);
            using var certificate = JsonDocument.Parse(File.ReadAllBytes(folder["1", "certificat.json"]));
            certificate.RootElement.GetProperty("verdict").GetString().ShouldBe("non_conforme");
            TextReport.Render(report, language).ShouldContain("champ.nir.cle");
        }
    }
}
