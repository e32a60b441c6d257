using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;

namespace NonRecoursMatch.Rights.C2s;

/// <summary>The resources of a foyer that C2S counts: those of the twelve months that end before the month preceding the claim, €/year.</summary>
[Article("R861-8 CSS")]
static class C2sRessources
{
    static readonly Revenu[] s_comptees =
    [
        Revenu.SalaireNet, Revenu.ActivitePartielle, Revenu.Chomage, Revenu.RetraiteNette, Revenu.Invalidite, Revenu.RenteAccident, Revenu.Maladie,
        Revenu.Maternite, Revenu.PensionAlimentaireRecue, Revenu.Ass, Revenu.Formation, Revenu.Exceptionnel, Revenu.Patrimoine, Revenu.MicroEntreprise,
    ];

    /// <summary>Adds them to <paramref name="total"/>, by foyer.</summary>
    public static void Add(FoyerColumns foyers, LawBook laws, MinimumVieillesseColumns minimum, Tampons tampons, Span<double> total)
    {
        var (first, last) = (1 + laws.C2s.Decalage, 12 + laws.C2s.Decalage);
        foreach (var personnes in (Personnes[])[foyers.Adultes, foyers.Enfants])
        {
            var ressources = tampons.Zeros(personnes.Count);
            Revenus(personnes, first, last, ressources);
            Aah(personnes, laws, first, last, ressources);
            NonSalaries(personnes, ressources);
            PensionsAlimentairesVersees(personnes, first, last, tampons, ressources);
            AbattementSalaires(personnes, laws.C2s, first, last, tampons, ressources);
            FormationTerminee(personnes, first, last, tampons, ressources);
            for (var row = 0; row < ressources.Length; row++)
                total[personnes.Foyer[row]] += ressources[row];
        }

        PrestationsFamiliales(foyers, first, last, total);
        MinimumVieillesse(foyers, laws, minimum, first, last, total);
    }

    /// <summary>Wages, replacement income, pensions, alimony, deemed income of savings, micro-enterprise.</summary>
    [Article("R861-8 CSS")]
    static void Revenus(Personnes personnes, int first, int last, Span<double> result)
    {
        foreach (var kind in s_comptees)
            personnes[kind].AddTo(result, first, last);
    }

    /// <summary>AAH less its allowance, month by month.</summary>
    [Article("R861-10 CSS")]
    [Article("instruction DSS/SD2A/2021/71")]
    static void Aah(Personnes personnes, LawBook laws, int first, int last, Span<double> result)
    {
        var serie = personnes[Revenu.Aah];
        for (var k = first; k <= last; k++)
        {
            var holders = serie.Holders;
            var amounts = serie.At(k);
            for (var i = 0; i < holders.Length; i++)
                result[holders[i]] += Math.Max(0, amounts[i] - laws.AbattementsC2s[k].Aah);
        }
    }

    /// <summary>Self-employed profits of the year before.</summary>
    [Article("R861-15 CSS")]
    static void NonSalaries(Personnes personnes, Span<double> result) => personnes.Benefices.AddAnneePrecedente(result, 0, 1);

    /// <summary>Alimony paid is deducted.</summary>
    [Article("R861-9 CSS")]
    static void PensionsAlimentairesVersees(Personnes personnes, int first, int last, Tampons tampons, Span<double> result)
        => Deduct(personnes[Revenu.PensionAlimentaireVersee], first, last, 1, tampons, result, _ => true);

    /// <summary>Wages lose 30 % when in M the person is sick, wholly unemployed with a benefit, receives ASS, or is paid for a training.</summary>
    [Article("R861-14 CSS")]
    static void AbattementSalaires(Personnes personnes, C2sLaw law, int first, int last, Tampons tampons, Span<double> result)
    {
        var now = tampons.Colonne(personnes.Count);
        personnes[Revenu.Chomage].AddTo(now, 0);
        foreach (var (i, person) in personnes[Revenu.SalaireNet].Holders.ToArray().Index())
            now[person] = personnes[Revenu.SalaireNet].At(0)[i] > 0 ? 0 : now[person];
        foreach (var kind in (Revenu[])[Revenu.Maladie, Revenu.Ass, Revenu.Formation])
            personnes[kind].AddTo(now, 0);
        Deduct(personnes[Revenu.SalaireNet], first, last, law.AbattementSalaires, tampons, result, row => now[row] > 0);
    }

    /// <summary>Training pay that has stopped does not count.</summary>
    [Article("R861-14 CSS")]
    static void FormationTerminee(Personnes personnes, int first, int last, Tampons tampons, Span<double> result)
    {
        if (personnes[Revenu.Formation].Count == 0)
            return;
        var before = tampons.Colonne(personnes.Count);
        personnes[Revenu.Formation].AddTo(before, 1);
        Deduct(personnes[Revenu.Formation], first, last, 1, tampons, result, row => before[row] == 0);
    }

    /// <summary>AF with its increases, ASF, CF and PreParE; the base allowance of PAJE does not count.</summary>
    [Article("R861-10 CSS")]
    static void PrestationsFamiliales(FoyerColumns foyers, int first, int last, Span<double> total)
    {
        foreach (var kind in (Verse[])[Verse.Af, Verse.Asf, Verse.Cf, Verse.PajePrepare])
            foyers[kind].AddTo(total, first, last);
    }

    /// <summary>ASPA and ASI less their allowances, month by month; those who receive AAH with ASI have one allowance, that of AAH.</summary>
    [Article("R861-10 CSS")]
    [Article("instruction DSS/SD2A/2021/71")]
    static void MinimumVieillesse(FoyerColumns foyers, LawBook laws, MinimumVieillesseColumns minimum, int first, int last, Span<double> total)
    {
        var examines = minimum.Foyers;
        for (var k = first; k <= last; k++)
        {
            var (law, aspa, premier, second) = (laws.AbattementsC2s[k], minimum.Aspa(k), minimum.AsiPremier(k), minimum.AsiSecond(k));
            for (var row = 0; row < examines.Length; row++)
            {
                var foyer = examines[row];
                if (aspa[row] > 0)
                    total[foyer] += Math.Max(0, aspa[row] - (foyers.NbAdultes(foyer) > 1 ? law.AspaCouple : law.AspaSeul));
                if (premier[row] <= 0 && second[row] <= 0)
                    continue;
                var each = premier[row] > 0 && second[row] > 0 ? law.AsiCouple / 2 : law.AsiSeul;
                total[foyer] += AsiNette(foyers, premier[row], foyers.PremierAdulte[foyer], k, each) + AsiNette(foyers, second[row], foyers.PremierAdulte[foyer] + 1, k, each);
            }
        }
    }

    static double AsiNette(FoyerColumns foyers, double asi, int adult, int k, double abattement)
    {
        if (asi <= 0)
            return 0;
        var aah = foyers.Adultes[Revenu.Aah];
        var i = aah.Holders.BinarySearch(adult);
        return Math.Max(0, asi - (i >= 0 && aah.At(k)[i] > 0 ? 0 : abattement));
    }

    static void Deduct(Serie serie, int first, int last, double part, Tampons tampons, Span<double> result, Func<int, bool> applies)
    {
        if (serie.Count == 0)
            return;
        var prets = tampons.Prets;
        var sum = tampons.Zeros(result.Length);
        serie.AddTo(sum, first, last);
        foreach (var row in serie.Holders)
            result[row] -= applies(row) ? part * sum[row] : 0;
        tampons.Rendre(prets);
    }
}
