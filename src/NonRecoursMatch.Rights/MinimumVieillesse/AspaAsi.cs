using System.Numerics;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using static NonRecoursMatch.Rights.Communs.Condition;
using static NonRecoursMatch.Rights.Foyers.Blocs;

namespace NonRecoursMatch.Rights.MinimumVieillesse;

/// <summary>
/// ASPA (allocation de solidarité aux personnes âgées) and ASI (allocation supplémentaire d'invalidité) of a foyer, month by month. Who may have
/// them, on what resources, and how much. All amounts are gross; results are €/month.
/// </summary>
[Article("L815-1 CSS")]
[Article("L815-24 CSS")]
static class AspaAsi
{
    /// <summary>Fills <paramref name="result"/> for M to M-13.</summary>
    public static void Compute(Lot lot, LawBook laws, MinimumVieillesseColumns result, Explanations.Trace? trace)
    {
        var examines = result.Examines;
        examines.Lire(lot, laws.MinimumVieillesse[0]);
        var brutes = examines.Ressources;
        brutes.Lire(lot, examines);
        result.Reset(sansAsi: brutes.Invalidite.Vide && brutes.RetraiteHandicap.Vide && brutes.AsiVersee.Vide);
        if (examines.Count == 0)
            return;

        var prets = lot.Tampons.Prets;
        var aspaOuverte = lot.Tampons.Libre(2 * examines.Pas);
        var asiOuverte = lot.Tampons.Zeros(2 * examines.Pas);
        var ressources = lot.Tampons.Libre(examines.Count);
        for (var k = 0; k < MinimumVieillesseColumns.Mois; k++)
        {
            var law = laws.MinimumVieillesse[k];
            var (aspa, asiPremier, asiSecond) = result.Du(k);
            AspaOuverte(lot.Foyers, k, law, examines, aspaOuverte);
            if (k == 0)
                aspaOuverte.Blocs.CopyTo(examines.ServisAspa.Prepare(aspaOuverte.Count).Blocs);
            if (!result.SansAsi)
                AsiOuverte(law, examines, k, aspaOuverte, asiOuverte);
            Ressources(law, examines, k, aspaOuverte, asiOuverte, ressources);
            Aspa(law, examines, aspaOuverte, asiOuverte, ressources, aspa);
            if (!result.SansAsi)
                Asi(law, examines, aspaOuverte, asiOuverte, ressources, asiPremier, asiSecond);
            if (k == 0 && trace is not null)
            {
                trace.Add("aspa", typeof(AspaAsi), nameof(AspaOuverte), aspaOuverte[0] + aspaOuverte[examines.Pas]);
                trace.Add("asi", typeof(AspaAsi), nameof(AsiOuverte), asiOuverte[0] + asiOuverte[examines.Pas]);
                trace.Add("aspa", typeof(AspaAsi), nameof(Ressources), ressources[0]);
                trace.Add("aspa", typeof(AspaAsi), nameof(Aspa), aspa[0]);
                trace.Add("asi", typeof(AspaAsi), nameof(Asi), asiPremier[0] + asiSecond[0]);
            }
        }

        AsiDejaVersee(lot.Foyers, examines, result);
        lot.Tampons.Rendre(prets);
    }

    /// <summary>ASPA: 65, or 62 for those unfit for work or with an incapacity of at least 50 %; French, EEA, Swiss, or ten years of permit.</summary>
    [Article("L815-1 CSS")]
    [Article("R815-1 CSS")]
    [Article("L816-1 CSS")]
    [Etape("Adultes qui remplissent les conditions de l'ASPA", "Adults who meet the conditions of ASPA", "personnes")]
    static void AspaOuverte(FoyerColumns foyers, int k, MinimumVieillesseLaw law, Examines examines, Colonne result)
    {
        var naissance = examines.Naissance.Blocs;
        var incapacite = examines.Incapacite.Blocs;
        var titre = examines.Titre.Blocs;
        var ouverte = result.Blocs;
        for (var i = 0; i < ouverte.Length; i++)
        {
            var early = AgeAtteint(naissance[i], foyers, k, law.AgeAnticipe);
            var age = early & (AuMoins(incapacite[i], law.TauxIncapacite) | AgeAtteint(naissance[i], foyers, k, law.Age));
            ouverte[i] = Oui(age & AuMoins(titre[i], law.DureeTitre));
        }
    }

    /// <summary>ASI: an invalidity pension, or a pension of a disabled person, before the ASPA age; the same condition of residence.</summary>
    [Article("L815-24 CSS")]
    [Article("L816-1 CSS")]
    [Etape("Adultes qui remplissent les conditions de l'ASI", "Adults who meet the conditions of ASI", "personnes")]
    static void AsiOuverte(MinimumVieillesseLaw law, Examines examines, int k, Colonne aspaOuverte, Colonne result)
    {
        var invalidite = examines.Ressources.Invalidite[k].Blocs;
        var retraite = examines.Ressources.RetraiteHandicap[k + 1].Blocs;
        var titre = examines.Titre.Blocs;
        var aspa = aspaOuverte.Blocs;
        var ouverte = result.Blocs;
        for (var i = 0; i < ouverte.Length; i++)
            ouverte[i] = Oui((Vrai(invalidite[i]) | Vrai(retraite[i])) & ~Vrai(aspa[i]) & AuMoins(titre[i], law.DureeTitre));
    }

    /// <summary>Resources of the quarter, of both adults: earnings beyond the allowance (one for the couple together), and AAH where it counts.</summary>
    [Article("L815-9 CSS")]
    [Article("R815-22 CSS")]
    [Article("R815-29 CSS")]
    [Etape("Ressources brutes mensuelles du foyer (moyenne du trimestre)", "Gross monthly resources of the foyer (mean of the quarter)")]
    static void Ressources(MinimumVieillesseLaw law, Examines examines, int k, Colonne aspaOuverte, Colonne asiOuverte, Colonne result)
    {
        var brutes = examines.Ressources;
        var comptees = brutes.Comptees[k].Blocs;
        var salaires = brutes.Salaires[k].Blocs;
        var couple = examines.Couple.Blocs;
        var ressources = result.Blocs;
        for (var i = 0; i < ressources.Length; i++)
        {
            var abattement = Si(Vrai(couple[i]), Partout(law.AbattementCouple), Partout(law.AbattementSeul));
            ressources[i] = comptees[i] + Vector.Max(Bloc.Zero, salaires[i] - abattement);
        }

        if (!brutes.Aah.Vide)
            Aah(brutes, k, aspaOuverte.Blocs, asiOuverte.Blocs, ressources);
        for (var i = 0; i < ressources.Length; i++)
            ressources[i] = Vector.Max(Bloc.Zero, ressources[i]) / 3;
    }

    /// <summary>AAH of the quarter does not count for those whom ASPA, ASI or an invalidity pension serve.</summary>
    [Article("R815-22 CSS")]
    static void Aah(RessourcesBrutes brutes, int k, ReadOnlySpan<Bloc> aspaOuverte, ReadOnlySpan<Bloc> asiOuverte, Span<Bloc> ressources)
    {
        var invalidite = brutes.Invalidite[k].Blocs;
        var un = brutes.Aah[k + 1].Blocs;
        var deux = brutes.Aah[k + 2].Blocs;
        var trois = brutes.Aah[k + 3].Blocs;
        for (var (premier, second) = (0, ressources.Length); premier < ressources.Length; premier++, second++)
        {
            ressources[premier] += Si(Servie(aspaOuverte[premier], asiOuverte[premier], invalidite[premier]), Bloc.Zero, un[premier] + deux[premier] + trois[premier]);
            ressources[premier] += Si(Servie(aspaOuverte[second], asiOuverte[second], invalidite[second]), Bloc.Zero, un[second] + deux[second] + trois[second]);
        }
    }

    static Vector<long> Servie(Bloc aspa, Bloc asi, Bloc invalidite) => Vrai(aspa) | Vrai(asi) | Vrai(invalidite);

    /// <summary>
    /// One served: the maximum, reduced by what it exceeds of the ceiling together with the resources. Both: the couple's. One with a partner on
    /// ASI: half of the couple's, reduced by half of the excess.
    /// </summary>
    [Article("L815-9 CSS")]
    [Article("D815-1 CSS")]
    [Article("D815-2 CSS")]
    [Etape("ASPA du foyer", "ASPA of the foyer")]
    static void Aspa(MinimumVieillesseLaw law, Examines examines, Colonne aspaOuverte, Colonne asiOuverte, Colonne ressources, Colonne result)
    {
        var aspa = result.Blocs;
        var couple = examines.Couple.Blocs;
        var moyens = ressources.Blocs;
        var premier = aspaOuverte.Blocs[..aspa.Length];
        var second = aspaOuverte.Blocs[aspa.Length..];
        var asiPremier = asiOuverte.Blocs[..aspa.Length];
        var asiSecond = asiOuverte.Blocs[aspa.Length..];
        for (var i = 0; i < aspa.Length; i++)
        {
            var tousDeux = Vrai(premier[i]) & Vrai(second[i]);
            var personne = ~(Vrai(premier[i]) | Vrai(second[i]));
            var avecAsi = Vrai(asiPremier[i]) | Vrai(asiSecond[i]);
            var un = Si(avecAsi, Partout(law.MaximumCouple / 2), Partout(law.MaximumSeul));
            var maximum = Si(personne, Bloc.Zero, Si(tousDeux, Partout(law.MaximumCouple), un));
            var plafond = Si(Vrai(couple[i]), Partout(law.PlafondCouple), Partout(law.PlafondSeul));
            var excess = Vector.Max(Bloc.Zero, moyens[i] + maximum - plafond);
            aspa[i] = Vector.Max(Bloc.Zero, maximum - Si(avecAsi, excess / 2, excess));
        }
    }

    /// <summary>The ceiling less the resources; two beneficiaries share it. A partner on ASPA: the share is not computed here.</summary>
    [Article("L815-24-1 CSS")]
    [Article("D815-19 CSS")]
    [Etape("ASI du foyer", "ASI of the foyer")]
    static void Asi(
        MinimumVieillesseLaw law, Examines examines, Colonne aspaOuverte, Colonne asiOuverte, Colonne ressources, Colonne asiPremier, Colonne asiSecond)
    {
        var moyens = ressources.Blocs;
        var couple = examines.Couple.Blocs;
        var aspa = aspaOuverte.Blocs;
        var ouverte = asiOuverte.Blocs;
        var premier = asiPremier.Blocs;
        var second = asiSecond.Blocs;
        for (var i = 0; i < moyens.Length; i++)
        {
            var servis = ouverte[i] + ouverte[i + moyens.Length];
            var conjointAspa = Vrai(aspa[i]) | Vrai(aspa[i + moyens.Length]);
            var plafond = Si(Vrai(couple[i]), Partout(law.PlafondAsiCouple), Partout(law.PlafondAsiSeul));
            var chacun = Vector.Max(Bloc.Zero, plafond - moyens[i]) / Vector.Max(Bloc.One, servis);
            premier[i] = Si(conjointAspa, Bloc.Zero, ouverte[i] * chacun);
            second[i] = Si(conjointAspa, Bloc.Zero, ouverte[i + moyens.Length] * chacun);
        }
    }

    /// <summary>An ASI that is given as paid stands in the other benefits' bases instead of the computed one; M itself keeps the computed one.</summary>
    [Article("L815-24 CSS")]
    static void AsiDejaVersee(FoyerColumns foyers, Examines examines, MinimumVieillesseColumns result)
    {
        foreach (var adult in foyers.Adultes[Revenu.Asi].Holders)
        {
            var (row, place) = (examines.Lignes[adult], examines.Places[adult]);
            for (var k = 1; k < MinimumVieillesseColumns.Mois && row >= 0; k++)
            {
                var (_, premier, second) = result.Du(k);
                (place == row ? premier : second)[row] = examines.Ressources.AsiVersee[k][place];
            }
        }
    }
}
