using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>The isolated parent of RSA and PPA.</summary>
static class Isolement
{
    /// <summary>
    /// 1 where the adult is alone, nobody's tax dependant, and is pregnant, or has a dependent child and either a child under three or an isolation
    /// of less than eighteen months.
    /// </summary>
    [Article("L262-9 CASF")]
    [Article("R262-2 CASF")]
    [Article("L842-7 CSS")]
    public static void Compute(Lot lot, FamilleLaw law, FoyerDuMois mois)
    {
        var situations = lot.Foyers.Situations;
        foreach (var foyer in lot.Particuliers.ParentsSeuls)
        {
            var enceinte = Grossesse(lot.Foyers, foyer, mois.K);
            if (!enceinte && mois.Enfants[foyer] == 0)
                continue;
            mois.Isole[foyer] = enceinte || situations[foyer].IsolementRecent || EnfantEnBasAge(lot, foyer, law, mois) ? 1 : 0;
        }
    }

    /// <summary>Whether an adult is pregnant in M-k: declared so, or a child of the foyer was born within six months after.</summary>
    [Article("L262-9 CASF")]
    public static bool Grossesse(FoyerColumns foyers, int foyer, int k)
    {
        var adultes = foyers.PremierAdulte;
        var traits = foyers.Adultes.Traits;
        for (var adult = adultes[foyer]; adult < adultes[foyer + 1]; adult++)
        {
            if ((traits[adult] & Traits.Enceinte) != 0)
                return true;
        }

        var enfants = foyers.PremierEnfant;
        var naissance = foyers.Enfants.Naissance;
        var mois = foyers.Mois.Index - k;
        for (var child = enfants[foyer]; child < enfants[foyer + 1]; child++)
        {
            if (mois - naissance[child] is < 0 and > -6)
                return true;
        }

        return false;
    }

    static bool EnfantEnBasAge(Lot lot, int foyer, FamilleLaw law, FoyerDuMois mois)
    {
        var enfants = lot.Foyers.PremierEnfant;
        var naissance = lot.Foyers.Enfants.Naissance;
        for (var child = enfants[foyer]; child < enfants[foyer + 1]; child++)
        {
            var months = lot.Foyers.Mois.Index - mois.K - naissance[child];
            if (months >= 0 && months < 12 * law.AgeLimiteIsolement && !mois.EstAutonome(lot, child))
                return true;
        }

        return false;
    }
}
