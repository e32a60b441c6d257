using System.Numerics;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;
using static NonRecoursMatch.Rights.Communs.Condition;
using static NonRecoursMatch.Rights.Foyers.Blocs;

namespace NonRecoursMatch.Rights.C2s;

/// <summary>C2S (complémentaire santé solidaire): resources of a year against a ceiling by the number of persons, and the ways without computation.</summary>
[Article("L861-1 CSS")]
static class C2sRule
{
    /// <summary>Fills the results for M.</summary>
    /// <param name="rsa">RSA of each foyer, €/month.</param>
    public static void Compute(Lot lot, LawBook laws, MinimumVieillesseColumns minimum, Colonne rsa, C2sColumns result, Explanations.Trace? trace)
    {
        var (law, prets) = (laws.C2s, lot.Tampons.Prets);
        result.Reset(lot.Foyers.Count);
        var autonome = lot.Libre();
        var forfait = lot.Zeros();
        FoyerAutonome(lot, law, autonome);
        trace?.Add("c2s", typeof(C2sRule), nameof(FoyerAutonome), autonome[0]);
        Plafond(lot, law, result.Plafonds);
        GardeAlternee(lot, law, result.Plafonds);
        trace?.Add("c2s", typeof(C2sRule), nameof(Plafond), result.Plafonds[0]);
        ForfaitLogement(lot, law, forfait);
        trace?.Add("c2s", typeof(C2sRule), nameof(ForfaitLogement), forfait[0]);
        C2sRessources.Add(lot, laws, minimum, result.Moyens);
        Ressources(forfait, result.Moyens);
        trace?.Add("c2s", typeof(C2sRule), nameof(Ressources), result.Moyens[0]);
        var presume = lot.Zeros();
        C2sPresomptions.Compute(lot, laws, minimum, presume);
        trace?.Add("c2s", typeof(C2sRule), nameof(Presomption), Presomption(presume));
        Statut(law, autonome, rsa, presume, result);
        trace?.Add("c2s", typeof(C2sRule), nameof(Statut), result.Statut[0]);
        Participation(lot.Foyers, law, result);
        trace?.Add("c2s", typeof(C2sRule), nameof(Participation), result.Participation[0]);
        lot.Tampons.Rendre(prets);
    }

    /// <summary>
    /// Those under 25 without a child claim on their own only when apart from their parents: no tax dependant, not living with them. (Alimony counts
    /// against them only where the parents deduct it, which is asked.)
    /// </summary>
    [Article("R861-2 CSS")]
    [Etape("Foyer distinct de celui des parents", "Household of its own, apart from the parents'", "oui/non")]
    static void FoyerAutonome(Lot lot, C2sLaw law, Colonne result)
    {
        var aine = lot.Membres.Aine.Blocs;
        var enfants = lot.Membres.NbEnfants.Blocs;
        var horsDesParents = lot.Membres.HorsDesParents.Blocs;
        var autonome = result.Blocs;
        for (var i = 0; i < autonome.Length; i++)
            autonome[i] = Oui(Vrai(enfants[i]) | AgeAtteint(aine[i], lot.Foyers, 0, law.AgeLimite) | Vrai(horsDesParents[i]));
    }

    /// <summary>Free ceiling: the base, +0.5 for the second person, +0.3 for the third and fourth, +0.4 for each further one; 11.3 % more overseas; to the euro.</summary>
    [Article("L861-1 CSS")]
    [Article("R861-3 CSS")]
    [Article("D861-1 CSS")]
    [Etape("Plafond de la C2S sans participation", "Ceiling of free C2S", "€/an")]
    static void Plafond(Lot lot, C2sLaw law, Colonne result)
    {
        var adultes = lot.Membres.NbAdultes.Blocs;
        var enfants = lot.Membres.NbEnfants.Blocs;
        var outreMer = lot.Habitat.OutreMer.Blocs;
        var plafond = result.Blocs;
        for (var i = 0; i < plafond.Length; i++)
        {
            var n = adultes[i] + enfants[i];
            var coefficient = Bloc.One
                + Si(AuMoins(n, 2), Partout(law.Deuxieme), Bloc.Zero)
                + Si(AuMoins(n, 3), Partout(law.Troisieme), Bloc.Zero)
                + Si(AuMoins(n, 4), Partout(law.Troisieme), Bloc.Zero)
                + (Vector.Max(n - Partout(4), Bloc.Zero) * law.Supplementaire);
            plafond[i] = Vector.Round(law.Plafond * (Bloc.One + (outreMer[i] * law.MajorationDom)) * coefficient);
        }
    }

    /// <summary>A child in alternating custody counts for half; then the rank of each child, by age, matters.</summary>
    [Article("R861-3 CSS")]
    static void GardeAlternee(Lot lot, C2sLaw law, Colonne result)
    {
        var (foyers, children) = (lot.Foyers, lot.Particuliers.Rangs);
        foreach (var foyer in lot.Particuliers.Alternances)
        {
            children.Clear();
            for (var child = foyers.PremierEnfant[foyer]; child < foyers.PremierEnfant[foyer + 1]; child++)
                children.Add((foyers.Enfants.Naissance[child], (foyers.Enfants.Traits[child] & Traits.Alternance) != 0));
            children.Sort();
            var adults = foyers.NbAdultes(foyer);
            var coefficient = adults > 1 ? 1 + law.Deuxieme : 1;
            for (var i = 0; i < children.Count; i++)
                coefficient += Coefficient(adults + i + 1) * (children[i].Alternance ? 0.5 : 1);
            result[foyer] = Math.Round(law.Plafond * (1 + (lot.Habitat.OutreMer[foyer] * law.MajorationDom)) * coefficient);
        }

        double Coefficient(int rank) => rank switch { 2 => law.Deuxieme, 3 or 4 => law.Troisieme, _ => law.Supplementaire };
    }

    /// <summary>Owners and those housed free: a part of a year of their RSA flat amount; with housing aid, the aid of a year up to such a part; both can add up.</summary>
    [Article("R861-5 CSS")]
    [Article("R861-7 CSS")]
    [Etape("Forfait logement de la C2S", "C2S housing flat amount", "€/an")]
    static void ForfaitLogement(Lot lot, C2sLaw law, Colonne result)
    {
        lot.Foyers[Verse.AideLogement].AddTo(result.Lignes, 0);
        var aide = result.Blocs;
        var adultes = lot.Membres.NbAdultes.Blocs;
        var enfants = lot.Membres.NbEnfants.Blocs;
        var sansCharge = lot.Habitat.SansChargeC2s.Blocs;
        for (var i = 0; i < aide.Length; i++)
        {
            var n = Vector.Min(adultes[i] + enfants[i], Partout(3));
            var year = 12 * law.Rsa.Base * law.Rsa.Echelle(Bloc.One, n - Bloc.One);
            aide[i] = (sansCharge[i] * year * Taux(law.ForfaitSansAide, n)) + Vector.Min(12 * aide[i], year * Taux(law.ForfaitAvecAide, n));
        }
    }

    static Bloc Taux(double[] taux, Bloc n) => Si(AuMoins(n, 3), Partout(taux[2]), Si(AuMoins(n, 2), Partout(taux[1]), Partout(taux[0])));

    /// <summary>Resources of the year and housing.</summary>
    [Article("R861-8 CSS")]
    [Etape("Ressources de la période de douze mois, logement compris", "Resources of the twelve-month period, housing included", "€/an")]
    static void Ressources(Colonne forfait, Colonne result)
    {
        var forfaits = forfait.Blocs;
        var ressources = result.Blocs;
        for (var i = 0; i < ressources.Length; i++)
            ressources[i] += forfaits[i];
    }

    [Article("L861-2 CSS")]
    [Etape("Droit avec participation présumé par l'ASPA, l'ASI ou l'AAH", "Contributive right presumed by ASPA, ASI or AAH", "oui/non")]
    static double Presomption(Colonne presume) => presume[0];

    /// <summary>Free under the ceiling, or with an RSA; with participation up to 1.35 times the ceiling, or by presumption.</summary>
    [Article("L861-1 CSS")]
    [Article("L861-2 CSS")]
    [Etape("Statut : 2 sans participation, 1 avec participation, 0 aucun", "Status: 2 free, 1 contributive, 0 none", "statut")]
    static void Statut(C2sLaw law, Colonne autonome, Colonne rsa, Colonne presume, C2sColumns result)
    {
        var autonomes = autonome.Blocs;
        var rsas = rsa.Blocs;
        var presumes = presume.Blocs;
        var ressources = result.Moyens.Blocs;
        var plafonds = result.Plafonds.Blocs;
        var statut = result.Statuts.Blocs;
        for (var i = 0; i < statut.Length; i++)
        {
            var gratuite = Vector.LessThanOrEqual(ressources[i], plafonds[i]);
            var participation = Vector.LessThanOrEqual(ressources[i], law.Participation * plafonds[i]);
            statut[i] = Si(Vrai(rsas[i]), Partout(2), autonomes[i] * Si(gratuite, Partout(2), Oui(participation | Vrai(presumes[i]))));
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
                result.Participations[foyer] += DeLaPersonne(foyers, foyers.Adultes, adult, law);
            for (var child = foyers.PremierEnfant[foyer]; child < foyers.PremierEnfant[foyer + 1]; child++)
                result.Participations[foyer] += DeLaPersonne(foyers, foyers.Enfants, child, law);
        }
    }

    static double DeLaPersonne(FoyerColumns foyers, Personnes personnes, int row, C2sLaw law)
    {
        var band = Condition.Age(foyers, personnes, row, 0) switch { < 30 => 0, < 50 => 1, < 60 => 2, < 70 => 3, _ => 4 };
        return personnes.Traits[row].HasFlag(Traits.AlsaceMoselle) ? law.GrilleAlsaceMoselle[band] : law.Grille[band];
    }
}
