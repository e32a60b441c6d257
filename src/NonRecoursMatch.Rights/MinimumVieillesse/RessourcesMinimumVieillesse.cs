using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.MinimumVieillesse;

/// <summary>
/// The gross resources of adults that ASPA and ASI count, €/month: the quarter before each month M-k is summed once for all of them. Profits and ASS,
/// which are no sums of three months, are added after, € a quarter. Both adults of a foyer have the same row; -1 = not examined.
/// </summary>
static class RessourcesMinimumVieillesse
{
    static readonly Revenu[] s_comptees =
    [
        Revenu.RetraiteBrute, Revenu.Chomage, Revenu.ActivitePartielle, Revenu.Maladie, Revenu.Maternite, Revenu.Invalidite, Revenu.RenteAccident,
        Revenu.PensionAlimentaireRecue, Revenu.Formation, Revenu.Exceptionnel, Revenu.Patrimoine, Revenu.MicroEntreprise,
    ];

    /// <summary>Pensions, benefits, alimony, deemed income of savings, in full.</summary>
    [Article("L815-9 CSS")]
    [Article("R815-22 CSS")]
    public static void Comptees(Personnes adultes, ReadOnlySpan<int> lignes, MoisParMois result)
    {
        foreach (var kind in s_comptees)
            Ajouter(adultes[kind], lignes, 1, result, 1);
    }

    /// <summary>Alimony paid is deducted.</summary>
    [Article("R815-25 CSS")]
    public static void PensionsAlimentairesVersees(Personnes adultes, ReadOnlySpan<int> lignes, MoisParMois result)
        => Ajouter(adultes[Revenu.PensionAlimentaireVersee], lignes, -1, result, 1);

    /// <summary>Gross wages, apart: they have an allowance.</summary>
    [Article("R815-29 CSS")]
    public static void Salaires(Personnes adultes, ReadOnlySpan<int> lignes, MoisParMois result)
    {
        Ajouter(adultes[Revenu.SalaireBrut], lignes, 1, result, 1);
        Ajouter(adultes[Revenu.Apprentissage], lignes, 1, result, 1);
    }

    /// <summary>A quarter of the self-employed profits of the year before.</summary>
    [Article("R815-28 CSS")]
    public static void NonSalaries(FoyerColumns foyers, ReadOnlySpan<int> lignes, MoisParMois result)
    {
        for (var k = 0; k < MinimumVieillesseColumns.Mois; k++)
            foyers.Adultes.Benefices.AddAnneePrecedente(result[k].Lignes, lignes, RessourcesRsa.Recul(foyers, k), 0.25);
    }

    /// <summary>ASS counts for the month itself: it is stated here as three months of it.</summary>
    [Article("R815-22 CSS")]
    public static void Ass(Personnes adultes, ReadOnlySpan<int> lignes, MoisParMois result)
        => Ajouter(adultes[Revenu.Ass], lignes, 3, result, 0, MinimumVieillesseColumns.Mois - 1);

    /// <summary>Adds the amounts of the months M-<paramref name="first"/> to M-<paramref name="last"/>, times <paramref name="part"/>, at the place of each holder who has one.</summary>
    public static void Ajouter(Serie serie, ReadOnlySpan<int> places, double part, MoisParMois result, int first, int last = Serie.Mois - 1)
    {
        var holders = serie.Holders;
        Span<int> rows = stackalloc int[256];
        Span<int> targets = stackalloc int[256];
        for (var start = 0; start < holders.Length; start += rows.Length)
        {
            // The holders who are examined, a few hundred at a time and without a jump to guess; then month by month over them alone.
            var (count, end) = (0, Math.Min(holders.Length, start + rows.Length));
            for (var i = start; i < end; i++)
            {
                (rows[count], targets[count]) = (i, places[holders[i]]);
                count += 1 + (places[holders[i]] >> 31);
            }

            for (var k = first; k <= last && count > 0; k += 2)
                Ajouter(serie, k, Math.Min(k + 1, last), rows[..count], targets[..count], part, result);
        }
    }

    /// <summary>One month, or two next to each other: the holders are then looked up once for both.</summary>
    static void Ajouter(Serie serie, int k, int next, ReadOnlySpan<int> rows, ReadOnlySpan<int> targets, double part, MoisParMois result)
    {
        var amounts = serie.At(k);
        var month = result[k].Lignes;
        var older = serie.At(next);
        var before = result[next].Lignes;
        for (var i = 0; i < targets.Length; i++)
        {
            month[targets[i]] += part * amounts[rows[i]];
            if (next > k)
                before[targets[i]] += part * older[rows[i]];
        }
    }
}
