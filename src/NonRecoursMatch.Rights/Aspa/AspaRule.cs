using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Aspa;

/// <summary>
/// ASPA of persons of 65 and over, single or in a couple. The steps follow the order in which a case is read: who may have it, who has it
/// already, what must not be looked at, how much, and what is left to ask. A step answers with its conclusion, or null to hand over to the next.
/// </summary>
[Article("L815-1 CSS")]
public static class AspaRule
{
    /// <summary>Fills the results of <paramref name="foyers"/> for the month of <paramref name="laws"/>.</summary>
    /// <param name="margin">€/month under which a computed amount is only <c>a_verifier</c> (threshold of the agreement).</param>
    public static void Compute(AspaColumns foyers, LawBook laws, double margin)
    {
        var law = laws.MinimumVieillesse[0];
        for (var row = 0; row < foyers.Length; row++)
        {
            foyers.Amount[row] = 0;
            foyers.Questions[row] = Questions.None;
            foyers.Cautions[row] = Cautions.None;
            foyers.Outcome[row] =
                Age(foyers, row, law)
                ?? Mayotte(foyers, row)
                ?? Residence(foyers, row)
                ?? DejaServie(foyers, row)
                ?? Divergence(foyers, row)
                ?? PensionConnue(foyers, row)
                ?? Sejour(foyers, row, law)
                ?? ConjointInconnu(foyers, row, laws, margin)
                ?? Montant(foyers, row, law)
                ?? Presomption(foyers, row, laws, margin);
        }
    }

    /// <summary>Age at the first day of the month.</summary>
    [Article("R815-1 CSS")]
    static Outcome? Age(AspaColumns foyers, int row, MinimumVieillesseLaw law)
    {
        var age = foyers.First.Age[row];
        if (age < 0)
            return Outcome.Indetermine;
        return age < law.Age ? Outcome.NonEligible : null;
    }

    /// <summary>Mayotte has its own scheme, which is not computed; the metropolitan amount would be wrong.</summary>
    [Article("ordonnance 2002-411")]
    static Outcome? Mayotte(AspaColumns foyers, int row) => foyers.Mayotte[row] ? Outcome.NonCalculable : null;

    /// <summary>Residence in France; an unknown one is asked for later.</summary>
    [Article("L815-1 CSS")]
    static Outcome? Residence(AspaColumns foyers, int row) => foyers.First.InFrance[row] == Ternary.No ? Outcome.NonEligible : null;

    /// <summary>In payment (to either adult: the couple's amount is one), claimed, refused; or not found at the payer, which says nothing.</summary>
    [Article("L815-7 CSS")]
    static Outcome? DejaServie(AspaColumns foyers, int row)
    {
        if (foyers.Situation[row] == Situation.Couple && foyers.Second.Aspa[row] == AspaState.Paid)
            return Outcome.DejaPercu;
        return foyers.First.Aspa[row] switch
        {
            AspaState.None => null,
            AspaState.Paid => Outcome.DejaPercu,
            AspaState.Pending => Outcome.DemandeEnCours,
            AspaState.Refused => Outcome.Refus,
            _ => Outcome.InconnuDuPayeur,
        };
    }

    /// <summary>Sources that disagree on the foyer while a benefit depends on it: to look further could only serve to reduce that benefit.</summary>
    [Article("L114-8 CRPA")]
    static Outcome? Divergence(AspaColumns foyers, int row)
        => foyers.Divergence[row] && foyers.BenefitInPayment[row] ? Outcome.DivergenceNonExploitee : null;

    /// <summary>Without any pension known there is nothing to compute on.</summary>
    static Outcome? PensionConnue(AspaColumns foyers, int row)
        => foyers.First.Knowledge[row] == PensionKnowledge.Unknown ? Outcome.Indetermine : null;

    /// <summary>A permit known to be too short; an unknown one is asked for later.</summary>
    [Article("L816-1 CSS")]
    static Outcome? Sejour(AspaColumns foyers, int row, MinimumVieillesseLaw law)
        => AspaAdults.TitreTropCourt(foyers.First, row, law) ? Outcome.NonEligible : null;

    /// <summary>
    /// A partner whose income is in no extract: no amount can be told. In a couple under the ceiling one of the two has at most half of it, so
    /// asking those who do finds every such couple, without asking every married pensioner.
    /// </summary>
    [Article("L815-9 CSS")]
    static Outcome? ConjointInconnu(AspaColumns foyers, int row, LawBook laws, double margin)
    {
        if (foyers.Situation[row] != Situation.CoupleConjointInconnu)
            return null;
        var (first, law) = (foyers.First, laws.MinimumVieillesse[0]);
        var ressources = AspaMontant.Ressources(
            first.Pensions[row], AspaMontant.RevenusProfessionnels(first.QuarterWages[row], enCouple: true, law), first.OtherResources[row]);
        return ressources < law.PlafondCouple / 2 ? Presomption(foyers, row, laws, margin) : Outcome.NonEligible;
    }

    /// <summary>The amount on what is known; none, and the person is not entitled.</summary>
    [Article("L815-9 CSS")]
    static Outcome? Montant(AspaColumns foyers, int row, MinimumVieillesseLaw law)
    {
        var both = foyers.Situation[row] == Situation.Couple;
        var (first, second) = (foyers.First, foyers.Second);
        var wages = first.QuarterWages[row] + (both ? second.QuarterWages[row] : 0);
        var ressources = AspaMontant.Ressources(
            first.Pensions[row] + (both ? second.Pensions[row] : 0),
            AspaMontant.RevenusProfessionnels(wages, both, law),
            first.OtherResources[row] + (both ? second.OtherResources[row] : 0));
        var amount = !both ? AspaMontant.PersonneSeule(ressources, law)
            : AspaAdults.SecondServi(foyers, row, law) ? AspaMontant.LesDeux(ressources, law)
            : AspaMontant.UnSeulDuCouple(ressources, law);
        foyers.Amount[row] = amount;
        return amount > 0 ? null : Outcome.NonEligible;
    }

    /// <summary>An amount is due on what is known: <c>presume</c>, unless something that could lower or cancel it remains to be asked.</summary>
    static Outcome Presomption(AspaColumns foyers, int row, LawBook laws, double margin)
    {
        var questions = AspaQuestions.Of(foyers, row, laws, margin);
        foyers.Questions[row] = questions;
        foyers.Cautions[row] = AspaQuestions.Cautions(foyers, row, laws.MinimumVieillesse[0], questions);
        return questions == Questions.None ? Outcome.Presume : Outcome.AVerifier;
    }
}
