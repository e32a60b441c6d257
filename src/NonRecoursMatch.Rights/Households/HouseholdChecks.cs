using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Households;

/// <summary>What cannot be true of a household, and what can but is odd.</summary>
public static class HouseholdChecks
{
    const int MonthsOfYear = 12;
    const int YoungestParent = 12;

    /// <summary>Refuses what cannot be true in the month of right.</summary>
    /// <exception cref="HouseholdException">A birth date is missing or in the future, or a child is 25 or more.</exception>
    public static void Require(Household household, YearMonth mois, LawBook laws)
    {
        for (var i = 0; i < household.Adults.Count; i++)
            Born(household.Adults[i], "adults", i, mois);
        for (var i = 0; i < household.Children.Count; i++)
        {
            var birth = Born(household.Children[i], "children", i, mois);
            var months = mois.Index - YearMonth.Of(birth).Index - (birth.Day > 1 ? 1 : 0);
            if (months >= laws.C2s.AgeLimite * MonthsOfYear)
                throw new HouseholdException(Field("children", i), "un enfant a moins de 25 ans ; au-delà, c'est un autre foyer", "a child is under 25; from that age it is another household");
        }
    }

    /// <summary>Adds what is odd but possible, as warnings in the result.</summary>
    public static void AddOddities(List<string> warnings, Household household, LawBook laws)
    {
        if (household.Children.Count > 0)
            OddChildren(warnings, household);
        foreach (var adult in household.Adults)
        {
            if (adult.History(Revenu.Aah)[0] > laws.AahMaximum)
            {
                warnings.Add("warning: aah above its maximum");
                break;
            }
        }

        if (household.Adults.Count == 1 && household.Married)
            warnings.Add("warning: married with one adult");
        if (household.Adults.Count == 2 && household.IsolatedRecent)
            warnings.Add("warning: isolated with two adults");
    }

    static void OddChildren(List<string> warnings, Household household)
    {
        var (oldest, eldest) = (DateOnly.MaxValue, DateOnly.MaxValue);
        foreach (var adult in household.Adults)
            oldest = Min(oldest, adult.Birth!.Value);
        foreach (var child in household.Children)
            eldest = Min(eldest, child.Birth!.Value);
        if (eldest <= oldest)
            warnings.Add("warning: child older than a parent");
        else if (eldest < oldest.AddYears(YoungestParent))
            warnings.Add("warning: parent under 12 at the birth of a child");

        static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
    }

    static DateOnly Born(Person person, string list, int i, YearMonth mois)
    {
        if (person.Birth is not { } birth)
            throw new HouseholdException(Field(list, i), "la date de naissance manque", "the birth date is missing");
        return birth <= mois.LastDay ? birth : throw new HouseholdException(Field(list, i), "naissance après le mois de droit", "born after the month of right");
    }

    static string Field(string list, int i) => $"{list}[{i}].birth";
}
