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
