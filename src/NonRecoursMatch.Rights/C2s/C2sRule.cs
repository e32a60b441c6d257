using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;

namespace NonRecoursMatch.Rights.C2s;

/// <summary>Results of C2S for a batch, a row per foyer.</summary>
public sealed class C2sColumns
{
    double[][] _columns = [[], [], [], []];

    /// <summary>0: none, 1: with participation, 2: free.</summary>
    public double[] Statut => _columns[0];

    /// <summary>Participation of the foyer, €/month; 0 unless contributive.</summary>
    public double[] Participation => _columns[1];

    /// <summary>Resources, €/year.</summary>
    public double[] Ressources => _columns[2];

    /// <summary>Free ceiling, €/year.</summary>
    public double[] Plafond => _columns[3];

    internal void Reset(int foyers)
    {
        if (Statut.Length < foyers)
            _columns = [.. Enumerable.Range(0, 4).Select(_ => new double[foyers])];
        foreach (var column in _columns)
            Array.Clear(column, 0, foyers);
    }
}

/// <summary>C2S (complémentaire santé solidaire): resources of a year against a ceiling by the number of persons, and the ways without computation.</summary>
[Article("L861-1 CSS")]
static class C2sRule
{
    /// <summary>Fills the results for M.</summary>
    /// <param name="rsa">RSA of each foyer, €/month.</param>
    public static void Compute(FoyerColumns foyers, LawBook laws, MinimumVieillesseColumns minimum, ReadOnlySpan<double> rsa, Tampons tampons, C2sColumns result, Explanations.Trace? trace)
    {
        var (law, n, prets) = (laws.C2s, foyers.Count, tampons.Prets);
        result.Reset(n);
        var autonome = tampons.Zeros(n);
        var forfait = tampons.Zeros(n);
        FoyerAutonome(foyers, law, autonome);
        trace?.Add("c2s", typeof(C2sRule), nameof(FoyerAutonome), autonome[0]);
        Plafond(foyers, law, result.Plafond);
        trace?.Add("c2s", typeof(C2sRule), nameof(Plafond), result.Plafond[0]);
        ForfaitLogement(foyers, law, forfait);
        trace?.Add("c2s", typeof(C2sRule), nameof(ForfaitLogement), forfait[0]);
        C2sRessources.Add(foyers, laws, minimum, tampons, result.Ressources);
        Ressources(forfait, result.Ressources);
        trace?.Add("c2s", typeof(C2sRule), nameof(Ressources), result.Ressources[0]);
        Statut(law, autonome, rsa, result);
        trace?.Add("c2s", typeof(C2sRule), nameof(Statut), result.Statut[0]);
        Participation(foyers, law, result);
        trace?.Add("c2s", typeof(C2sRule), nameof(Participation), result.Participation[0]);
        tampons.Rendre(prets);
    }

    /// <summary>
    /// Those under 25 without a child claim on their own only when apart from their parents: no tax dependant, not living with them. (Alimony counts
    /// against them only where the parents deduct it, which is asked.)
    /// </summary>
    [Article("R861-2 CSS")]
    [Etape("Foyer distinct de celui des parents", "Household of its own, apart from the parents'", "oui/non")]
    static void FoyerAutonome(FoyerColumns foyers, C2sLaw law, Span<double> result)
    {
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            var (grown, independent) = (foyers.PremierEnfant[foyer + 1] > foyers.PremierEnfant[foyer], true);
            for (var adult = foyers.PremierAdulte[foyer]; adult < foyers.PremierAdulte[foyer + 1]; adult++)
            {
                grown |= Condition.Age(foyers, foyers.Adultes, adult, 0) >= law.AgeLimite;
                independent &= (foyers.Adultes.Traits[adult] & (Traits.ChargeFiscale | Traits.ChezSesParents)) == 0;
            }

            result[foyer] = grown || independent ? 1 : 0;
        }
    }

    /// <summary>
    /// Free ceiling: the base, +0.5 for the second person, +0.3 for the third and fourth, +0.4 for each further one; half for a child in alternating
    /// custody, children by age; 11.3 % more overseas; to the euro.
    /// </summary>
    [Article("L861-1 CSS")]
    [Article("R861-3 CSS")]
    [Article("D861-1 CSS")]
    [Etape("Plafond de la C2S sans participation", "Ceiling of free C2S", "€/an")]
    static void Plafond(FoyerColumns foyers, C2sLaw law, Span<double> result)
    {
        Span<(int Naissance, bool Alternance)> children = stackalloc (int, bool)[64];
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            var first = foyers.PremierEnfant[foyer];
            var count = Math.Min(foyers.PremierEnfant[foyer + 1] - first, children.Length);
            for (var i = 0; i < count; i++)
                children[i] = (foyers.Enfants.Naissance[first + i], foyers.Enfants.Traits[first + i].HasFlag(Traits.Alternance));
            // Rank matters only where a child counts for half.
            if (count > 1 && AnyAlternating(children[..count]))
                children[..count].Sort();
            var adults = foyers.NbAdultes(foyer);
            var coefficient = adults > 1 ? 1 + law.Deuxieme : 1;
            for (var i = 0; i < count; i++)
                coefficient += Coefficient(adults + i + 1) * (children[i].Alternance ? 0.5 : 1);
            var overseas = foyers.Situations[foyer].Zone is Zone.Dom or Zone.Mayotte ? 1 + law.MajorationDom : 1;
            result[foyer] = Math.Round(law.Plafond * overseas * coefficient);
        }

        static bool AnyAlternating(ReadOnlySpan<(int Naissance, bool Alternance)> children)
        {
            foreach (var (_, alternating) in children)
            {
                if (alternating)
                    return true;
            }

            return false;
        }

        double Coefficient(int rank) => rank switch { 2 => law.Deuxieme, 3 or 4 => law.Troisieme, _ => law.Supplementaire };
    }

    /// <summary>Owners and those housed free: a part of a year of their RSA flat amount; with housing aid, the aid of a year up to such a part; both can add up.</summary>
    [Article("R861-5 CSS")]
    [Article("R861-7 CSS")]
    [Etape("Forfait logement de la C2S", "C2S housing flat amount", "€/an")]
    static void ForfaitLogement(FoyerColumns foyers, C2sLaw law, Span<double> result)
    {
        foyers[Verse.AideLogement].AddTo(result, 0);
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            var size = Math.Min(3, foyers.NbAdultes(foyer) + foyers.PremierEnfant[foyer + 1] - foyers.PremierEnfant[foyer]);
            var year = 12 * law.Rsa.Base * law.Rsa.Echelle(1, size - 1);
            var free = foyers.Situations[foyer].Logement
                is Logement.Proprietaire or Logement.Gratuit or Logement.GratuitAvecParticipation or Logement.Inconnu;
            result[foyer] = (free ? year * law.ForfaitSansAide[size - 1] : 0) + Math.Min(12 * result[foyer], year * law.ForfaitAvecAide[size - 1]);
        }
    }

    /// <summary>Resources of the year and housing.</summary>
    [Article("R861-8 CSS")]
    [Etape("Ressources de la période de douze mois, logement compris", "Resources of the twelve-month period, housing included", "€/an")]
    static void Ressources(ReadOnlySpan<double> forfait, Span<double> ressources)
    {
        for (var foyer = 0; foyer < forfait.Length; foyer++)
            ressources[foyer] += forfait[foyer];
    }

    /// <summary>Free under the ceiling, or with an RSA; with participation up to 1.35 times the ceiling.</summary>
    [Article("L861-1 CSS")]
    [Article("L861-2 CSS")]
    [Etape("Statut : 2 sans participation, 1 avec participation, 0 aucun", "Status: 2 free, 1 contributive, 0 none", "statut")]
    static void Statut(C2sLaw law, ReadOnlySpan<double> autonome, ReadOnlySpan<double> rsa, C2sColumns result)
    {
        for (var foyer = 0; foyer < autonome.Length; foyer++)
        {
            var (resources, ceiling) = (result.Ressources[foyer], result.Plafond[foyer]);
            var statut = resources <= ceiling ? 2 : resources <= law.Participation * ceiling ? 1 : 0;
            result.Statut[foyer] = rsa[foyer] > 0 ? 2 : autonome[foyer] * statut;
        }
    }

    /// <summary>Participation of each member by age.</summary>
    [Article("L861-11 CSS")]
    [Article("D861-1 CSS")]
    [Etape("Participation du foyer", "Participation of the foyer")]
    static void Participation(FoyerColumns foyers, C2sLaw law, C2sColumns result)
    {
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            if (result.Statut[foyer] != 1)
                continue;
            for (var adult = foyers.PremierAdulte[foyer]; adult < foyers.PremierAdulte[foyer + 1]; adult++)
                result.Participation[foyer] += DeLaPersonne(foyers, foyers.Adultes, adult, law);
            for (var child = foyers.PremierEnfant[foyer]; child < foyers.PremierEnfant[foyer + 1]; child++)
                result.Participation[foyer] += DeLaPersonne(foyers, foyers.Enfants, child, law);
        }
    }

    static double DeLaPersonne(FoyerColumns foyers, Personnes personnes, int row, C2sLaw law)
    {
        var band = Condition.Age(foyers, personnes, row, 0) switch { < 30 => 0, < 50 => 1, < 60 => 2, < 70 => 3, _ => 4 };
        return personnes.Traits[row].HasFlag(Traits.AlsaceMoselle) ? law.GrilleAlsaceMoselle[band] : law.Grille[band];
    }
}
