using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Households;

/// <summary>What cannot be true of a household, and what can but is odd.</summary>
public static class HouseholdChecks
{
    const int MonthsOfYear = 12;

    /// <summary>Refuses what cannot be true in the month of right.</summary>
    /// <exception cref="HouseholdException">A birth date is missing or in the future, or a child is 25 or more.</exception>
    public static void Require(Household household, YearMonth mois, LawBook laws)
    {
        for (var i = 0; i < household.Adults.Count; i++)
            Born(household.Adults[i], $"adults[{i}].birth", mois);
        for (var i = 0; i < household.Children.Count; i++)
        {
            var birth = Born(household.Children[i], $"children[{i}].birth", mois);
            var months = mois.Index - YearMonth.Of(birth).Index - (birth.Day > 1 ? 1 : 0);
            Json.Expect(months < laws.C2s.AgeLimite * MonthsOfYear, $"children[{i}].birth",
                "un enfant a moins de 25 ans ; au-delà, c'est un autre foyer", "a child is under 25; from that age it is another household");
        }
    }

    /// <summary>What is odd but possible, as warnings in the result.</summary>
    public static IEnumerable<string> Oddities(Household household, LawBook laws)
    {
        var oldest = household.Adults.Min(adult => adult.Birth!.Value);
        if (household.Children.Any(child => child.Birth!.Value <= oldest))
            yield return "warning: child older than a parent";
        else if (household.Children.Any(child => household.Adults.All(adult => child.Birth!.Value < adult.Birth!.Value.AddYears(12))))
            yield return "warning: parent under 12 at the birth of a child";
        if (household.Adults.Any(adult => adult.History(Revenu.Aah)[0] > laws.AahMaximum))
            yield return "warning: aah above its maximum";
        if (household.Adults.Count == 1 && household.Married)
            yield return "warning: married with one adult";
        if (household.Adults.Count == 2 && household.IsolatedRecent)
            yield return "warning: isolated with two adults";
    }

    static DateOnly Born(Person person, string field, YearMonth mois)
    {
        Json.Expect(person.Birth is not null, field, "la date de naissance manque", "the birth date is missing");
        Json.Expect(person.Birth.Value <= mois.LastDay, field, "naissance après le mois de droit", "born after the month of right");
        return person.Birth.Value;
    }
}
