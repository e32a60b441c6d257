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
    public static void Compute(FoyerColumns foyers, int k, FamilleLaw law, ReadOnlySpan<double> autonome, ReadOnlySpan<double> nombre, Span<double> result)
    {
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            if (foyers.NbAdultes(foyer) > 1 || foyers.Adultes.Traits[foyers.PremierAdulte[foyer]].HasFlag(Traits.ChargeFiscale))
                continue;
            var enceinte = Grossesse(foyers, foyer, k);
            if (!enceinte && nombre[foyer] == 0)
                continue;
            result[foyer] = enceinte || foyers.Situations[foyer].IsolementRecent || EnfantEnBasAge(foyers, foyer, k, law, autonome) ? 1 : 0;
        }
    }

    /// <summary>Whether an adult is pregnant in M-k: declared so, or a child of the foyer was born within six months after.</summary>
    [Article("L262-9 CASF")]
    public static bool Grossesse(FoyerColumns foyers, int foyer, int k)
    {
        for (var adult = foyers.PremierAdulte[foyer]; adult < foyers.PremierAdulte[foyer + 1]; adult++)
        {
            if (foyers.Adultes.Traits[adult].HasFlag(Traits.Enceinte))
                return true;
        }

        for (var child = foyers.PremierEnfant[foyer]; child < foyers.PremierEnfant[foyer + 1]; child++)
        {
            var months = foyers.Mois.Index - k - foyers.Enfants.Naissance[child];
            if (months is < 0 and > -6)
                return true;
        }

        return false;
    }

    static bool EnfantEnBasAge(FoyerColumns foyers, int foyer, int k, FamilleLaw law, ReadOnlySpan<double> autonome)
    {
        for (var child = foyers.PremierEnfant[foyer]; child < foyers.PremierEnfant[foyer + 1]; child++)
        {
            var age = Condition.Age(foyers, foyers.Enfants, child, k);
            if (age >= 0 && age < law.AgeLimiteIsolement && autonome[child] == 0)
                return true;
        }

        return false;
    }
}
