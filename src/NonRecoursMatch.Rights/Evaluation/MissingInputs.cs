using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Households;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Evaluation;

/// <summary>The inputs that a described household lacks. (An amount that is not given is 0: the household is described in full.)</summary>
static class MissingInputs
{
    const int YearsOfIndependence = 25;

    /// <summary>Adds their ids, as in <c>inputs.yaml</c>, to <paramref name="missing"/>.</summary>
    public static void AddTo(List<string> missing, Household household, LawBook laws)
    {
        var adults = household.Adults;
        if (household.Depcom is null)
            missing.Add("depcom");
        if (household.Housing == Logement.Inconnu)
            missing.Add("housing");
        if (adults.Exists(static adult => (adult.Traits & (Traits.Eee | Traits.HorsEee)) != 0 && adult.PermitYears is null))
            missing.Add("permit_years");
        if (adults.Exists(static adult => adult.IsCarried) || household.Children.Exists(static child => child.IsCarried))
            missing.Add("income_of_month");
        if (adults.Exists(static adult => adult.Has(Revenu.SalaireBrut) && !adult.Has(Revenu.SalaireNet)))
            missing.Add("wage_net");
        if (adults.Exists(static adult => adult.Has(Revenu.RetraiteBrute) && !adult.Has(Revenu.RetraiteNette)))
            missing.Add("pension_net");
        if (GrossMatters(adults, laws))
            Gross(missing, adults);
        if (household.Children.Count == 0 && adults.Exists(static adult => adult.Has(Revenu.PensionAlimentaireRecue)) && Young(adults, laws))
            missing.Add("parents_foyer");
    }

    /// <summary>Gross amounts are read where ASPA or ASI may be.</summary>
    static bool GrossMatters(List<Person> adults, LawBook laws)
    {
        var old = laws.Mois.AddMonths(-12 * laws.MinimumVieillesse[0].AgeAnticipe);
        foreach (var adult in adults)
        {
            if (YearMonth.Of(adult.Birth!.Value) <= old || adult.Has(Revenu.Invalidite) || (adult.Traits & Traits.Handicap) != 0)
                return true;
        }

        return false;
    }

    static void Gross(List<string> missing, List<Person> adults)
    {
        if (adults.Exists(static adult => adult.Has(Revenu.SalaireNet) && !adult.Has(Revenu.SalaireBrut)))
            missing.Add("wage_gross");
        if (adults.Exists(static adult => adult.Has(Revenu.RetraiteNette) && !adult.Has(Revenu.RetraiteBrute)))
            missing.Add("pension_gross");
    }

    static bool Young(List<Person> adults, LawBook laws)
    {
        foreach (var adult in adults)
        {
            if (YearMonth.Of(adult.Birth!.Value).AddMonths(YearsOfIndependence * 12) <= laws.Mois)
                return false;
        }

        return true;
    }
}
