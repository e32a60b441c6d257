using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>
/// Who counts in each foyer in the month M-k: children autonomous or dependent, and isolated parents. RSA and the gate of PPA read that of M.
/// Children who have no place in <see cref="Lot.Enfants"/> are dependants without resources.
/// </summary>
/// <param name="K">The month read is M-k.</param>
/// <param name="Autonome">1 for an autonomous child, by place of children.</param>
/// <param name="Ressources">Resources of a child, €/month, by place of children.</param>
/// <param name="ACharge">1 for a dependent child, by place of children.</param>
/// <param name="Enfants">Number of dependent children, by foyer.</param>
/// <param name="Isole">1 for an isolated parent, by foyer.</param>
sealed record FoyerDuMois(int K, Colonne Autonome, Colonne Ressources, Colonne ACharge, Colonne Enfants, Colonne Isole)
{
    /// <summary>Works it out; the columns are lent by the batch.</summary>
    public static FoyerDuMois Of(Lot lot, int k, LawBook laws)
    {
        var (tampons, children, law) = (lot.Tampons, lot.Enfants.Count, laws.Famille[k]);
        var mois = new FoyerDuMois(k, tampons.Zeros(children), tampons.Zeros(children), tampons.Zeros(children), lot.Libre(), lot.Zeros());
        EnfantsACharge.Compute(lot, laws.Rsa.Decalage, law, mois);
        Isolement.Compute(lot, law, mois);
        return mois;
    }

    /// <summary>Whether the child in the row <paramref name="enfant"/> is autonomous.</summary>
    public bool EstAutonome(Lot lot, int enfant)
    {
        var place = lot.Enfants.Places[enfant];
        return place >= 0 && Autonome[place] != 0;
    }
}
