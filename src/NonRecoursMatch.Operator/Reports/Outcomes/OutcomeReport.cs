using System.Text.Json.Nodes;
using NonRecoursMatch.Operator.Reports.Masking;

namespace NonRecoursMatch.Operator.Reports.Outcomes;

/// <summary>
/// What came of the contacts, for publication: by benefit, and inside each benefit by verdict, rule, band, commune and kind of body. All counts are
/// masked together, with every sum that a reader can make, so that none gives a small one away.
/// </summary>
public sealed class OutcomeReport
{
    /// <summary>Name of a list that names no benefit.</summary>
    public const string Invitation = "invitation";

    /// <summary>Stands for a segment that the caller does not know of an answer.</summary>
    public const string Unknown = "inconnu";

    const string NotReached = "a_joindre";
    const string Open = "deja_ouvert";

    // A right that was claimed or is open was a right: the others leave it open whether it was one.
    static readonly string[] s_verified = ["demande_deposee", Open];

    readonly PublishedCounts _counts;
    readonly JsonObject _json = [];

    OutcomeReport(int minimum) => _counts = new PublishedCounts(minimum);

    /// <summary>The counts that may be shown: numbers, and a mark that stands for the others.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="watched">Rows looked up in a later extract of the payer.</param>
    /// <param name="minimum">Smallest count shown.</param>
    public static JsonObject Of(IReadOnlyCollection<AnsweredRow> answers, IReadOnlyCollection<WatchedRow> watched, int minimum)
    {
        var report = new OutcomeReport(minimum);
        var benefits = answers.GroupBy(answer => answer.Benefit.Length == 0 ? Invitation : answer.Benefit, StringComparer.Ordinal).OrderBy(benefit => benefit.Key, StringComparer.Ordinal).ToList();
        var seen = watched.GroupBy(row => row.Benefit, StringComparer.Ordinal).OrderBy(benefit => benefit.Key, StringComparer.Ordinal).ToList();
        foreach (var benefit in benefits)
            report.Count(benefit.Key, [.. benefit]);
        foreach (var benefit in seen)
            report.Watch(benefit.Key, [.. benefit]);
        report._counts.Suppress();
        report._json["version"] = 1;
        report._json["petite_cellule"] = minimum;
        report._json["suivi"] = Each(benefits.Select(benefit => (benefit.Key, (JsonNode)report.Outcomes(benefit.Key, [.. benefit]))));
        report._json["precision"] = Each(benefits.Select(benefit => (benefit.Key, (JsonNode)report.Precision(benefit.Key))));
        report._json["segments"] = Each(Dimensions(answers).Select(dimension => (dimension, (JsonNode)Each(benefits.Select(benefit => (benefit.Key, (JsonNode)report.Segment(benefit.Key, dimension, [.. benefit]))).Where(benefit => benefit.Item2.AsObject().Count > 0)))));
        report._json["mois_jusqu_a_ouverture"] = Each(benefits.Select(benefit => (benefit.Key, (JsonNode)report.Delays($"{benefit.Key}/mois", Opened(benefit).Select(answer => answer.Months)))).Where(benefit => benefit.Item2.AsObject().Count > 0));
        report._json["ouvertures_vues_sans_fiche"] = Each(seen.Select(benefit => (benefit.Key, (JsonNode)report.Seen(benefit.Key, [.. benefit]))));
        return report._json;
    }

    void Count(string benefit, IReadOnlyList<AnsweredRow> answers)
    {
        var outcomes = answers.GroupBy(answer => answer.Outcome, StringComparer.Ordinal).ToDictionary(outcome => outcome.Key, outcome => _counts.Add($"{benefit}/suivi/{outcome.Key}", outcome.LongCount()), StringComparer.Ordinal);
        var answered = _counts.Add($"{benefit}/reponses", answers.LongCount(IsAnswer));
        var verified = _counts.Add($"{benefit}/verifiees", answers.LongCount(IsVerified));
        _counts.Sum(answered, outcomes.Where(outcome => outcome.Key != NotReached).Select(outcome => outcome.Value));
        _counts.Sum(verified, s_verified.Where(outcomes.ContainsKey).Select(outcome => outcomes[outcome]));
        foreach (var dimension in Dimensions(answers))
        {
            var values = answers.Where(IsAnswer).GroupBy(answer => ValueOf(answer, dimension), StringComparer.Ordinal).ToList();
            foreach (var value in values)
                CountPart($"{benefit}/{dimension}/{value.Key}", value.LongCount(), value.LongCount(IsVerified));
            _counts.Sum(answered, values.Select(value => $"{benefit}/{dimension}/{value.Key}/reponses"));
            _counts.Sum(verified, values.Select(value => $"{benefit}/{dimension}/{value.Key}/verifiees"));
        }

        var months = Opened(answers).GroupBy(answer => answer.Months).Select(month => _counts.Add($"{benefit}/mois/{month.Key}", month.LongCount())).ToList();
        if (outcomes.TryGetValue(Open, out var open))
            _counts.Sum(open, months);
    }

    void CountPart(string name, long answered, long verified)
        => _counts.Sum(_counts.Add(name + "/reponses", answered), _counts.Add(name + "/verifiees", verified), _counts.Hide(name + "/autres", answered - verified));

    void Watch(string benefit, IReadOnlyList<WatchedRow> rows)
    {
        var open = _counts.Add($"{benefit}/vues/ouvertes", rows.LongCount(row => row.Months is not null));
        _counts.Sum(_counts.Add($"{benefit}/vues/suivies", rows.Count), open, _counts.Hide($"{benefit}/vues/autres", rows.LongCount(row => row.Months is null)));
        _counts.Sum(open, rows.Where(row => row.Months is not null).GroupBy(row => row.Months).Select(month => _counts.Add($"{benefit}/vues/mois/{month.Key}", month.LongCount())).ToList());
    }

    JsonObject Outcomes(string benefit, IReadOnlyList<AnsweredRow> answers)
        => Each(answers.Select(answer => answer.Outcome).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(outcome => (outcome, (JsonNode)Shown($"{benefit}/suivi/{outcome}"))));

    /// <summary>
    /// The share of what was verified is at least the precision: a refusal says nothing of the right. Where the answers are too few to be told, "0" or
    /// all of them would say something of each.
    /// </summary>
    JsonObject Precision(string name) => new() { ["reponses"] = Shown(name + "/reponses"), ["verifiees"] = Shown(_counts[name + "/reponses"] is null ? name + "/reponses" : name + "/verifiees"), ["taux"] = Rate(name + "/verifiees", name + "/reponses") };

    JsonObject Segment(string benefit, string dimension, IReadOnlyList<AnsweredRow> answers)
        => Each(answers.Where(IsAnswer).Select(answer => ValueOf(answer, dimension)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(value => (value, (JsonNode)Precision($"{benefit}/{dimension}/{value}"))));

    JsonObject Delays(string name, IEnumerable<int> months) => Each(months.Distinct().Order().Select(month => (month.ToString(System.Globalization.CultureInfo.InvariantCulture), (JsonNode)Shown($"{name}/{month}"))));

    JsonObject Seen(string benefit, IReadOnlyList<WatchedRow> rows) => new()
    {
        ["suivies"] = Shown($"{benefit}/vues/suivies"),
        ["ouvertes"] = Shown($"{benefit}/vues/ouvertes"),
        ["taux"] = Rate($"{benefit}/vues/ouvertes", $"{benefit}/vues/suivies"),
        ["mois"] = Delays($"{benefit}/vues/mois", rows.Where(row => row.Months is not null).Select(row => row.Months!.Value)),
    };

    JsonValue Shown(string name) => _counts[name] is { } count ? JsonValue.Create(count) : JsonValue.Create(PublishedCounts.Mark);

    JsonValue? Rate(string part, string whole) => _counts[part] is { } some && _counts[whole] is { } all and > 0 ? JsonValue.Create(Math.Round((double)some / all, 3)) : null;

    static JsonObject Each(IEnumerable<(string Name, JsonNode Node)> members) => new(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Node)));

    static IEnumerable<string> Dimensions(IEnumerable<AnsweredRow> answers) => answers.SelectMany(answer => answer.Segments.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    static IEnumerable<AnsweredRow> Opened(IEnumerable<AnsweredRow> answers) => answers.Where(answer => answer.Outcome == Open);

    static string ValueOf(AnsweredRow answer, string dimension) => answer.Segments[dimension];

    static bool IsAnswer(AnsweredRow answer) => answer.Outcome != NotReached;

    static bool IsVerified(AnsweredRow answer) => s_verified.Contains(answer.Outcome);
}
