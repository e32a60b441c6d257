using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Households;

/// <summary>Appends described households to a batch of columns, with the incomes worked out from those given.</summary>
public static class HouseholdColumns
{
    static readonly Verse[] s_paid = Enum.GetValues<Verse>();
    static readonly Revenu[] s_given = [.. Enum.GetValues<Revenu>().Where(kind => kind <= Revenu.Exceptionnel)];

    /// <summary>Appends <paramref name="household"/>, whose amounts must be in place (<see cref="Household.Place"/>).</summary>
    public static void Add(FoyerColumns columns, Household household, LawBook laws)
    {
        var foyer = columns.OuvrirFoyer(new Situation(household.Housing, household.Zone, household.Rent > 0, household.Married, household.IsolatedRecent));
        foreach (var kind in s_paid)
        {
            if (Any(household.Paid(kind)))
                columns[kind].Add(foyer, household.Paid(kind));
        }

        foreach (var adult in household.Adults)
            Add(columns.Adultes, foyer, adult, laws);
        foreach (var child in household.Children)
            Add(columns.Enfants, foyer, child, laws);
        columns.FermerFoyer();
    }

    static void Add(Personnes personnes, int foyer, Person person, LawBook laws)
    {
        var birth = person.Birth!.Value;
        var naissance = YearMonth.Of(birth).Index + (birth.Day > 1 ? 1 : 0);
        var row = personnes.Add(foyer, naissance, person.Traits, person.PermitYears ?? 0, person.IncapacityRate);
        foreach (var kind in s_given)
        {
            if (person.Has(kind) && Any(person.History(kind)))
                personnes[kind].Add(row, person.History(kind));
        }

        Gross(personnes, row, person, laws);
        DailyAllowances(personnes, row, person);
        Wealth(personnes, row, person, laws);
        if (person.Independent.Count + person.Farm.Count > 0)
            personnes.Benefices.Add(row, Years(person.Independent, laws.Mois.Year), Years(person.Farm, laws.Mois.Year));
    }

    static void Gross(Personnes personnes, int row, Person person, LawBook laws)
    {
        Span<double> gross = stackalloc double[Serie.Mois];
        if (!person.Has(Revenu.SalaireBrut) && Any(person.History(Revenu.SalaireNet)))
        {
            RevenusDerives.Brut(person.History(Revenu.SalaireNet), laws.BrutSalaire, gross);
            personnes[Revenu.SalaireBrut].Add(row, gross);
        }

        if (!person.Has(Revenu.RetraiteBrute) && Any(person.History(Revenu.RetraiteNette)))
        {
            RevenusDerives.Brut(person.History(Revenu.RetraiteNette), laws.BrutRetraite, gross);
            personnes[Revenu.RetraiteBrute].Add(row, gross);
        }
    }

    static void DailyAllowances(Personnes personnes, int row, Person person)
    {
        var maladie = person.History(Revenu.Maladie);
        var maternite = person.History(Revenu.Maternite);
        if (!Any(maladie) && !Any(maternite))
            return;
        Span<double> activite = stackalloc double[Serie.Mois];
        Span<double> remplacement = stackalloc double[Serie.Mois];
        RevenusDerives.IndemnitesActivite(maladie, maternite, person.History(Revenu.SalaireNet), activite);
        RevenusDerives.IndemnitesRemplacement(maladie, maternite, activite, remplacement);
        personnes[Revenu.IndemnitesActivite].Add(row, activite);
        personnes[Revenu.IndemnitesRemplacement].Add(row, remplacement);
    }

    static void Wealth(Personnes personnes, int row, Person person, LawBook laws)
    {
        if (!person.Has(Revenu.Capital) && !person.Has(Revenu.Foncier) && !person.Has(Revenu.EpargneLivretA) && !person.Has(Revenu.EpargneAutre))
            return;
        Span<double> income = stackalloc double[Serie.Mois];
        RevenusDerives.Patrimoine(
            person.History(Revenu.Capital), person.History(Revenu.Foncier), person.History(Revenu.EpargneLivretA), person.History(Revenu.EpargneAutre),
            laws.LivretA, laws.InteretEpargne, income);
        personnes[Revenu.Patrimoine].Add(row, income);
    }

    static double[] Years(Dictionary<int, double> profits, int year)
        => [.. Enumerable.Range(0, Benefices.Annees).Select(n => profits.GetValueOrDefault(year - n))];

    static bool Any(ReadOnlySpan<double> history) => history.ContainsAnyExcept(0d);
}
