using System.Numerics;
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

    /// <summary>Whether those born in the month <paramref name="naissance"/> have reached <paramref name="age"/> years at the first day of M-<paramref name="k"/>.</summary>
    public static Vector<long> AgeAtteint(Bloc naissance, FoyerColumns foyers, int k, int age)
        => Vector.LessThanOrEqual(naissance, Blocs.Partout(foyers.Mois.Index - k - (12 * age)));

    /// <summary>French; or EEA and Swiss with three months of residence; or five years of permit.</summary>
    /// <param name="titre">Years of permit, without limit for the French.</param>
    /// <param name="eee">Years of residence of an EEA or Swiss national.</param>
    [Article("L262-4 2° CASF")]
    [Article("L262-6 CASF")]
    [Article("L842-2 CSS")]
    public static Vector<long> SejourRsa(Bloc titre, Bloc eee, FamilleLaw law)
        => Vector.GreaterThanOrEqual(titre, Blocs.Partout(law.DureeTitre)) | Vector.GreaterThanOrEqual(eee, Blocs.Partout(law.DureeEee));

    /// <summary>Years of permit that ASPA and ASI read: French, EEA and Swiss need none.</summary>
    [Article("L816-1 CSS")]
    public static double TitreAspa(Personnes personnes, int row)
        => (personnes.Traits[row] & Traits.HorsEee) == 0 ? double.PositiveInfinity : personnes.AnneesDeTitre[row];
}
