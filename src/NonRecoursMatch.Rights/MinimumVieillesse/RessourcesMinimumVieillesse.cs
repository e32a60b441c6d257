using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.MinimumVieillesse;

/// <summary>
/// The gross resources of adults that ASPA and ASI count, over the quarter before each month M-k, € a quarter. Adults are numbered by place: the
/// first adult of the examined foyer n has place 2n, the second 2n + 1.
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
    public static void Comptees(Personnes adultes, ReadOnlySpan<double> places, double[][] result)
    {
        foreach (var kind in s_comptees)
            Trimestre(adultes[kind], places, 1, result);
    }

    /// <summary>Alimony paid is deducted.</summary>
    [Article("R815-25 CSS")]
    public static void PensionsAlimentairesVersees(Personnes adultes, ReadOnlySpan<double> places, double[][] result)
        => Trimestre(adultes[Revenu.PensionAlimentaireVersee], places, -1, result);

    /// <summary>Gross wages, apart: they have an allowance.</summary>
    [Article("R815-29 CSS")]
    public static void Salaires(Personnes adultes, ReadOnlySpan<double> places, double[][] result)
    {
        Trimestre(adultes[Revenu.SalaireBrut], places, 1, result);
        Trimestre(adultes[Revenu.Apprentissage], places, 1, result);
    }

    /// <summary>AAH, apart: it does not count for those whom ASPA, ASI or an invalidity pension serve.</summary>
    [Article("R815-22 CSS")]
    public static void Aah(Personnes adultes, ReadOnlySpan<double> places, double[][] result)
        => Trimestre(adultes[Revenu.Aah], places, 1, result);

    /// <summary>A quarter of the self-employed profits of the year before.</summary>
    [Article("R815-28 CSS")]
    public static void NonSalaries(FoyerColumns foyers, ReadOnlySpan<double> places, double[][] result)
    {
        for (var k = 0; k < MinimumVieillesseColumns.Mois; k++)
            foyers.Adultes.Benefices.AddAnneePrecedente(result[k], places, RessourcesRsa.Recul(foyers, k), 0.25);
    }

    /// <summary>ASS counts for the month itself: it is stated here as three months of it.</summary>
    [Article("R815-22 CSS")]
    public static void Ass(Personnes adultes, ReadOnlySpan<double> places, double[][] result) => DuMois(adultes[Revenu.Ass], places, result, 3);

    /// <summary>Adds the amounts of the month M-k - <paramref name="recul"/>, times <paramref name="part"/>, by place.</summary>
    public static void DuMois(Serie serie, ReadOnlySpan<double> places, double[][] result, double part = 1, int recul = 0)
    {
        var holders = serie.Holders;
        for (var k = 0; holders.Length > 0 && k < MinimumVieillesseColumns.Mois; k++)
        {
            var amounts = serie.At(k + recul);
            var month = result[k];
            for (var i = 0; i < holders.Length; i++)
            {
                var place = (int)places[holders[i]] - 1;
                if (place >= 0)
                    month[place] += part * amounts[i];
            }
        }
    }

    static void Trimestre(Serie serie, ReadOnlySpan<double> places, double sign, double[][] result)
    {
        var holders = serie.Holders;
        Span<int> rows = stackalloc int[256];
        for (var start = 0; start < holders.Length;)
        {
            // The holders who are examined, a few hundred at a time; then month by month over them alone.
            var count = 0;
            for (; start < holders.Length && count < rows.Length; start++)
            {
                if (places[holders[start]] != 0)
                    rows[count++] = start;
            }

            for (var k = 0; count > 0 && k < MinimumVieillesseColumns.Mois; k++)
            {
                var first = serie.At(k + 1);
                var second = serie.At(k + 2);
                var third = serie.At(k + 3);
                var month = result[k];
                foreach (var i in rows[..count])
                    month[(int)places[holders[i]] - 1] += sign * (first[i] + second[i] + third[i]);
            }
        }
    }
}
