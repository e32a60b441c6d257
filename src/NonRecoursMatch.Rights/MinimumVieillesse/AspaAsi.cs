using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

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
    public static void Compute(FoyerColumns foyers, LawBook laws, Tampons tampons, MinimumVieillesseColumns result, Explanations.Trace? trace)
    {
        result.Reset(foyers, foyer => Concerne(foyers, foyer, laws.MinimumVieillesse[0]));
        var length = 2 * result.Count;
        if (length == 0)
            return;
        var places = tampons.Zeros(foyers.Adultes.Count);
        Placer(foyers, result, places);
        var (comptees, salaires, aah) = (Columns(), Columns(), Columns());
        var (invalidite, retraite, asiVersee) = (Columns(), Columns(), Columns());
        RessourcesMinimumVieillesse.Comptees(foyers.Adultes, places, comptees);
        RessourcesMinimumVieillesse.PensionsAlimentairesVersees(foyers.Adultes, places, comptees);
        RessourcesMinimumVieillesse.NonSalaries(foyers, places, comptees);
        RessourcesMinimumVieillesse.Ass(foyers.Adultes, places, comptees);
        RessourcesMinimumVieillesse.Salaires(foyers.Adultes, places, salaires);
        RessourcesMinimumVieillesse.Aah(foyers.Adultes, places, aah);
        RessourcesMinimumVieillesse.DuMois(foyers.Adultes[Revenu.Invalidite], places, invalidite);
        RessourcesMinimumVieillesse.DuMois(foyers.Adultes[Revenu.RetraiteNette], places, retraite, recul: 1);
        RessourcesMinimumVieillesse.DuMois(foyers.Adultes[Revenu.Asi], places, asiVersee);

        var aspaOuverte = tampons.Zeros(length);
        var asiOuverte = tampons.Zeros(length);
        var ressources = tampons.Zeros(result.Count);
        for (var k = 0; k < MinimumVieillesseColumns.Mois; k++)
        {
            var law = laws.MinimumVieillesse[k];
            AspaOuverte(foyers, k, law, result.Foyers, aspaOuverte);
            AsiOuverte(foyers, law, result.Foyers, aspaOuverte, invalidite[k], retraite[k], asiOuverte);
            Ressources(foyers, law, result.Foyers, comptees[k], salaires[k], aah[k], invalidite[k], aspaOuverte, asiOuverte, ressources);
            Aspa(foyers, law, result.Foyers, aspaOuverte, asiOuverte, ressources, result.Aspa(k));
            Asi(foyers, law, result.Foyers, aspaOuverte, asiOuverte, ressources, result.AsiPremier(k), result.AsiSecond(k));
            if (k == 0 && trace is not null)
            {
                trace.Add("aspa", typeof(AspaAsi), nameof(AspaOuverte), aspaOuverte[0] + aspaOuverte[1]);
                trace.Add("asi", typeof(AspaAsi), nameof(AsiOuverte), asiOuverte[0] + asiOuverte[1]);
                trace.Add("aspa", typeof(AspaAsi), nameof(Ressources), ressources[0]);
                trace.Add("aspa", typeof(AspaAsi), nameof(Aspa), result.Aspa(0)[0]);
                trace.Add("asi", typeof(AspaAsi), nameof(Asi), result.AsiPremier(0)[0] + result.AsiSecond(0)[0]);
            }
        }

        AsiDejaVersee(foyers, result, places, asiVersee);

        double[][] Columns() => [.. Enumerable.Range(0, MinimumVieillesseColumns.Mois).Select(_ => tampons.Colonne(length))];
    }

    /// <summary>Foyers that need a look, where this law applies: an adult near the age, with an invalidity pension, disabled, or with ASI in payment.</summary>
    [Article("L815-1 CSS")]
    [Article("ordonnance 2002-411")]
    static bool Concerne(FoyerColumns foyers, int foyer, MinimumVieillesseLaw law)
    {
        if (foyers.Situations[foyer].Zone is Zone.Mayotte or Zone.Collectivite or Zone.Etranger)
            return false;
        for (var adult = foyers.PremierAdulte[foyer]; adult < foyers.PremierAdulte[foyer + 1]; adult++)
        {
            if (Condition.Age(foyers, foyers.Adultes, adult, 0) >= law.AgeAnticipe || foyers.Adultes.Traits[adult].HasFlag(Traits.Handicap)
                || Receives(foyers.Adultes[Revenu.Invalidite], adult) || Receives(foyers.Adultes[Revenu.Asi], adult))
            {
                return true;
            }
        }

        return false;
    }

    static bool Receives(Serie serie, int adult) => serie.Count > 0 && serie.Holders.BinarySearch(adult) >= 0;

    static void Placer(FoyerColumns foyers, MinimumVieillesseColumns result, Span<double> places)
    {
        for (var row = 0; row < result.Count; row++)
        {
            var foyer = result.Foyers[row];
            for (var i = 0; i < foyers.NbAdultes(foyer); i++)
                places[foyers.PremierAdulte[foyer] + i] = (2 * row) + i + 1;
        }
    }

    /// <summary>ASPA: 65, or 62 for those unfit for work or with an incapacity of at least 50 %; French, EEA, Swiss, or ten years of permit.</summary>
    [Article("L815-1 CSS")]
    [Article("R815-1 CSS")]
    [Article("L816-1 CSS")]
    [Etape("Adultes qui remplissent les conditions de l'ASPA", "Adults who meet the conditions of ASPA", "personnes")]
    static void AspaOuverte(FoyerColumns foyers, int k, MinimumVieillesseLaw law, ReadOnlySpan<int> examines, Span<double> result)
    {
        result.Clear();
        var first = foyers.PremierAdulte;
        var naissance = foyers.Adultes.Naissance;
        var mois = foyers.Mois.Index - k;
        for (var row = 0; row < examines.Length; row++)
        {
            var start = first[examines[row]];
            for (var adult = start; adult < first[examines[row] + 1]; adult++)
            {
                var months = mois - naissance[adult];
                if (months < 12 * law.AgeAnticipe)
                    continue;
                var early = foyers.Adultes.Traits[adult].HasFlag(Traits.Inapte) || foyers.Adultes.Incapacite[adult] >= law.TauxIncapacite;
                var open = (early || months >= 12 * law.Age) && Condition.SejourAspa(foyers.Adultes, adult, law);
                result[(2 * row) + adult - start] = open ? 1 : 0;
            }
        }
    }

    /// <summary>ASI: an invalidity pension, or a pension of a disabled person, before the ASPA age; the same condition of residence.</summary>
    [Article("L815-24 CSS")]
    [Article("L816-1 CSS")]
    [Etape("Adultes qui remplissent les conditions de l'ASI", "Adults who meet the conditions of ASI", "personnes")]
    static void AsiOuverte(
        FoyerColumns foyers, MinimumVieillesseLaw law, ReadOnlySpan<int> examines, ReadOnlySpan<double> aspaOuverte,
        ReadOnlySpan<double> invalidite, ReadOnlySpan<double> retraite, Span<double> result)
    {
        result.Clear();
        var first = foyers.PremierAdulte;
        for (var place = 0; place < result.Length; place++)
        {
            if ((invalidite[place] <= 0 && retraite[place] <= 0) || aspaOuverte[place] != 0)
                continue;
            var adult = first[examines[place / 2]] + (place % 2);
            var pension = invalidite[place] > 0 || foyers.Adultes.Traits[adult].HasFlag(Traits.Handicap);
            result[place] = pension && Condition.SejourAspa(foyers.Adultes, adult, law) ? 1 : 0;
        }
    }

    /// <summary>Resources of the quarter, of both adults: earnings beyond the allowance (one for the couple together), and AAH where it counts.</summary>
    [Article("L815-9 CSS")]
    [Article("R815-29 CSS")]
    [Etape("Ressources brutes mensuelles du foyer (moyenne du trimestre)", "Gross monthly resources of the foyer (mean of the quarter)")]
    static void Ressources(
        FoyerColumns foyers, MinimumVieillesseLaw law, ReadOnlySpan<int> examines, double[] comptees, double[] salaires, double[] aah, double[] invalidite,
        ReadOnlySpan<double> aspaOuverte, ReadOnlySpan<double> asiOuverte, Span<double> result)
    {
        var first = foyers.PremierAdulte;
        for (var row = 0; row < examines.Length; row++)
        {
            var couple = first[examines[row] + 1] - first[examines[row]] > 1;
            var (total, wages) = (0d, 0d);
            for (var place = 2 * row; place < (2 * row) + 2; place++)
            {
                var aahCompte = aspaOuverte[place] == 0 && asiOuverte[place] == 0 && invalidite[place] == 0;
                total += comptees[place] + (aahCompte ? aah[place] : 0);
                wages += salaires[place];
            }

            result[row] = Math.Max(0, total + Math.Max(0, wages - (couple ? law.AbattementCouple : law.AbattementSeul))) / 3;
        }
    }

    /// <summary>
    /// One served: the maximum, reduced by what it exceeds of the ceiling together with the resources. Both: the couple's. One with a partner on
    /// ASI: half of the couple's, reduced by half of the excess.
    /// </summary>
    [Article("L815-9 CSS")]
    [Article("D815-1 CSS")]
    [Article("D815-2 CSS")]
    [Etape("ASPA du foyer", "ASPA of the foyer")]
    static void Aspa(
        FoyerColumns foyers, MinimumVieillesseLaw law, ReadOnlySpan<int> examines, ReadOnlySpan<double> aspaOuverte, ReadOnlySpan<double> asiOuverte,
        ReadOnlySpan<double> ressources, Span<double> result)
    {
        var first = foyers.PremierAdulte;
        for (var row = 0; row < examines.Length; row++)
        {
            var served = aspaOuverte[2 * row] + aspaOuverte[(2 * row) + 1];
            var asi = asiOuverte[2 * row] + asiOuverte[(2 * row) + 1];
            var couple = first[examines[row] + 1] - first[examines[row]] > 1;
            var (maximum, share) = served switch
            {
                0 => (0, 0),
                2 => (law.MaximumCouple, 1),
                _ => asi > 0 ? (law.MaximumCouple / 2, 0.5) : (law.MaximumSeul, 1),
            };
            var excess = Math.Max(0, ressources[row] + maximum - (couple ? law.PlafondCouple : law.PlafondSeul));
            result[row] = Math.Max(0, maximum - (share * excess));
        }
    }

    /// <summary>The ceiling less the resources; two beneficiaries share it. A partner on ASPA: the share is not computed here.</summary>
    [Article("L815-24-1 CSS")]
    [Article("D815-19 CSS")]
    [Etape("ASI du foyer", "ASI of the foyer")]
    static void Asi(
        FoyerColumns foyers, MinimumVieillesseLaw law, ReadOnlySpan<int> examines, ReadOnlySpan<double> aspaOuverte, ReadOnlySpan<double> asiOuverte,
        ReadOnlySpan<double> ressources, Span<double> premier, Span<double> second)
    {
        var adults = foyers.PremierAdulte;
        for (var row = 0; row < examines.Length; row++)
        {
            var (first, other) = (asiOuverte[2 * row], asiOuverte[(2 * row) + 1]);
            var aspa = aspaOuverte[2 * row] + aspaOuverte[(2 * row) + 1];
            var ceiling = adults[examines[row] + 1] - adults[examines[row]] > 1 ? law.PlafondAsiCouple : law.PlafondAsiSeul;
            var each = aspa > 0 || first + other == 0 ? 0 : Math.Max(0, ceiling - ressources[row]) / (first + other);
            (premier[row], second[row]) = (first * each, other * each);
        }
    }

    /// <summary>An ASI that is given as paid stands in the other benefits' bases instead of the computed one; M itself keeps the computed one.</summary>
    [Article("L815-24 CSS")]
    static void AsiDejaVersee(FoyerColumns foyers, MinimumVieillesseColumns result, ReadOnlySpan<double> places, double[][] asiVersee)
    {
        foreach (var adult in foyers.Adultes[Revenu.Asi].Holders)
        {
            var place = (int)places[adult] - 1;
            for (var k = 1; k < MinimumVieillesseColumns.Mois; k++)
            {
                var column = place % 2 == 0 ? result.AsiPremier(k) : result.AsiSecond(k);
                column[place / 2] = asiVersee[k][place];
            }
        }
    }
}
