using NonRecoursMatch.Rights.Articles;

namespace NonRecoursMatch.Rights.Foyers;

/// <summary>Incomes worked out from others, before any rule: daily allowances by nature, deemed income of savings, gross amounts. Histories hold M first.</summary>
public static class RevenusDerives
{
    /// <summary>
    /// Daily allowances that count as earnings: maternity always; sickness while a wage is paid, or in the first three months of leave (none
    /// was paid three months before).
    /// </summary>
    [Article("R262-12 CASF")]
    [Article("R844-1 CSS")]
    public static void IndemnitesActivite(ReadOnlySpan<double> maladie, ReadOnlySpan<double> maternite, ReadOnlySpan<double> salaire, Span<double> result)
    {
        for (var k = 0; k < Serie.Mois; k++)
        {
            var recent = k + 3 >= Serie.Mois || maladie[k + 3] == 0;
            result[k] = maternite[k] + (salaire[k] > 0 || recent ? maladie[k] : 0);
        }
    }

    /// <summary>The other daily allowances: replacement income.</summary>
    [Article("R262-12 CASF")]
    public static void IndemnitesRemplacement(ReadOnlySpan<double> maladie, ReadOnlySpan<double> maternite, ReadOnlySpan<double> activite, Span<double> result)
    {
        for (var k = 0; k < Serie.Mois; k++)
            result[k] = maladie[k] + maternite[k] - activite[k];
    }

    /// <summary>Income of capital and rents, and what savings without taxable income are deemed to bring in: 3 % a year, or the rate of the Livret A.</summary>
    /// <param name="livretA">Rate of the Livret A in each month of the history, part a year.</param>
    /// <param name="interet">Deemed interest of other savings, part a year.</param>
    [Article("L132-1 CASF")]
    [Article("R132-1 CASF")]
    public static void Patrimoine(
        ReadOnlySpan<double> capital, ReadOnlySpan<double> foncier, ReadOnlySpan<double> livret, ReadOnlySpan<double> epargne,
        ReadOnlySpan<double> livretA, double interet, Span<double> result)
    {
        for (var k = 0; k < Serie.Mois; k++)
            result[k] = capital[k] + foncier[k] + (livret[k] * livretA[k] / 12) + (epargne[k] * interet / 12);
    }

    /// <summary>The gross amount supposed when only the net one is known.</summary>
    public static void Brut(ReadOnlySpan<double> net, double coefficient, Span<double> result)
    {
        for (var k = 0; k < Serie.Mois; k++)
            result[k] = net[k] * coefficient;
    }
}
