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
    static readonly Revenu[] s_substitution = [Revenu.Chomage, Revenu.Maladie, Revenu.Maternite, Revenu.RetraiteNette];

    static readonly Revenu[] s_activite =
    [
        Revenu.SalaireNet, Revenu.ActivitePartielle, Revenu.Apprentissage, Revenu.Formation, Revenu.MicroEntreprise, Revenu.IndemnitesActivite,
    ];

    static readonly Revenu[] s_remplacement = [Revenu.Chomage, Revenu.RetraiteNette];

    static readonly Revenu[] s_autres =
    [
        Revenu.Exceptionnel, Revenu.PensionAlimentaireRecue, Revenu.Invalidite, Revenu.RenteAccident, Revenu.Patrimoine, Revenu.IndemnitesRemplacement,
    ];

    /// <summary>Adds to <paramref name="total"/> all the resources of each person, by place.</summary>
    public static void Add(Lot lot, Placement personnes, int k, int decalage, FamilleLaw law, Colonne total)
    {
        var prets = lot.Tampons.Prets;
        var substitution = lot.Tampons.Zeros(personnes.Count).Lignes;
        RevenusDeSubstitution(personnes, k, substitution);
        RevenusProfessionnels(personnes, k, decalage, substitution, total.Lignes);
        RevenusDeRemplacement(personnes, k, decalage, substitution, total.Lignes);
        AutresRessources(personnes, k, decalage, law, total.Lignes);
        RevenusNonSalaries(lot.Foyers, personnes, k, total.Lignes);
        lot.Tampons.Rendre(prets);
    }

    /// <summary>Income of M-k that replaces earnings: with it, interrupted earnings still count.</summary>
    [Article("R262-13 CASF")]
    public static void RevenusDeSubstitution(Placement personnes, int k, Span<double> result)
    {
        foreach (var kind in s_substitution)
            personnes.Personnes[kind].AddTo(result, personnes.Places, k);
    }

    /// <summary>Earnings, training pay and the daily allowances assimilated to them; interrupted ones do not count.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-12 CASF")]
    [Article("R262-13 CASF")]
    public static void RevenusProfessionnels(Placement personnes, int k, int decalage, ReadOnlySpan<double> substitution, Span<double> total)
    {
        foreach (var kind in s_activite)
            Moyenne(personnes, kind, k, decalage, substitution, total);
    }

    /// <summary>Unemployment benefit and pensions, neutralised likewise.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-13 CASF")]
    public static void RevenusDeRemplacement(Placement personnes, int k, int decalage, ReadOnlySpan<double> substitution, Span<double> total)
    {
        foreach (var kind in s_remplacement)
            Moyenne(personnes, kind, k, decalage, substitution, total);
    }

    /// <summary>Everything else; when interrupted, up to three times the base amount over the quarter is left out.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-6 CASF")]
    [Article("R262-13 CASF")]
    public static void AutresRessources(Placement personnes, int k, int decalage, FamilleLaw law, Span<double> total)
    {
        foreach (var kind in s_autres)
        {
            var serie = personnes.Personnes[kind];
            var places = personnes.Places;
            var holders = serie.Holders;
            var now = serie.At(k);
            var before = serie.At(k + 1);
            var trimestre = serie.Sommes(k + 1 + decalage, k + 3 + decalage);
            for (var i = 0; i < holders.Length; i++)
            {
                var neutralise = now[i] == 0 && before[i] > 0 ? law.Neutralisation : 0;
                total[places[holders[i]]] += Math.Max(0, trimestre[i] - neutralise) / 3;
            }
        }
    }

    /// <summary>Self-employed profits: a twelfth of the last known year.</summary>
    [Article("R262-19 CASF")]
    public static void RevenusNonSalaries(FoyerColumns foyers, Placement personnes, int k, Span<double> total)
        => personnes.Personnes.Benefices.AddDernierConnu(total, personnes.Places, Recul(foyers, k));

    /// <summary>Years between the year of M-k and that of M.</summary>
    public static int Recul(FoyerColumns foyers, int k) => foyers.Mois.Year - foyers.Mois.AddMonths(-k).Year;

    static void Moyenne(Placement personnes, Revenu kind, int k, int decalage, ReadOnlySpan<double> substitution, Span<double> total)
    {
        var serie = personnes.Personnes[kind];
        var places = personnes.Places;
        var holders = serie.Holders;
        var now = serie.At(k);
        var before = serie.At(k + 1);
        var trimestre = serie.Sommes(k + 1 + decalage, k + 3 + decalage);
        for (var i = 0; i < holders.Length; i++)
        {
            var place = places[holders[i]];
            var interrompu = now[i] == 0 && before[i] > 0 && substitution[place] <= 0;
            total[place] += interrompu ? 0 : trimestre[i] / 3;
        }
    }
}
