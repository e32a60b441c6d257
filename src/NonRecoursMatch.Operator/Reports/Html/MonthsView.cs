namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>This month beside the one before, from the published counts of both: nothing joins persons across months.</summary>
sealed class MonthsView(Published now, Published before, ReportTexts texts)
{
    static readonly string[] s_steps = ["recues", "personnes", "droits", "lignes"];

    public List<Dictionary<string, object?>> Rows(BenefitsView benefits)
        => [
            .. s_steps.Select(step => Row(texts.Get("etape." + step), $"entonnoir/{step}")),
            .. benefits.Names.Zip(benefits.Titles).Select(benefit => Row(benefit.Second, $"droits/{benefit.First}")),
        ];

    Dictionary<string, object?> Row(string title, string path) => new()
    {
        ["nom"] = title,
        ["avant"] = before.Shown(path),
        ["apres"] = now.Shown(path),
        ["ecart"] = now.Count(path) - before.Count(path) is { } change ? (change > 0 ? "+" : change < 0 ? "−" : "") + ReportTexts.Number(Math.Abs(change)) : texts.Get("masque"),
    };
}
