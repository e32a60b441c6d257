using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>
/// The resources of persons in the sense of RSA, €/month, mean of the reference quarter of the month M-k. An income that is 0 in M-k and was
/// positive the month before is interrupted, and left out as each step says.
/// </summary>
static class RessourcesRsa
{
    static readonly Revenu[] s_activite =
    [
        Revenu.SalaireNet, Revenu.ActivitePartielle, Revenu.Apprentissage, Revenu.Formation, Revenu.MicroEntreprise, Revenu.IndemnitesActivite,
    ];

    static readonly Revenu[] s_remplacement = [Revenu.Chomage, Revenu.RetraiteNette];

    static readonly Revenu[] s_autres =
    [
        Revenu.Exceptionnel, Revenu.PensionAlimentaireRecue, Revenu.Invalidite, Revenu.RenteAccident, Revenu.Patrimoine, Revenu.IndemnitesRemplacement,
    ];

    /// <summary>Adds to <paramref name="total"/> all the resources of each person.</summary>
    public static void Add(FoyerColumns foyers, Personnes personnes, int k, int decalage, FamilleLaw law, Tampons tampons, Span<double> total)
    {
        var prets = tampons.Prets;
        var substitution = tampons.Zeros(personnes.Count);
        RevenusDeSubstitution(personnes, k, substitution);
        RevenusProfessionnels(personnes, k, decalage, substitution, total);
        RevenusDeRemplacement(personnes, k, decalage, substitution, total);
        AutresRessources(personnes, k, decalage, law, total);
        RevenusNonSalaries(foyers, personnes, k, total);
        tampons.Rendre(prets);
    }

    /// <summary>Income of M-k that replaces earnings: with it, interrupted earnings still count.</summary>
    [Article("R262-13 CASF")]
    public static void RevenusDeSubstitution(Personnes personnes, int k, Span<double> result)
    {
        personnes[Revenu.Chomage].AddTo(result, k);
        personnes[Revenu.Maladie].AddTo(result, k);
        personnes[Revenu.Maternite].AddTo(result, k);
        personnes[Revenu.RetraiteNette].AddTo(result, k);
    }

    /// <summary>Earnings, training pay and the daily allowances assimilated to them; interrupted ones do not count.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-12 CASF")]
    [Article("R262-13 CASF")]
    public static void RevenusProfessionnels(Personnes personnes, int k, int decalage, ReadOnlySpan<double> substitution, Span<double> total)
    {
        foreach (var kind in s_activite)
            Moyenne(personnes[kind], k, decalage, substitution, total);
    }

    /// <summary>Unemployment benefit and pensions, neutralised likewise.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-13 CASF")]
    public static void RevenusDeRemplacement(Personnes personnes, int k, int decalage, ReadOnlySpan<double> substitution, Span<double> total)
    {
        foreach (var kind in s_remplacement)
            Moyenne(personnes[kind], k, decalage, substitution, total);
    }

    /// <summary>Everything else; when interrupted, up to three times the base amount over the quarter is left out.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-6 CASF")]
    [Article("R262-13 CASF")]
    public static void AutresRessources(Personnes personnes, int k, int decalage, FamilleLaw law, Span<double> total)
    {
        foreach (var kind in s_autres)
        {
            var serie = personnes[kind];
            var holders = serie.Holders;
            var now = serie.At(k);
            var before = serie.At(k + 1);
            var trimestre = serie.Sommes(k + 1 + decalage, k + 3 + decalage);
            for (var i = 0; i < holders.Length; i++)
            {
                var neutralise = now[i] == 0 && before[i] > 0 ? law.Neutralisation : 0;
                total[holders[i]] += Math.Max(0, trimestre[i] - neutralise) / 3;
            }
        }
    }

    /// <summary>Self-employed profits: a twelfth of the last known year.</summary>
    [Article("R262-19 CASF")]
    public static void RevenusNonSalaries(FoyerColumns foyers, Personnes personnes, int k, Span<double> total)
        => personnes.Benefices.AddDernierConnu(total, Recul(foyers, k));

    /// <summary>Years between the year of M-k and that of M.</summary>
    public static int Recul(FoyerColumns foyers, int k) => foyers.Mois.Year - foyers.Mois.AddMonths(-k).Year;

    static void Moyenne(Serie serie, int k, int decalage, ReadOnlySpan<double> substitution, Span<double> total)
    {
        var holders = serie.Holders;
        var now = serie.At(k);
        var before = serie.At(k + 1);
        var trimestre = serie.Sommes(k + 1 + decalage, k + 3 + decalage);
        for (var i = 0; i < holders.Length; i++)
        {
            var interrompu = now[i] == 0 && before[i] > 0 && substitution[holders[i]] <= 0;
            total[holders[i]] += interrompu ? 0 : trimestre[i] / 3;
        }
    }
}
