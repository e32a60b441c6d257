using System.Numerics;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;
using static NonRecoursMatch.Rights.Foyers.Blocs;

namespace NonRecoursMatch.Rights.Ppa;

/// <summary>
/// Prime d'activité: the mean of three monthly terms, each computed on the household, resources and parameters of its own reference month.
/// €/month.
/// </summary>
[Article("L842-3 CSS")]
static class PpaRule
{
    /// <summary>Fills the amount of each foyer for M.</summary>
    public static void Compute(Lot lot, LawBook laws, FoyerDuMois mois, MinimumVieillesseColumns minimum, Colonne montant, Explanations.Trace? trace)
    {
        var (tampons, decalage) = (lot.Tampons, laws.Rsa.Decalage);
        var prets = tampons.Prets;
        var gains = (tampons.Zeros(lot.Adultes.Count), tampons.Zeros(lot.Adultes.Count), tampons.Zeros(lot.Adultes.Count));
        var porte = lot.Libre();
        PpaMois.Compute(lot, laws, minimum, 1 + decalage, gains.Item1, montant, trace);
        PpaMois.Compute(lot, laws, minimum, 2 + decalage, gains.Item2, montant, trace);
        PpaMois.Compute(lot, laws, minimum, 3 + decalage, gains.Item3, montant, trace);
        Activite(lot, laws.Famille[0], mois, gains, porte);
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
    static void Activite(Lot lot, FamilleLaw law, FoyerDuMois mois, (Colonne, Colonne, Colonne) gains, Colonne result)
    {
        var isole = mois.Isole.Blocs;
        var porte = result.Blocs;
        var apprenants = lot.Membres.Apprenants.Blocs;
        var un = gains.Item1.Blocs;
        var deux = gains.Item2.Blocs;
        var trois = gains.Item3.Blocs;
        for (var i = 0; i < porte.Length; i++)
        {
            var (premier, second) = (i, i + porte.Length);
            var actif = Actif(law, apprenants[premier], un[premier], deux[premier], trois[premier]);
            var conjoint = Actif(law, apprenants[second], un[second], deux[second], trois[second]);
            porte[i] = Oui(Vrai(isole[i]) | actif | conjoint);
        }
    }

    static Vector<long> Actif(FamilleLaw law, Bloc apprenant, Bloc un, Bloc deux, Bloc trois)
    {
        var most = Vector.Max(un, Vector.Max(deux, trois));
        var least = Vector.Min(un, Vector.Min(deux, trois));
        return (Vrai(most) & ~Vrai(apprenant)) | Vector.GreaterThan(least, Partout(law.SalaireAutonomie));
    }

    /// <summary>Mean of the three terms where the condition of earnings is met; nothing under the minimum paid.</summary>
    [Article("L842-3 CSS")]
    [Article("D846-2 CSS")]
    [Etape("Prime d'activité", "PPA")]
    static void Montant(PpaLaw law, Colonne porte, Colonne result)
    {
        var portes = porte.Blocs;
        var montant = result.Blocs;
        for (var i = 0; i < montant.Length; i++)
        {
            var amount = portes[i] * montant[i] / 3;
            montant[i] = Si(AuMoins(amount, law.MinimumVerse), amount, Bloc.Zero);
        }
    }
}
