using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>Conditions of a person that several benefits share.</summary>
static class Condition
{
    /// <summary>Whole years at the first day of M-<paramref name="k"/>; negative before birth.</summary>
    public static int Age(FoyerColumns foyers, Personnes personnes, int row, int k)
    {
        var months = foyers.Mois.Index - k - personnes.Naissance[row];
        return months >= 0 ? months / 12 : (months - 11) / 12;
    }

    /// <summary>French; or EEA and Swiss with three months of residence; or five years of permit.</summary>
    [Article("L262-4 2° CASF")]
    [Article("L262-6 CASF")]
    [Article("L842-2 CSS")]
    public static bool SejourRsa(Personnes personnes, int row, FamilleLaw law)
    {
        var (traits, years) = (personnes.Traits[row], personnes.AnneesDeTitre[row]);
        return traits.HasFlag(Traits.Eee) ? years >= law.DureeEee : !traits.HasFlag(Traits.HorsEee) || years >= law.DureeTitre;
    }

    /// <summary>French, EEA or Swiss; or ten years of permit.</summary>
    [Article("L816-1 CSS")]
    public static bool SejourAspa(Personnes personnes, int row, MinimumVieillesseLaw law)
        => !personnes.Traits[row].HasFlag(Traits.HorsEee) || personnes.AnneesDeTitre[row] >= law.DureeTitre;
}
