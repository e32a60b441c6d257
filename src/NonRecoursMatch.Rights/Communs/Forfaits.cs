using System.Numerics;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using static NonRecoursMatch.Rights.Foyers.Blocs;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>The flat amounts of RSA and PPA, which have the same shape. €/month.</summary>
static class Forfaits
{
    /// <summary>Flat amount of the foyer by the number of persons.</summary>
    [Article("R262-1 CASF")]
    [Article("D843-1 CSS")]
    public static Bloc Foyer(ForfaitLaw law, Bloc adultes, Bloc enfants) => law.Base * law.Echelle(adultes, enfants);

    /// <summary>Flat amount of an isolated parent.</summary>
    [Article("L262-9 CASF")]
    [Article("L842-7 CSS")]
    public static Bloc Isole(ForfaitLaw law, Bloc enfants) => law.Base * (Partout(law.IsolementParent) + (law.IsolementEnfant * enfants));

    /// <summary>
    /// What housing is deemed to bring: the flat amount in full for an owner without instalments or somebody housed free, else the housing aid up
    /// to it. Housing that is not known counts in full, the cautious default.
    /// </summary>
    [Article("R262-9 CASF")]
    [Article("R262-10 CASF")]
    [Article("R844-3 CSS")]
    [Etape("Forfait logement", "Housing flat amount")]
    public static void Logement(Lot lot, ForfaitLaw law, FoyerDuMois mois, Colonne result)
    {
        lot.Foyers[Verse.AideLogement].AddTo(result.Lignes, mois.K);
        var aide = result.Blocs;
        var sansCharge = lot.Habitat.SansCharge.Blocs;
        var adultes = lot.Membres.NbAdultes.Blocs;
        var enfants = mois.Enfants.Blocs;
        for (var i = 0; i < aide.Length; i++)
        {
            var forfait = law.Logement(adultes[i] + enfants[i]);
            aide[i] = Si(Vrai(sansCharge[i]), forfait, Vector.Min(aide[i], forfait));
        }
    }
}
