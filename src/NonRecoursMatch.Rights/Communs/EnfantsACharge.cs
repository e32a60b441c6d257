using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>The children that count in the foyer of RSA and PPA, in the month M-k.</summary>
static class EnfantsACharge
{
    /// <summary>Fills, per child, 1 where autonomous and 1 where a dependant, and per foyer the number of dependants.</summary>
    public static void Compute(FoyerColumns foyers, int k, int decalage, FamilleLaw law, Tampons tampons, Span<double> autonome, Span<double> aCharge, Span<double> nombre)
    {
        var prets = tampons.Prets;
        var ressources = tampons.Zeros(foyers.Enfants.Count);
        Autonomie(foyers, k, law, autonome);
        RessourcesRsa.Add(foyers, foyers.Enfants, k, decalage, law, tampons, ressources);
        ACharge(foyers, k, law, autonome, ressources, aCharge);
        Nombre(foyers, aCharge, nombre);
        tampons.Rendre(prets);
    }

    /// <summary>A child who earns 55 % of the minimum wage, on average over six months, is autonomous.</summary>
    [Article("R512-2 CSS")]
    static void Autonomie(FoyerColumns foyers, int k, FamilleLaw law, Span<double> autonome)
    {
        var salaires = foyers.Enfants[Revenu.SalaireNet];
        salaires.AddTo(autonome, k + 1, k + 6);
        foreach (var enfant in salaires.Holders)
            autonome[enfant] = autonome[enfant] / 6 >= law.SalaireAutonomie ? 1 : 0;
    }

    /// <summary>
    /// Under 25, not autonomous, with own resources below what the child adds to the flat amount: beyond, the foyer is better off without the
    /// child, who then leaves it with these resources.
    /// </summary>
    [Article("R262-3 CASF")]
    static void ACharge(FoyerColumns foyers, int k, FamilleLaw law, ReadOnlySpan<double> autonome, ReadOnlySpan<double> ressources, Span<double> aCharge)
    {
        var naissance = foyers.Enfants.Naissance;
        var oldest = foyers.Mois.Index - k - (12 * law.AgeLimiteEnfant);
        for (var row = 0; row < aCharge.Length; row++)
        {
            if (autonome[row] != 0 || naissance[row] <= oldest)
                continue;
            var part = ressources[row] > 0 && OuvreLaMajoration(foyers, row, k, law, autonome) ? law.RessourcesEnfantIsolement : law.RessourcesEnfant;
            aCharge[row] = ressources[row] < part * law.BaseRsa ? 1 : 0;
        }
    }

    /// <summary>Whether the child, alone to do so, opens the amount of a recently isolated parent.</summary>
    [Article("L262-9 CASF")]
    static bool OuvreLaMajoration(FoyerColumns foyers, int row, int k, FamilleLaw law, ReadOnlySpan<double> autonome)
    {
        var foyer = foyers.Enfants.Foyer[row];
        if (foyers.NbAdultes(foyer) > 1 || !foyers.Situations[foyer].IsolementRecent || Isolement.Grossesse(foyers, foyer, k))
            return false;
        var others = 0;
        for (var child = foyers.PremierEnfant[foyer]; child < foyers.PremierEnfant[foyer + 1]; child++)
            others += child != row && autonome[child] == 0 && Condition.Age(foyers, foyers.Enfants, child, k) < law.AgeLimiteEnfant ? 1 : 0;
        return others == 0;
    }

    /// <summary>Number of dependants of each foyer.</summary>
    [Article("R262-3 CASF")]
    static void Nombre(FoyerColumns foyers, ReadOnlySpan<double> aCharge, Span<double> nombre)
    {
        var foyer = foyers.Enfants.Foyer;
        for (var row = 0; row < foyer.Length; row++)
            nombre[foyer[row]] += aCharge[row];
    }
}
