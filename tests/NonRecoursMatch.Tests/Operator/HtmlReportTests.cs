using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Operator.Reports.Html;
using NonRecoursMatch.Tests.Properties.Territory;

namespace NonRecoursMatch.Tests.Operator;

/// <summary>The pages of a month: counts only, accessible structure, nothing from outside, in the agreement's language.</summary>
public partial class HtmlReportTests
{
    [Theory]
    [InlineData("fr", "Des lignes reçues aux personnes à contacter", "Quels droits\u00a0?", "octobre 2026")]
    [InlineData("en", "From rows received to people to contact", "Which rights?", "October 2026")]
    public void The_pages_are_whole_accessible_and_self_contained(string language, string heading, string question, string month)
    {
        using var territory = new TinyTerritory(new TinyAgreement { Language = language });
        Population.Fill(territory, 7, residents: 60);
        var folder = territory.Run().Folder;
        foreach (var (page, said) in new[] { ("rapport.html", heading), ("synthese.html", question) })
        {
            var html = File.ReadAllText(Path.Combine(folder, page));
            html.ShouldContain($"<html lang=\"{language}\">");
            html.ShouldContain(said);
            html.ShouldContain(month);
            html.ShouldNotContain("http");
            html.ShouldNotContain("<script");
            html.ShouldNotContain("{{");
            Tables().Count(html).ShouldBeGreaterThan(0);
            Captions().Count(html).ShouldBe(Tables().Count(html));
            Headers().Matches(html).ShouldAllBe(header => header.Value.Contains("scope="));
            Ids().Matches(html).Select(id => id.Value).ShouldBeUnique();
        }
    }

    [Fact]
    public void Small_counts_are_masked()
    {
        using var territory = new TinyTerritory(new TinyAgreement());
        territory[TinyAgreement.Carsat].Pensioner(Resident.Of(1, 1950), "400,00", "O");
        var html = File.ReadAllText(Path.Combine(territory.Run().Folder, "rapport.html"));
        html.ShouldContain("déjà versée");
        html.ShouldContain("<td class=\"n\">masqué</td>");
        html.ShouldNotContain("<td class=\"n\">1</td>");
    }

    [Fact]
    public void Every_count_of_the_pages_is_shown_or_masked_never_small()
    {
        using var territory = new TinyTerritory();
        Population.Fill(territory, 11, residents: 120);
        var folder = territory.Run().Folder;
        foreach (var page in (string[])["rapport.html", "synthese.html"])
        {
            var counts = Counts().Matches(File.ReadAllText(Path.Combine(folder, page))).Select(cell => cell.Groups[1].Value.Replace("\u202f", "", StringComparison.Ordinal)).ToList();
            counts.ShouldContain("masqué");
            counts.Where(count => int.TryParse(count, out var number) && number is > 0 and < 11).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_commune_of_the_perimeter_has_its_tile_and_rates_have_their_caveat()
    {
        using var territory = new TinyTerritory();
        Population.Fill(territory, 7, residents: 60);
        var html = File.ReadAllText(Path.Combine(territory.Run().Folder, "rapport.html"));
        Tiles().Count(html).ShouldBe(territory.Agreement.Perimeter.Communes.Count);
        html.ShouldContain("est pas le non-recours que mesure la DREES");
        html.ShouldContain("32\u202f% à 72\u202f%");
    }

    [Fact]
    public void The_month_before_is_compared_by_its_published_counts_alone()
    {
        using var territory = new TinyTerritory();
        Population.Fill(territory, 7, residents: 120);
        var first = territory.Run();
        var report = first.Report;
        report["mois"] = "2026-09";
        report["statistiques"]!["entonnoir"]!["personnes"] = 20;
        report["statistiques"]!["entonnoir"]!["droits"] = "masqué";
        report["bilan"] = new JsonObject();
        var path = Path.Combine(first.Folder, "avant.json");
        File.WriteAllText(path, report.ToJsonString());
        var before = MonthBefore.Read(path, territory.Agreement, TinyAgreement.Month);
        var folder = territory.Match(Path.Combine(first.Folder, "second"), MonthCircumstances.Ordinary with { Before = before }).Folder;
        var html = File.ReadAllText(Path.Combine(folder, "rapport.html"));
        html.ShouldContain("<th scope=\"col\" class=\"n\">septembre 2026</th>");
        var persons = first.Report["statistiques"]!["entonnoir"]!["personnes"]!.GetValue<long>();
        html.ShouldContain($"<th scope=\"row\">Personnes rapprochées</th><td class=\"n\">20</td><td class=\"n\">{persons}</td><td class=\"n\">+{persons - 20}</td>");
        html.ShouldContain("<th scope=\"row\">Droits présumés non ouverts</th><td class=\"n\">masqué</td>");
        Should.Throw<OperatorException>(() => MonthBefore.Read(Path.Combine(first.Folder, "rapport.json"), territory.Agreement, TinyAgreement.Month));
        Should.Throw<OperatorException>(() => MonthBefore.Read(Path.Combine(first.Folder, "rien.json"), territory.Agreement, TinyAgreement.Month));
    }

    [GeneratedRegex("<table>")]
    private static partial Regex Tables();

    [GeneratedRegex("<caption>[^<]+</caption>")]
    private static partial Regex Captions();

    [GeneratedRegex("<th[ >][^>]*>")]
    private static partial Regex Headers();

    [GeneratedRegex(" id=\"[^\"]+\"")]
    private static partial Regex Ids();

    [GeneratedRegex("<(?:td class=\"n\"|b|text class=\"nombre[^>]*)>([^<]*)<")]
    private static partial Regex Counts();

    [GeneratedRegex("<text class=\"nombre")]
    private static partial Regex Tiles();
}
