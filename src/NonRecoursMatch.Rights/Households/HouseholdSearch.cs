using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Explanations;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Households;

/// <summary>Finds one household in a file and explains it.</summary>
public static class HouseholdSearch
{
    /// <summary>Explains the household called <paramref name="id"/>, or the first one; null when there is none.</summary>
    /// <exception cref="HouseholdException">It cannot be computed.</exception>
    public static Explanation? Explain(string path, string? id, RightsParameters parameters, CommuneKnown known, YearMonth? defaultMonth, bool french)
    {
        var (reader, household) = (new HouseholdReader(known), new Household());
        foreach (var line in File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            try
            {
                reader.Read(Encoding.UTF8.GetBytes(line), household);
            }
            catch (HouseholdException) when (id is not null && household.Id != id)
            {
                continue;
            }

            if (id is not null && household.Id != id)
                continue;
            var month = household.Month ?? defaultMonth
                ?? throw new HouseholdException("month", "mois de droit absent de la ligne et de la commande", "no month of right on the line nor on the command line");
            household.Place(month);
            var laws = new LawShelf(parameters)[month];
            HouseholdChecks.Require(household, month, laws);
            return new Explanation(household, laws, parameters, french);
        }

        return null;
    }
}
