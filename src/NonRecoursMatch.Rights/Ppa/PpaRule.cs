using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;

namespace NonRecoursMatch.Rights.Ppa;

/// <summary>
/// Prime d'activité: the mean of three monthly terms, each computed on the household, resources and parameters of its own reference month.
/// €/month.
/// </summary>
[Article("L842-3 CSS")]
static class PpaRule
{
    /// <summary>Fills the amount of each foyer for M.</summary>
    public static void Compute(
        FoyerColumns foyers, LawBook laws, FoyerDuMois mois, MinimumVieillesseColumns minimum, Tampons tampons, Span<double> montant, Explanations.Trace? trace)
    {
        var (prets, decalage) = (tampons.Prets, laws.Rsa.Decalage);
        var gainsAdultes = new double[3][];
        var porte = tampons.Zeros(foyers.Count);
        for (var term = 0; term < 3; term++)
        {
            gainsAdultes[term] = tampons.Colonne(foyers.Adultes.Count);
            PpaMois.Compute(foyers, laws, minimum, tampons, 1 + decalage + term, gainsAdultes[term], montant, trace);
        }

        Activite(foyers, laws.Famille[0], mois.Isole, gainsAdultes, porte);
        trace?.Add("ppa", typeof(PpaRule), nameof(Activite), porte[0]);
        Montant(laws.Ppa[0], porte, montant);
        trace?.Add("ppa", typeof(PpaRule), nameof(Montant), montant[0]);
        tampons.Rendre(prets);
    }

    /// <summary>
    /// An adult who is no student nor apprentice and earns something in one of the three months; or any adult who earns 55 % of the minimum wage in
    /// each of them; or an isolated parent.
    /// </summary>
    [Article("L842-1 CSS")]
    [Article("L842-2 CSS")]
    [Article("R842-1 CSS")]
    [Etape("Condition d'activité remplie", "Condition of earnings met", "oui/non")]
    static void Activite(FoyerColumns foyers, FamilleLaw law, ReadOnlySpan<double> isole, double[][] gains, Span<double> result)
    {
        isole[..result.Length].CopyTo(result);
        var traits = foyers.Adultes.Traits;
        var foyer = foyers.Adultes.Foyer;
        for (var adult = 0; adult < foyer.Length; adult++)
        {
            var learner = (traits[adult] & (Traits.Etudiant | Traits.Apprenti)) != 0;
            var (least, most) = (double.MaxValue, 0d);
            foreach (var month in gains)
                (least, most) = (Math.Min(least, month[adult]), Math.Max(most, month[adult]));
            if ((!learner && most > 0) || least > law.SalaireAutonomie)
                result[foyer[adult]] = 1;
        }
    }

    /// <summary>Mean of the three terms where the condition of earnings is met; nothing under the minimum paid.</summary>
    [Article("L842-3 CSS")]
    [Article("D846-2 CSS")]
    [Etape("Prime d'activité", "PPA")]
    static void Montant(PpaLaw law, ReadOnlySpan<double> porte, Span<double> montant)
    {
        for (var foyer = 0; foyer < montant.Length; foyer++)
        {
            var amount = porte[foyer] * montant[foyer] / 3;
            montant[foyer] = amount >= law.MinimumVerse ? amount : 0;
        }
    }
}
