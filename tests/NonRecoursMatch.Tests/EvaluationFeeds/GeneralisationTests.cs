using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Recipient.Evaluation;

namespace NonRecoursMatch.Tests.EvaluationFeeds;

/// <summary>k-anonymity: nobody is alone in what the DGCS reads.</summary>
public class GeneralisationTests
{
    static readonly string[] s_bodies = ["ccas", "bailleur", "cpam", "caf", "msa"];
    static readonly string[] s_benefits = ["C2S", "ASPA", "RSA", "PPA"];
    static readonly string[] s_outcomes = ["joint", "demande_deposee", "refus", "deja_ouvert", "ne_souhaite_pas"];

    [Fact]
    public void Every_combination_is_of_eleven_persons_at_least_whatever_the_rows() => ForAnyRows((rows, least) =>
    {
        var (shown, step) = Generalisation.Of(rows, least);
        var k = Math.Max(11, least);
        foreach (var alike in shown.GroupBy(Text))
        {
            // Persons, not rows: one person with eleven rows is alone.
            var origin = rows.Where(row => Text(Generalisation.At(step, row)) == alike.Key).ToList();
            alike.Count().ShouldBe(origin.Count);
            origin.Select(row => row.Person).Distinct().Count().ShouldBeGreaterThanOrEqualTo(k);
        }
    });

    [Fact]
    public void Nothing_is_generalised_further_than_needed_and_only_rare_rows_are_left_out() => ForAnyRows((rows, least) =>
    {
        var (shown, step) = Generalisation.Of(rows, least);
        var k = Math.Max(11, least);
        for (var earlier = 0; earlier < step; earlier++)
            (rows.Count - Kept(rows, earlier, k)).ShouldBeGreaterThan(rows.Count / 10, "an earlier step would have done");
        shown.Count.ShouldBe(Kept(rows, step, k));
    });

    [Fact]
    public void The_order_of_the_rows_changes_nothing() => ForAnyRows((rows, least) =>
    {
        var (shown, step) = Generalisation.Of(rows, least);
        var (again, other) = Generalisation.Of([.. rows.Reverse()], least);
        other.ShouldBe(step);
        again.Select(Text).ShouldBe(shown.Select(Text));
        shown.Select(Text).ShouldBe(shown.Select(Text).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Eleven_rows_of_one_person_are_not_eleven_persons()
    {
        EvaluationRow Row(int person) => new(new Key128(0, (ulong)person), "35236", "ccas", "C2S", YearMonth.Of(2026, 10), "joint", YearMonth.Of(2026, 11));
        Generalisation.Of([.. Enumerable.Repeat(Row(1), 40)], 11).Rows.ShouldBeEmpty();
        Generalisation.Of([.. Enumerable.Range(1, 10).Select(Row)], 2).Rows.ShouldBeEmpty();
        var (shown, step) = Generalisation.Of([.. Enumerable.Range(1, 11).Select(Row)], 2);
        (shown.Count, step).ShouldBe((11, 0));
        shown[0].ShouldBe(["ccas", "C2S", "2026-11", "joint"]);
    }

    static void ForAnyRows(Action<IReadOnlyList<EvaluationRow>, int> property)
    {
        var row = from person in Gen.Choose(1, 60)
                  from body in Gen.Elements(s_bodies)
                  from benefit in Gen.Elements(s_benefits)
                  from outcome in Gen.Elements(s_outcomes)
                  from month in Gen.Choose(0, 14)
                  select new EvaluationRow(new Key128(7, (ulong)person), "35236", body, benefit, YearMonth.Of(2026, 1), outcome, YearMonth.Of(2026, 1).AddMonths(month));
        var rows = from count in Gen.Choose(0, 800)
                   from list in row.ArrayOf(count)
                   select list;
        Prop.ForAll(rows.ToArbitrary(), Gen.Choose(1, 25).ToArbitrary(), (list, least) => property(list, least)).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    static int Kept(IReadOnlyList<EvaluationRow> rows, int step, int k)
        => rows.GroupBy(row => Text(Generalisation.At(step, row))).Where(alike => alike.Select(row => row.Person).Distinct().Count() >= k).Sum(alike => alike.Count());

    static string Text(string[] cells) => string.Join(';', cells);
}
