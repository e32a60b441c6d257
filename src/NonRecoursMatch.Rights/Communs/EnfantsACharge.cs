using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>The children that count in the foyer of RSA and PPA, in the month M-k.</summary>
static class EnfantsACharge
{
    /// <summary>Fills, for the children who have a place, who is autonomous, with what resources, and a dependant or not; and the number of dependants of each foyer.</summary>
    public static void Compute(Lot lot, int decalage, FamilleLaw law, FoyerDuMois mois)
    {
        Autonomie(lot, law, mois);
        RessourcesRsa.Add(lot, lot.Enfants, mois.K, decalage, law, mois.Ressources);
        ACharge(lot, law, mois);
        Nombre(lot, mois);
    }

    /// <summary>A child who earns 55 % of the minimum wage, on average over six months, is autonomous.</summary>
    [Article("R512-2 CSS")]
    static void Autonomie(Lot lot, FamilleLaw law, FoyerDuMois mois)
    {
        var salaires = lot.Foyers.Enfants[Revenu.SalaireNet];
        var holders = salaires.Holders;
        var semestre = salaires.Sommes(mois.K + 1, mois.K + 6);
        for (var i = 0; i < holders.Length; i++)
            mois.Autonome[lot.Enfants.Places[holders[i]]] = semestre[i] / 6 >= law.SalaireAutonomie ? 1 : 0;
    }

    /// <summary>
    /// Under 25, not autonomous, with own resources below what the child adds to the flat amount: beyond, the foyer is better off without the
    /// child, who then leaves it with these resources.
    /// </summary>
    [Article("R262-3 CASF")]
    static void ACharge(Lot lot, FamilleLaw law, FoyerDuMois mois)
    {
        var enfants = lot.Enfants.Lignes;
        var naissance = lot.Foyers.Enfants.Naissance;
        var oldest = lot.Foyers.Mois.Index - mois.K - (12 * law.AgeLimiteEnfant);
        for (var place = 0; place < enfants.Length; place++)
        {
            if (mois.Autonome[place] != 0 || naissance[enfants[place]] <= oldest)
                continue;
            var ressources = mois.Ressources[place];
            var part = ressources > 0 && OuvreLaMajoration(lot, enfants[place], law, mois) ? law.RessourcesEnfantIsolement : law.RessourcesEnfant;
            mois.ACharge[place] = ressources < part * law.BaseRsa ? 1 : 0;
        }
    }

    /// <summary>Whether the child, alone to do so, opens the amount of a recently isolated parent.</summary>
    [Article("L262-9 CASF")]
    static bool OuvreLaMajoration(Lot lot, int enfant, FamilleLaw law, FoyerDuMois mois)
    {
        var foyers = lot.Foyers;
        var foyer = foyers.Enfants.Foyer[enfant];
        if (foyers.NbAdultes(foyer) > 1 || !foyers.Situations[foyer].IsolementRecent || Isolement.Grossesse(foyers, foyer, mois.K))
            return false;
        var others = 0;
        for (var child = foyers.PremierEnfant[foyer]; child < foyers.PremierEnfant[foyer + 1]; child++)
            others += child != enfant && !mois.EstAutonome(lot, child) && Condition.Age(foyers, foyers.Enfants, child, mois.K) < law.AgeLimiteEnfant ? 1 : 0;
        return others == 0;
    }

    /// <summary>The children of each foyer less those who are no dependants.</summary>
    [Article("R262-3 CASF")]
    static void Nombre(Lot lot, FoyerDuMois mois)
    {
        lot.Membres.NbEnfants.Blocs.CopyTo(mois.Enfants.Blocs);
        var enfants = lot.Enfants.Lignes;
        for (var place = 0; place < enfants.Length; place++)
            mois.Enfants[lot.Foyers.Enfants.Foyer[enfants[place]]] -= 1 - mois.ACharge[place];
    }
}
