using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Comparing;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Rendering;

/// <summary>The differences between two versions, for people and for programs (<c>convention diff</c>).</summary>
/// <param name="before">What the old version is called.</param>
/// <param name="after">What the new version is called.</param>
/// <param name="differences">What differs.</param>
/// <param name="culture">Language.</param>
public sealed class DifferenceReport(string before, string after, IReadOnlyList<Difference> differences, CultureInfo culture)
{
    /// <summary>One line per difference, those that break first, then what each kind means. LF line ends and no colour.</summary>
    public string Text()
    {
        if (differences.Count == 0)
            return Texts.Format("diff.none", culture, before, after) + "\n";
        var text = new StringBuilder();
        text.Append(Texts.Format("diff.title", culture, before, after, differences.Count, Count(Impact.Breaking), Count(Impact.Review), Count(Impact.Compatible))).Append("\n\n");
        var rows = differences.OrderBy(difference => difference.Code.Impact).Select(Cells).Prepend([.. s_columns.Select(column => Texts.Get("diff.column." + column, culture))]).ToList();
        var widths = Enumerable.Range(0, s_columns.Length - 1).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            text.Append(string.Join("  ", row.Select((cell, column) => column < widths.Length ? cell.PadRight(widths[column]) : cell)).TrimEnd()).Append('\n');

        text.Append('\n').Append(Texts.Get("diff.legend", culture)).Append('\n');
        foreach (var code in differences.Select(difference => difference.Code).Distinct().OrderBy(code => code.Impact))
            text.Append("  ").Append(code.What(culture)).Append(Texts.Get("diff.colon", culture)).Append(code.Means(culture)).Append('\n');
        return text.ToString();
    }

    /// <summary><c>old</c>, <c>new</c>, <c>identical</c>, counts by impact, and <c>differences[]</c> with <c>code</c>, <c>impact</c>, <c>place</c>, <c>before</c>, <c>after</c>, <c>what</c>, <c>means</c>.</summary>
    public JsonObject Json() => new()
    {
        ["old"] = before,
        ["new"] = after,
        ["identical"] = differences.Count == 0,
        ["breaking"] = Count(Impact.Breaking),
        ["review"] = Count(Impact.Review),
        ["compatible"] = Count(Impact.Compatible),
        ["differences"] = new JsonArray([.. differences.Select(difference => new JsonObject
        {
            ["code"] = difference.Code.Code,
            ["impact"] = Word(difference.Code.Impact),
            ["place"] = difference.Place,
            ["before"] = difference.Before,
            ["after"] = difference.After,
            ["what"] = difference.Code.What(culture),
            ["means"] = difference.Code.Means(culture),
        })]),
    };

    static readonly string[] s_columns = ["impact", "place", "what", "values"];

    string[] Cells(Difference difference) =>
    [
        Texts.Get("diff.impact." + Word(difference.Code.Impact), culture),
        difference.Place.Length == 0 ? Texts.Get("diff.whole", culture) : difference.Place,
        difference.Code.What(culture),
        (difference.Before.Length, difference.After.Length) switch
        {
            (0, 0) => "",
            (0, _) => "+ " + difference.After,
            (_, 0) => "- " + difference.Before,
            _ => $"{difference.Before} → {difference.After}",
        },
    ];

    int Count(Impact impact) => differences.Count(difference => difference.Code.Impact == impact);

    static string Word(Impact impact) => impact.ToString().ToLowerInvariant();
}
