using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>The flat amounts of RSA and PPA, which have the same shape. €/month.</summary>
static class Forfaits
{
    /// <summary>Flat amount of the foyer by the number of persons.</summary>
    [Article("R262-1 CASF")]
    [Article("D843-1 CSS")]
    public static void Foyer(FoyerColumns foyers, ForfaitLaw law, ReadOnlySpan<double> enfants, Span<double> result)
    {
        var first = foyers.PremierAdulte;
        for (var foyer = 0; foyer < result.Length; foyer++)
            result[foyer] = law.Base * law.Echelle(first[foyer + 1] - first[foyer], (int)enfants[foyer]);
    }

    /// <summary>Flat amount of an isolated parent.</summary>
    [Article("L262-9 CASF")]
    [Article("L842-7 CSS")]
    public static void Isole(ForfaitLaw law, ReadOnlySpan<double> enfants, Span<double> result)
    {
        for (var foyer = 0; foyer < result.Length; foyer++)
            result[foyer] = law.Base * (law.IsolementParent + (law.IsolementEnfant * enfants[foyer]));
    }

    /// <summary>
    /// What housing is deemed to bring: the flat amount in full for an owner without instalments or somebody housed free, else the housing aid up
    /// to it. Housing that is not known counts in full, the cautious default.
    /// </summary>
    [Article("R262-9 CASF")]
    [Article("R262-10 CASF")]
    [Article("R844-3 CSS")]
    [Etape("Forfait logement", "Housing flat amount")]
    public static void Logement(FoyerColumns foyers, int k, ForfaitLaw law, ReadOnlySpan<double> enfants, Span<double> result)
    {
        foyers[Verse.AideLogement].AddTo(result, k);
        var first = foyers.PremierAdulte;
        var situations = foyers.Situations;
        for (var foyer = 0; foyer < result.Length; foyer++)
        {
            var forfait = law.Logement(first[foyer + 1] - first[foyer] + (int)enfants[foyer]);
            ref readonly var situation = ref situations[foyer];
            var sansCharge = situation.Logement switch
            {
                Foyers.Logement.Proprietaire or Foyers.Logement.Accedant => !situation.PaieUnLoyer,
                Foyers.Logement.Gratuit or Foyers.Logement.Inconnu => true,
                _ => false,
            };
            result[foyer] = sansCharge ? forfait : Math.Min(result[foyer], forfait);
        }
    }
}
