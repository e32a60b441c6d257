using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Households;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Evaluation;

/// <summary>The inputs that a described household lacks. (An amount that is not given is 0: the household is described in full.)</summary>
static class MissingInputs
{
    const int YearsOfIndependence = 25;

    /// <summary>Their ids, as in <c>inputs.yaml</c>.</summary>
    public static IEnumerable<string> Of(Household household, LawBook laws)
    {
        var adults = household.Adults;
        var old = laws.Mois.AddMonths(-12 * laws.MinimumVieillesse[0].AgeAnticipe);
        var grossMatters = adults.Any(adult => YearMonth.Of(adult.Birth!.Value) <= old || adult.Has(Revenu.Invalidite) || adult.Traits.HasFlag(Traits.Handicap));
        if (household.Depcom is null)
            yield return "depcom";
        if (household.Housing == Logement.Inconnu)
            yield return "housing";
        if (adults.Any(adult => (adult.Traits & (Traits.Eee | Traits.HorsEee)) != 0 && adult.PermitYears is null))
            yield return "permit_years";
        if (adults.Concat(household.Children).Any(person => person.Carried.Any()))
            yield return "income_of_month";
        if (adults.Any(adult => adult.Has(Revenu.SalaireBrut) && !adult.Has(Revenu.SalaireNet)))
            yield return "wage_net";
        if (adults.Any(adult => adult.Has(Revenu.RetraiteBrute) && !adult.Has(Revenu.RetraiteNette)))
            yield return "pension_net";
        if (grossMatters && adults.Any(adult => adult.Has(Revenu.SalaireNet) && !adult.Has(Revenu.SalaireBrut)))
            yield return "wage_gross";
        if (grossMatters && adults.Any(adult => adult.Has(Revenu.RetraiteNette) && !adult.Has(Revenu.RetraiteBrute)))
            yield return "pension_gross";
        var young = adults.All(adult => YearMonth.Of(adult.Birth!.Value).AddMonths(YearsOfIndependence * 12) > laws.Mois);
        if (young && household.Children.Count == 0 && adults.Any(adult => adult.Has(Revenu.PensionAlimentaireRecue)))
            yield return "parents_foyer";
    }
}
