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
    public static void NonSalaries(FoyerColumns foyers, ReadOnlySpan<double> places, Tampons tampons, double[][] result)
    {
        if (foyers.Adultes.Benefices.Count == 0)
            return;
        var prets = tampons.Prets;
        var profits = tampons.Zeros(foyers.Adultes.Count);
        for (var k = 0; k < MinimumVieillesseColumns.Mois; k++)
        {
            profits.Clear();
            foyers.Adultes.Benefices.AddAnneePrecedente(profits, RessourcesRsa.Recul(foyers, k), 0.25);
            for (var adult = 0; adult < profits.Length; adult++)
            {
                if (places[adult] != 0)
                    result[k][(int)places[adult] - 1] += profits[adult];
            }
        }

        tampons.Rendre(prets);
    }

    /// <summary>ASS counts for the month itself: it is stated here as three months of it.</summary>
    [Article("R815-22 CSS")]
    public static void Ass(Personnes adultes, ReadOnlySpan<double> places, double[][] result)
    {
        var serie = adultes[Revenu.Ass];
        for (var i = 0; i < serie.Count; i++)
        {
            var place = (int)places[serie.Holders[i]] - 1;
            for (var k = 0; place >= 0 && k < MinimumVieillesseColumns.Mois; k++)
                result[k][place] += 3 * serie.At(k)[i];
        }
    }

    /// <summary>Puts the amounts of M-k itself by place.</summary>
    public static void DuMois(Serie serie, ReadOnlySpan<double> places, double[][] result, int recul = 0)
    {
        for (var i = 0; i < serie.Count; i++)
        {
            var place = (int)places[serie.Holders[i]] - 1;
            for (var k = 0; place >= 0 && k < MinimumVieillesseColumns.Mois; k++)
                result[k][place] += serie.At(k + recul)[i];
        }
    }

    static void Trimestre(Serie serie, ReadOnlySpan<double> places, double sign, double[][] result)
    {
        for (var i = 0; i < serie.Count; i++)
        {
            var place = (int)places[serie.Holders[i]] - 1;
            for (var k = 0; place >= 0 && k < MinimumVieillesseColumns.Mois; k++)
                result[k][place] += sign * (serie.At(k + 1)[i] + serie.At(k + 2)[i] + serie.At(k + 3)[i]);
        }
    }
}
