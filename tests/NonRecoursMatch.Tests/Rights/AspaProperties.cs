using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Verdicts;
using Outcome = NonRecoursMatch.Rights.Verdicts.Outcome;

namespace NonRecoursMatch.Tests.Rights;

public class AspaProperties
{
    /// <summary>Any foyer of two adults, from a seed: every enum value and plausible amounts.</summary>
    static AspaColumns Foyers(int seed, int copies = 1)
    {
        var foyers = new AspaColumns(copies);
        for (var row = 0; row < copies; row++)
        {
            var random = new System.Random(seed);
            foyers.Situation[row] = (Situation)random.Next(4);
            foyers.Divergence[row] = random.Next(4) == 0;
            foyers.BenefitInPayment[row] = random.Next(2) == 0;
            foyers.Mayotte[row] = random.Next(8) == 0;
            foyers.WeakLink[row] = random.Next(4) == 0;
            foreach (var adult in (AspaAdult[])[foyers.First, foyers.Second])
            {
                adult.Age[row] = random.Next(60, 90);
                adult.Pensions[row] = random.Next(0, 1500);
                adult.Knowledge[row] = (PensionKnowledge)random.Next(3);
                adult.QuarterWages[row] = random.Next(0, 4000);
                adult.OtherResources[row] = random.Next(0, 400);
                adult.ResourcesKnown[row] = random.Next(4) != 0;
                adult.FullRate[row] = (Ternary)random.Next(3);
                adult.ForeignCareer[row] = (Ternary)random.Next(3);
                adult.Nationality[row] = (Nationality)random.Next(4);
                adult.PermitYears[row] = random.Next(-1, 15);
                adult.InFrance[row] = (Ternary)random.Next(3);
                adult.Aspa[row] = random.Next(3) == 0 ? (AspaState)random.Next(5) : AspaState.None;
            }
        }

        return foyers;
    }

    static readonly LawBook s_laws = new(ReferenceData.Parameters, YearMonth.Of(2026, 10));

    static AspaColumns Computed(AspaColumns foyers)
    {
        AspaRule.Compute(foyers, s_laws, 15);
        return foyers;
    }

    static bool IsRow(Outcome outcome) => outcome is Outcome.Certain or Outcome.Presume or Outcome.AVerifier;

    [Fact]
    public void More_resources_never_raise_the_amount() => Prop.ForAll<int, byte>((seed, more) =>
    {
        var less = Computed(Foyers(seed));
        var richer = Foyers(seed);
        richer.First.Pensions[0] += more;
        richer.Second.QuarterWages[0] += more;
        return Computed(richer).Amount[0] <= less.Amount[0];
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_row_has_an_amount_unless_the_partner_is_unknown_and_a_caution_and_anything_else_has_no_question() => Prop.ForAll<int>(seed =>
    {
        var foyers = Computed(Foyers(seed));
        return IsRow(foyers.Outcome[0])
            ? (foyers.Amount[0] > 0) == (foyers.Situation[0] != Situation.CoupleConjointInconnu) && foyers.Cautions[0].HasFlag(Cautions.RecuperationSuccession) && (foyers.Outcome[0] == Outcome.Presume) == (foyers.Questions[0] == Questions.None)
            : foyers.Amount[0] == 0 && foyers.Questions[0] == Questions.None && foyers.Cautions[0] == Cautions.None;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_divergence_while_a_benefit_is_in_payment_never_makes_a_row() => Prop.ForAll<int>(seed =>
    {
        var foyers = Foyers(seed);
        foyers.Divergence[0] = foyers.BenefitInPayment[0] = true;
        return !IsRow(Computed(foyers).Outcome[0]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_outside_France_or_in_Mayotte_gets_a_row() => Prop.ForAll<int, bool>((seed, mayotte) =>
    {
        var foyers = Foyers(seed);
        foyers.Mayotte[0] = mayotte;
        foyers.First.InFrance[0] = mayotte ? Ternary.Yes : Ternary.No;
        return !IsRow(Computed(foyers).Outcome[0]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_copies_of_a_foyer_give_what_one_gives() => Prop.ForAll<int>(seed =>
    {
        var one = Computed(Foyers(seed));
        var many = Computed(Foyers(seed, copies: 100));
        return many.Outcome.All(outcome => outcome == one.Outcome[0]) && many.Amount.All(amount => amount == one.Amount[0]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Columns_used_again_give_the_same_result() => Prop.ForAll<int>(seed =>
    {
        var foyers = Computed(Foyers(seed));
        var (outcome, amount, questions, cautions) = (foyers.Outcome[0], foyers.Amount[0], foyers.Questions[0], foyers.Cautions[0]);
        Computed(foyers);
        return (outcome, amount, questions, cautions) == (foyers.Outcome[0], foyers.Amount[0], foyers.Questions[0], foyers.Cautions[0]);
    }).QuickCheckThrowOnFailure();
}
