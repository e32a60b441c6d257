using System.Text.Encodings.Web;
using System.Text.Json;

namespace NonRecoursMatch.Synthetic.Comparison;

/// <summary>One row that differs. Handles are opaque: this may be printed.</summary>
/// <param name="Prestation">Benefit, empty on an invitation.</param>
/// <param name="Expected">Expected verdict, empty when the row should not be there.</param>
/// <param name="Listed">Listed verdict, empty when the row is missing.</param>
public sealed record ListDifference(string Body, string Poignee, string Prestation, string Expected, string Listed);

/// <summary>One list against what it should hold.</summary>
/// <param name="Expected">Rows expected.</param>
/// <param name="Listed">Rows listed.</param>
/// <param name="Found">Rows in both, whatever the verdict.</param>
/// <param name="OtherVerdict">Rows in both with another verdict.</param>
public sealed record BodyComparison(string Body, long Expected, long Listed, long Found, long OtherVerdict)
{
    /// <summary>Share of the rows listed that were expected; 1 for an empty list.</summary>
    public double Precision => Listed == 0 ? 1 : (double)Found / Listed;

    /// <summary>Share of the rows expected that were listed; 1 when none was.</summary>
    public double Recall => Expected == 0 ? 1 : (double)Found / Expected;
}

/// <summary>Produced lists against the truth.</summary>
/// <param name="Bodies">In name order.</param>
/// <param name="Differences">The first of them, in the order of body and handle.</param>
public sealed record ComparisonResult(IReadOnlyList<BodyComparison> Bodies, IReadOnlyList<ListDifference> Differences)
{
    static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All bodies together.</summary>
    public BodyComparison Total { get; } = new(
        "total", Bodies.Sum(body => body.Expected), Bodies.Sum(body => body.Listed), Bodies.Sum(body => body.Found), Bodies.Sum(body => body.OtherVerdict));

    /// <summary>Whether every list is exactly what it should be, verdicts included.</summary>
    public bool Exact => Bodies.All(body => body.Expected == body.Found && body.Listed == body.Found && body.OtherVerdict == 0);

    /// <summary>As one JSON document, with a final line feed.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { Exact, Total, Bodies, Differences }, _json) + "\n";
}
