using System.Numerics;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;
using static NonRecoursMatch.Rights.Foyers.Blocs;

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

    static readonly Verse[] s_familiales = [Verse.Af, Verse.Asf, Verse.Cf, Verse.PajePrepare];

    /// <summary>Adds them to <paramref name="total"/>, by foyer.</summary>
    public static void Add(Lot lot, LawBook laws, MinimumVieillesseColumns minimum, Colonne total)
    {
        var (first, last) = (1 + laws.C2s.Decalage, 12 + laws.C2s.Decalage);
        Personnelles(lot, lot.Adultes, laws, first, last, total.Lignes);
        Personnelles(lot, lot.Enfants, laws, first, last, total.Lignes);
        PrestationsFamiliales(lot.Foyers, first, last, total.Lignes);
        MinimumVieillesse(lot, laws, minimum, first, last, total.Lignes);
    }

    static void Personnelles(Lot lot, Placement placement, LawBook laws, int first, int last, Span<double> total)
    {
        var personnes = placement.Personnes;
        Revenus(personnes, first, last, total);
        Aah(personnes, laws, first, last, total);
        NonSalaries(personnes, total);
        PensionsAlimentairesVersees(personnes, first, last, total);
        AbattementSalaires(lot, placement, laws.C2s, first, last, total);
        FormationTerminee(personnes, first, last, total);
    }

    /// <summary>Wages, replacement income, pensions, alimony, deemed income of savings, micro-enterprise.</summary>
    [Article("R861-8 CSS")]
    static void Revenus(Personnes personnes, int first, int last, Span<double> result)
    {
        foreach (var kind in s_comptees)
            personnes[kind].AddTo(result, personnes.Foyer, first, last);
    }

    /// <summary>AAH less its allowance, month by month.</summary>
    [Article("R861-10 CSS")]
    [Article("instruction DSS/SD2A/2021/71")]
    static void Aah(Personnes personnes, LawBook laws, int first, int last, Span<double> result)
    {
        var holders = personnes[Revenu.Aah].Holders;
        var foyer = personnes.Foyer;
        for (var k = first; k <= last; k++)
        {
            var abattement = laws.AbattementsC2s[k].Aah;
            var amounts = personnes[Revenu.Aah].At(k);
            for (var i = 0; i < holders.Length; i++)
                result[foyer[holders[i]]] += Math.Max(0, amounts[i] - abattement);
        }
    }

    /// <summary>Self-employed profits of the year before.</summary>
    [Article("R861-15 CSS")]
    static void NonSalaries(Personnes personnes, Span<double> result) => personnes.Benefices.AddAnneePrecedente(result, personnes.Foyer, 0, 1);

    /// <summary>Alimony paid is deducted.</summary>
    [Article("R861-9 CSS")]
    static void PensionsAlimentairesVersees(Personnes personnes, int first, int last, Span<double> result)
    {
        var holders = personnes[Revenu.PensionAlimentaireVersee].Holders;
        var annee = personnes[Revenu.PensionAlimentaireVersee].Sommes(first, last);
        for (var i = 0; i < holders.Length; i++)
            result[personnes.Foyer[holders[i]]] -= annee[i];
    }

    /// <summary>Wages lose 30 % when in M the person is sick, wholly unemployed with a benefit, receives ASS, or is paid for a training.</summary>
    [Article("R861-14 CSS")]
    static void AbattementSalaires(Lot lot, Placement placement, C2sLaw law, int first, int last, Span<double> result)
    {
        var (personnes, prets) = (placement.Personnes, lot.Tampons.Prets);
        var places = placement.Places;
        var chomage = lot.Tampons.Zeros(placement.Count).Lignes;
        var autres = lot.Tampons.Zeros(placement.Count).Lignes;
        personnes[Revenu.Chomage].AddTo(chomage, places, 0);
        personnes[Revenu.Maladie].AddTo(autres, places, 0);
        personnes[Revenu.Ass].AddTo(autres, places, 0);
        personnes[Revenu.Formation].AddTo(autres, places, 0);
        var salaires = personnes[Revenu.SalaireNet];
        var holders = salaires.Holders;
        var now = salaires.At(0);
        var annee = salaires.Sommes(first, last);
        for (var i = 0; i < holders.Length; i++)
        {
            var place = places[holders[i]];
            if (autres[place] > 0 || (chomage[place] > 0 && now[i] <= 0))
                result[personnes.Foyer[holders[i]]] -= law.AbattementSalaires * annee[i];
        }

        lot.Tampons.Rendre(prets);
    }

    /// <summary>Training pay that has stopped does not count.</summary>
    [Article("R861-14 CSS")]
    static void FormationTerminee(Personnes personnes, int first, int last, Span<double> result)
    {
        var holders = personnes[Revenu.Formation].Holders;
        var before = personnes[Revenu.Formation].At(1);
        var annee = personnes[Revenu.Formation].Sommes(first, last);
        for (var i = 0; i < holders.Length; i++)
            result[personnes.Foyer[holders[i]]] -= before[i] == 0 ? annee[i] : 0;
    }

    /// <summary>AF with its increases, ASF, CF and PreParE; the base allowance of PAJE does not count.</summary>
    [Article("R861-10 CSS")]
    static void PrestationsFamiliales(FoyerColumns foyers, int first, int last, Span<double> total)
    {
        foreach (var kind in s_familiales)
            foyers[kind].AddTo(total, first, last);
    }

    /// <summary>ASPA and ASI less their allowances, month by month; those who receive AAH with ASI have one allowance, that of AAH.</summary>
    [Article("R861-10 CSS")]
    [Article("instruction DSS/SD2A/2021/71")]
    static void MinimumVieillesse(Lot lot, LawBook laws, MinimumVieillesseColumns minimum, int first, int last, Span<double> total)
    {
        if (minimum.Count == 0)
            return;
        var prets = lot.Tampons.Prets;
        var annee = lot.Tampons.Zeros(minimum.Count);
        for (var k = first; k <= last; k++)
        {
            Aspa(minimum, k, laws.AbattementsC2s[k], annee.Blocs);
            if (!minimum.SansAsi)
                Asi(minimum, k, laws.AbattementsC2s[k], annee.Blocs);
        }

        var foyers = minimum.Foyers;
        for (var row = 0; row < foyers.Length; row++)
            total[foyers[row]] += annee[row];
        lot.Tampons.Rendre(prets);
    }

    static void Aspa(MinimumVieillesseColumns minimum, int k, AbattementsC2s law, Span<Bloc> annee)
    {
        var aspa = minimum.Du(k).Aspa.Blocs;
        var couple = minimum.Examines.Couple.Blocs;
        for (var i = 0; i < annee.Length; i++)
            annee[i] += Vector.Max(Bloc.Zero, aspa[i] - Si(Vrai(couple[i]), Partout(law.AspaCouple), Partout(law.AspaSeul)));
    }

    static void Asi(MinimumVieillesseColumns minimum, int k, AbattementsC2s law, Span<Bloc> annee)
    {
        var premier = minimum.Du(k).AsiPremier.Blocs;
        var second = minimum.Du(k).AsiSecond.Blocs;
        var aahPremier = minimum.Examines.Ressources.Aah[k].Blocs[..annee.Length];
        var aahSecond = minimum.Examines.Ressources.Aah[k].Blocs[annee.Length..];
        for (var i = 0; i < annee.Length; i++)
        {
            var each = Si(Vrai(premier[i]) & Vrai(second[i]), Partout(law.AsiCouple / 2), Partout(law.AsiSeul));
            annee[i] += Vector.Max(Bloc.Zero, premier[i] - Si(Vrai(aahPremier[i]), Bloc.Zero, each));
            annee[i] += Vector.Max(Bloc.Zero, second[i] - Si(Vrai(aahSecond[i]), Bloc.Zero, each));
        }
    }
}
