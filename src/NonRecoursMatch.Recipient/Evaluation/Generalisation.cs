using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Recipient.Evaluation;

/// <summary>
/// Makes rows that nobody is alone in (k-anonymity): every combination of cells is that of at least k persons. The cells are generalised step by
/// step, the same for all rows, until few rows are left in combinations that are too rare; those are left out. The first step already says nothing
/// of the commune. Depends on the rows alone, not on their order.
/// </summary>
public static class Generalisation
{
    /// <summary>Fewest persons alike, whatever an agreement says.</summary>
    public const int LeastPersons = 11;

    /// <summary>Names of the cells.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["organisme", "prestation", "periode", "suivi"];

    // A step is taken when the one before would lose more than a tenth of the rows.
    const int OneRowIn = 10;

    const string Fund = "caisse";

    static readonly Step[] s_steps =
    [
        new(row => row.Body, row => row.Benefit, row => row.Contact.ToString(), row => row.Outcome),
        new(row => row.Body, row => row.Benefit, row => Quarter(row.Contact), row => row.Outcome),
        new(row => BodyClass(row.Body), row => row.Benefit, row => Year(row.Contact), row => row.Outcome),
        new(row => BodyClass(row.Body), row => row.Benefit, row => Year(row.Contact), row => OutcomeClass(row.Outcome)),
        new(_ => "", row => row.Benefit, row => Year(row.Contact), row => OutcomeClass(row.Outcome)),
        new(_ => "", _ => "", _ => "", row => OutcomeClass(row.Outcome)),
    ];

    /// <summary>Number of steps.</summary>
    public static int Steps => s_steps.Length;

    /// <summary>The cells of a row at a step, from 0.</summary>
    public static string[] At(int step, EvaluationRow row)
        => [s_steps[step].Body(row), s_steps[step].Benefit(row), s_steps[step].Period(row), s_steps[step].Outcome(row)];

    /// <summary>Generalises rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="persons">Fewest persons alike; never fewer than <see cref="LeastPersons"/>.</param>
    /// <returns>The rows that may be shown, in the order of their cells, and the step that was needed.</returns>
    public static (IReadOnlyList<string[]> Rows, int Step) Of(IReadOnlyCollection<EvaluationRow> rows, int persons)
    {
        var least = Math.Max(persons, LeastPersons);
        for (var step = 0; ; step++)
        {
            List<(string[] Cells, int Count)> kept =
            [
                .. rows.Select(row => (Cells: At(step, row), row.Person)).GroupBy(row => string.Join(';', row.Cells), StringComparer.Ordinal)
                    .Where(alike => alike.Select(row => row.Person).Distinct().Count() >= least)
                    .OrderBy(alike => alike.Key, StringComparer.Ordinal).Select(alike => (alike.First().Cells, alike.Count())),
            ];
            if (step == s_steps.Length - 1 || (rows.Count - kept.Sum(alike => alike.Count)) * OneRowIn <= rows.Count)
                return ([.. kept.SelectMany(alike => Enumerable.Repeat(alike.Cells, alike.Count))], step);
        }
    }

    static string Quarter(YearMonth month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year}-T{((month.Month - 1) / 3) + 1}");

    static string Year(YearMonth month) => month.Year.ToString(CultureInfo.InvariantCulture);

    static string BodyClass(string body) => body is "ccas" or "bailleur" ? body : Fund;

    static string OutcomeClass(string outcome) => outcome is FollowUpVocabulary.Claimed or FollowUpVocabulary.Open ? "demande_ou_ouverture" : "sans_demande";

    sealed record Step(Func<EvaluationRow, string> Body, Func<EvaluationRow, string> Benefit, Func<EvaluationRow, string> Period, Func<EvaluationRow, string> Outcome);
}
