using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Explanations;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Tests.Rights;

public class RightsDocumentTests
{
    /// <summary>With NONRECOURS_UPDATE=1 the document is written anew instead.</summary>
    [Fact]
    public void The_document_of_rights_is_the_one_generated_from_rules_and_parameters()
    {
        var path = Repository.Path("docs", "rights.md");
        var rendered = RightsDocument.Render(ReferenceData.Parameters);
        if (Environment.GetEnvironmentVariable("NONRECOURS_UPDATE") == "1")
            File.WriteAllText(path, rendered);
        File.ReadAllText(path).ShouldBe(rendered);
    }

    [Theory]
    [InlineData("rsa", "651.69", "R262-1 CASF")]
    [InlineData("ppa", "0.5985", "D843-3 CSS")]
    [InlineData("c2s", "ESTIMÉ", "R861-8 CSS")]
    [InlineData("aspa", "12523.14", "L815-9 CSS")]
    [InlineData("asi", "ESTIMÉ", "D815-19 CSS")]
    public void A_sheet_shows_the_values_in_force_and_the_articles(string benefit, string value, string article)
    {
        var sheet = new RuleSheet(benefit, YearMonth.Of(2026, 10), ReferenceData.Parameters, french: true);
        sheet.ToText().ShouldContain(value);
        sheet.ToText().ShouldContain(article);
        sheet.ToJson()["parameters"]!.AsArray().Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void An_unknown_benefit_or_month_is_refused()
    {
        Should.Throw<RightsDataException>(() => new RuleSheet("apl", YearMonth.Of(2026, 10), ReferenceData.Parameters, french: true));
        Should.Throw<RightsDataException>(() => new RuleSheet("rsa", YearMonth.Of(2030, 1), ReferenceData.Parameters, french: true));
    }
}
