using System.Text.Json.Nodes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Reports.Masking;

namespace NonRecoursMatch.Operator.Reports.Outcomes;

/// <summary>One answer of the year.</summary>
/// <param name="Month">Month of its list.</param>
/// <param name="Benefit">Code of the benefit; empty where the list names none.</param>
/// <param name="Outcome">Code of what came of it.</param>
public sealed record YearAnswer(YearMonth Month, string Benefit, string Outcome);

/// <summary>
/// The aggregates of a year for the report of the experiment (décret 2023-602): exchanges, rights listed, contacts, claims, openings, oppositions. Nothing
/// is joined over the months: a person listed in three months is three rows, and the document says so.
/// </summary>
public static class AnnualReport
{
    static readonly string[] s_notMet = ["a_joindre", "mauvaise_personne"];

    /// <summary>Counts a year.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="year">The year.</param>
    /// <param name="results">Results of months; of two revisions of a month the later one counts, and months of other years do not.</param>
    /// <param name="answers">The follow-up; lists of other years do not count.</param>
    /// <exception cref="OperatorException">A folder holds no result of this agreement.</exception>
    public static JsonObject Of(Agreement agreement, int year, IEnumerable<string> results, IEnumerable<YearAnswer> answers)
    {
        var months = results.Select(folder => MonthFigures.Read(folder, agreement)).Where(month => month.Month.Year == year)
            .GroupBy(month => month.Month).Select(month => month.MaxBy(revision => revision.Revision)!).OrderBy(month => month.Month).ToList();
        var counts = new PublishedCounts(agreement.Thresholds.SmallCell);
        var listed = Group(counts, "lignes_signalees", months.SelectMany(month => month.Listed).GroupBy(benefit => benefit.Key, benefit => benefit.Value, StringComparer.Ordinal).Select(benefit => (benefit.Key, benefit.Sum())));
        var given = answers.Where(answer => answer.Month.Year == year).ToList();
        var met = given.Where(answer => !s_notMet.Contains(answer.Outcome)).ToList();
        var contacts = Group(counts, "contacts", met.GroupBy(answer => Name(answer.Benefit), StringComparer.Ordinal).Select(benefit => (benefit.Key, benefit.LongCount())));
        var outcomes = Group(counts, "suites", given.GroupBy(answer => answer.Outcome, StringComparer.Ordinal).Select(outcome => (outcome.Key, outcome.LongCount())));
        counts.Sum("contacts/total", outcomes.Where(outcome => !s_notMet.Contains(outcome)).Select(outcome => "suites/" + outcome));
        var opposed = counts.Add("oppositions", months.Sum(month => month.Opposed));
        counts.Suppress();
        return new JsonObject
        {
            ["version"] = 1,
            ["convention"] = agreement.Id,
            ["territoire"] = agreement.Territory.Code,
            ["texte"] = "décret n° 2023-602 du 13 juillet 2023",
            ["annee"] = year,
            ["test"] = agreement.Test || months.Exists(month => month.Test),
            ["petite_cellule"] = agreement.Thresholds.SmallCell,
            ["une_personne_peut_compter_plusieurs_mois"] = true,
            ["mois"] = new JsonArray([.. months.Select(month => (JsonNode)month.Month.ToString())]),
            ["extraits_recus"] = months.Sum(month => month.Sources),
            ["listes_remises"] = months.Sum(month => month.Lists),
            ["lignes_signalees"] = Shown(counts, "lignes_signalees", listed),
            ["contacts"] = Shown(counts, "contacts", contacts),
            ["suites"] = Shown(counts, "suites", outcomes),
            ["lignes_ecartees_par_opposition"] = One(counts, opposed),
        };
    }

    static List<string> Group(PublishedCounts counts, string name, IEnumerable<(string Key, long Count)> parts)
    {
        var cells = parts.OrderBy(part => part.Key, StringComparer.Ordinal).ToList();
        var names = cells.ConvertAll(part => counts.Add($"{name}/{part.Key}", part.Count));
        counts.Sum(counts.Add(name + "/total", cells.Sum(part => part.Count)), names);
        return cells.ConvertAll(part => part.Key);
    }

    static JsonObject Shown(PublishedCounts counts, string name, IEnumerable<string> parts)
        => new(parts.Append("total").Select(part => KeyValuePair.Create(part, (JsonNode?)One(counts, $"{name}/{part}"))));

    static JsonValue One(PublishedCounts counts, string name) => counts[name] is { } count ? JsonValue.Create(count) : JsonValue.Create(PublishedCounts.Mark);

    static string Name(string benefit) => benefit.Length == 0 ? OutcomeReport.Invitation : benefit;
}
