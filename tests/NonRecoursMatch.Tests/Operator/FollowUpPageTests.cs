using System.Globalization;
using System.Text.RegularExpressions;
using NonRecoursMatch.Operator.Reports.Html;
using NonRecoursMatch.Operator.Reports.Outcomes;

namespace NonRecoursMatch.Tests.Operator;

/// <summary>The page of the follow-up: what each verdict was worth, from the masked counts alone.</summary>
public partial class FollowUpPageTests
{
    [Fact]
    public void The_calibration_shows_each_verdict_with_its_measured_precision_from_the_surest_to_the_least_sure()
    {
        List<AnsweredRow> answers =
        [
            .. Rows("À vérifier ensemble", "demande_deposee", 20), .. Rows("À vérifier ensemble", "refus", 60),
            .. Rows("Droit à ouvrir (à confirmer)", "deja_ouvert", 45), .. Rows("Droit à ouvrir (à confirmer)", "joint", 15),
            .. Rows("Droit probable", "demande_deposee", 30), .. Rows("Droit probable", "joint", 30),
        ];
        Calibration(Page(answers, "fr")).ShouldBe([("Droit à ouvrir (à confirmer)", "60", "45", "75\u00a0%"), ("Droit probable", "60", "30", "50\u00a0%"), ("À vérifier ensemble", "80", "20", "25\u00a0%")]);
    }

    [Theory]
    [InlineData("fr", "Ce que valent les verdicts")]
    [InlineData("en", "What the verdicts are worth")]
    public void The_page_is_accessible_self_contained_and_in_the_language_asked_for(string language, string heading)
    {
        var html = Page([.. Rows("Droit probable", "demande_deposee", 30), .. Rows("Droit probable", "joint", 30)], language);
        html.ShouldContain($"<html lang=\"{language}\">");
        html.ShouldContain(heading);
        html.ShouldNotContain("http");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("{{");
        html.ShouldContain("TEST");
        Regex.Count(html, "<caption>").ShouldBe(Regex.Count(html, "<table>"));
        Header().Matches(html).ShouldAllBe(header => header.Value.Contains("scope="));
    }

    [Fact]
    public void No_count_of_a_few_persons_reaches_the_page()
    {
        var html = Page([.. Rows("Droit probable", "demande_deposee", 3), .. Rows("Droit probable", "joint", 30), .. Rows("À vérifier ensemble", "deja_ouvert", 25)], "fr");
        html.ShouldContain("<td class=\"n\">masqué</td>");
        Cell().Matches(html).Select(cell => cell.Groups[1].Value).Where(text => int.TryParse(text, out var count) && count is > 0 and < 11).ShouldBeEmpty();
        Calibration(Page([], "fr")).ShouldBeEmpty();
    }

    static List<AnsweredRow> Rows(string verdict, string outcome, int count)
        => [.. Enumerable.Repeat(new AnsweredRow("RSA", outcome, 12, new Dictionary<string, string> { ["verdict"] = verdict, ["source"] = "caf-35" }), count)];

    static string Page(IReadOnlyCollection<AnsweredRow> answers, string language)
    {
        using var folder = new TemporaryFolder();
        var report = OutcomeReport.Of(answers, [], 11);
        report["test"] = true;
        FollowUpPage.Write(report, CultureInfo.GetCultureInfo(language), folder["suivi.html"]);
        return File.ReadAllText(folder["suivi.html"]);
    }

    static List<(string Verdict, string Answers, string Verified, string Rate)> Calibration(string html)
        => [.. Calibrated().Matches(html).Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value))];

    [GeneratedRegex("<td>([^<]*)</td><td class=\"n\">([^<]*)</td><td class=\"n\">([^<]*)</td><td class=\"n\">([^<]*)</td><td class=\"barre\">")]
    private static partial Regex Calibrated();

    [GeneratedRegex("<td class=\"n\">([^<]*)</td>")]
    private static partial Regex Cell();

    [GeneratedRegex("<th[ >][^>]*")]
    private static partial Regex Header();
}
