using System.Text.RegularExpressions;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Operator;

/// <summary><c>rapport.html</c>: counts only, accessible structure, nothing from outside, in the agreement's language.</summary>
public partial class HtmlReportTests
{
    [Theory]
    [InlineData("fr", "Des lignes reçues aux personnes à contacter")]
    [InlineData("en", "From rows received to people to contact")]
    public void The_page_is_whole_accessible_and_self_contained(string language, string heading)
    {
        using var territory = new TinyTerritory(new TinyAgreement { Language = language });
        Population.Fill(territory, 7, residents: 60);
        var html = File.ReadAllText(Path.Combine(territory.Run().Folder, "rapport.html"));
        html.ShouldContain($"<html lang=\"{language}\">");
        html.ShouldContain(heading);
        html.ShouldNotContain("http");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("{{");
        Tables().Count(html).ShouldBe(5);
        Captions().Count(html).ShouldBe(5);
        Headers().Matches(html).ShouldAllBe(header => header.Value.Contains("scope="));
        Ids().Matches(html).Select(id => id.Value).ShouldBeUnique();
    }

    [Fact]
    public void Small_counts_are_masked()
    {
        using var territory = new TinyTerritory(new TinyAgreement());
        territory[TinyAgreement.Carsat].Pensioner(Resident.Of(1, 1950), "400,00", "O");
        var html = File.ReadAllText(Path.Combine(territory.Run().Folder, "rapport.html"));
        html.ShouldContain("déjà versée");
        html.ShouldContain("&lt;11");
        html.ShouldNotContain("<td class=\"n\">1</td>");
    }

    [GeneratedRegex("<table>")]
    private static partial Regex Tables();

    [GeneratedRegex("<caption>[^<]+</caption>")]
    private static partial Regex Captions();

    [GeneratedRegex("<th[ >][^>]*>")]
    private static partial Regex Headers();

    [GeneratedRegex(" id=\"[^\"]+\"")]
    private static partial Regex Ids();
}
