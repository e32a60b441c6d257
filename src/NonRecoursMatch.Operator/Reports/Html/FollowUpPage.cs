using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Operator.Reports.Outcomes;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>
/// What the contacts came to, as one page to look at and print: take-up, the measured precision of each verdict, months to opening. It is made of
/// the document of <see cref="OutcomeReport"/>, whose counts are masked, and of nothing else.
/// </summary>
public sealed class FollowUpPage
{
    static readonly Outcome[] s_verdicts = [Outcome.Certain, Outcome.Presume, Outcome.AVerifier];
    static readonly string[] s_parts = ["motif", "fourchette", "source", "commune"];

    // A list tells a verdict and a band in its own language.
    static readonly Dictionary<string, int> s_rank = new[] { "fr", "en" }.SelectMany(language => s_verdicts.Select((verdict, rank) => (Word: new ListTexts(CultureInfo.GetCultureInfo(language)).Verdict(verdict), rank)))
        .DistinctBy(one => one.Word, StringComparer.Ordinal).ToDictionary(one => one.Word, one => one.rank, StringComparer.Ordinal);

    readonly JsonObject _report;
    readonly ReportTexts _texts;
    readonly ListTexts _words;
    readonly List<string> _benefits;

    FollowUpPage(JsonObject report, CultureInfo language)
    {
        (_report, _texts, _words) = (report, new ReportTexts(language), new ListTexts(language));
        _benefits = [.. Under("suivi").Select(benefit => benefit.Key)];
    }

    /// <summary>Writes the page.</summary>
    /// <param name="report">Document of <see cref="OutcomeReport"/>, with <c>test</c>.</param>
    /// <param name="language">French or English.</param>
    /// <param name="path">File; it appears complete or not at all.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(JsonObject report, CultureInfo language, string path) => Page.Write("suivi", new FollowUpPage(report, language).Model(), path);

    Dictionary<string, object?> Model() => new()
    {
        ["langue"] = _texts.Language,
        ["titre"] = _texts.Get("suivi.titre"),
        ["test"] = _report["test"]!.GetValue<bool>() ? _texts.Get("test") : null,
        ["masque"] = _texts.Format("masque_explique", _report["petite_cellule"]!.GetValue<int>()),
        ["mots"] = _texts.Under("mot."),
        ["suites"] = ListTexts.FollowUpCodes.Where(IsUsed).Select(Word).ToList(),
        ["prestations"] = _benefits.Select(benefit => Rate(Title(benefit), _report["precision"]![benefit]!, ("suites", ListTexts.FollowUpCodes.Where(IsUsed).Select(code => Shown(_report["suivi"]![benefit]![code])).ToList()))).ToList(),
        ["calibration"] = Rows("verdict").OrderBy(row => row.Benefit).ThenBy(row => s_rank.GetValueOrDefault(row.Value, s_verdicts.Length)).Select(row => Rate(row.Value, row.Counts, ("prestation", Title(_benefits[row.Benefit])))).ToList(),
        ["parties"] = s_parts.Where(part => Rows(part).Any()).Select(Part).ToList(),
        ["delais"] = Under("mois_jusqu_a_ouverture").SelectMany(benefit => Months(benefit.Key, benefit.Value)).ToList(),
        ["vues"] = Under("ouvertures_vues_sans_fiche").Select(benefit => Seen(benefit.Key, benefit.Value!)).ToList(),
        ["vues_mois"] = Under("ouvertures_vues_sans_fiche").SelectMany(benefit => Months(benefit.Key, benefit.Value!["mois"])).ToList(),
    };

    Dictionary<string, object?> Part(string name) => new()
    {
        ["id"] = name,
        ["titre"] = _texts.Get("suivi.par." + name),
        ["lignes"] = Rows(name).Select(row => Rate(Named(name, row.Value), row.Counts, ("prestation", Title(_benefits[row.Benefit])))).ToList(),
    };

    /// <summary>The values of one dimension, benefit by benefit.</summary>
    IEnumerable<(int Benefit, string Value, JsonNode Counts)> Rows(string dimension)
        => ((_report["segments"] as JsonObject)?[dimension] as JsonObject ?? []).SelectMany(benefit => benefit.Value!.AsObject().Select(value => (_benefits.IndexOf(benefit.Key), value.Key, value.Value!)));

    Dictionary<string, object?> Rate(string name, JsonNode counts, params (string Name, object Value)[] more)
    {
        var rate = counts["taux"]?.GetValue<double>();
        var row = new Dictionary<string, object?>
        {
            ["nom"] = name,
            ["reponses"] = Shown(counts["reponses"]),
            ["verifiees"] = Shown(counts["verifiees"]),
            ["taux"] = rate is { } share ? _texts.Percent(share) : _texts.Get(Shown(counts["reponses"]) == "0" ? "sans_objet" : "masque"),
            ["longueur"] = Published.Hundredths(rate ?? 0),
        };
        foreach (var (key, value) in more)
            row[key] = value;
        return row;
    }

    Dictionary<string, object?> Seen(string benefit, JsonNode seen) => new()
    {
        ["nom"] = Title(benefit),
        ["suivies"] = Shown(seen["suivies"]),
        ["ouvertes"] = Shown(seen["ouvertes"]),
        ["taux"] = seen["taux"]?.GetValue<double>() is { } share ? _texts.Percent(share) : _texts.Get("masque"),
    };

    IEnumerable<Dictionary<string, object?>> Months(string benefit, JsonNode? months)
        => (months as JsonObject ?? []).Select(month => new Dictionary<string, object?> { ["nom"] = Title(benefit), ["mois"] = month.Key, ["nombre"] = Shown(month.Value) });

    JsonObject Under(string name) => _report[name]!.AsObject();

    bool IsUsed(string code) => _benefits.Any(benefit => _report["suivi"]![benefit]![code] is not null);

    string Word(string code) => _words.FollowUps[ListTexts.FollowUpCodes.ToList().IndexOf(code)];

    string Title(string benefit) => _texts.OrCode("sujet.", benefit);

    /// <summary>A rule is known by its code: its sentence is that of the lists.</summary>
    string Named(string dimension, string value)
        => value == OutcomeReport.Unknown ? _texts.Get("suivi.inconnu") : dimension == "motif" && Enum.TryParse<Rights.Mensuel.Motif>(value, out var rule) ? _words.Motif(rule) : value;

    string Shown(JsonNode? count) => count is null ? "0" : count is JsonValue value && value.TryGetValue<long>(out var number) ? ReportTexts.Number(number) : _texts.Get("masque");
}
