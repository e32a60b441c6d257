using System.Numerics;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;
using static NonRecoursMatch.Rights.Foyers.Blocs;

namespace NonRecoursMatch.Rights.Ppa;

/// <summary>The term of PPA of one reference month M-k, with the parameters of that month. €/month.</summary>
static class PpaMois
{
    static readonly Revenu[] s_professionnels =
    [
        Revenu.SalaireNet, Revenu.Formation, Revenu.Apprentissage, Revenu.ActivitePartielle, Revenu.MicroEntreprise, Revenu.IndemnitesActivite,
    ];

    static readonly Revenu[] s_autres =
    [
        Revenu.Chomage, Revenu.RetraiteNette, Revenu.Invalidite, Revenu.RenteAccident, Revenu.PensionAlimentaireRecue, Revenu.IndemnitesRemplacement,
        Revenu.Ass, Revenu.Capital, Revenu.Foncier,
    ];

    /// <summary>Adds the term to <paramref name="montant"/> and the earnings of the adults, by place, to <paramref name="gainsAdultes"/>.</summary>
    public static void Compute(Lot lot, LawBook laws, MinimumVieillesseColumns minimum, int k, Colonne gainsAdultes, Colonne montant, Explanations.Trace? trace)
    {
        var (law, famille, tampons) = (laws.Ppa[k], laws.Famille[k], lot.Tampons);
        var prets = tampons.Prets;
        var detail = trace is null ? "" : lot.Foyers.Mois.AddMonths(-k).ToString();
        var mois = FoyerDuMois.Of(lot, k, laws);
        var forfait = lot.Libre();
        var ouvert = lot.Libre();
        MontantForfaitaire(lot, law.Forfait, mois, forfait);
        trace?.Add("ppa", typeof(PpaMois), nameof(MontantForfaitaire), forfait[0], detail);
        Ouverture(lot, law, famille, mois, ouvert);
        trace?.Add("ppa", typeof(PpaMois), nameof(Ouverture), ouvert[0], detail);

        var gainsEnfants = tampons.Zeros(lot.Enfants.Count);
        var gains = lot.Libre();
        var bonus = lot.Libre();
        var autres = lot.Zeros();
        RevenusProfessionnels(lot.Foyers, lot.Adultes, k, gainsAdultes.Lignes);
        RevenusProfessionnels(lot.Foyers, lot.Enfants, k, gainsEnfants.Lignes);
        AahProfessionnelle(law, lot.Adultes, k, gainsAdultes.Lignes, autres.Lignes);
        AahProfessionnelle(law, lot.Enfants, k, gainsEnfants.Lignes, autres.Lignes);
        Bonification(law, gainsAdultes, bonus, gains);
        BonificationEnfants(law, lot.Enfants, gainsEnfants, bonus, gains);
        AutresRevenus(lot.Foyers.Adultes, k, autres.Lignes);
        AutresRevenus(lot.Foyers.Enfants, k, autres.Lignes);

        trace?.Add("ppa", typeof(PpaMois), nameof(RevenusProfessionnels), gains[0], detail);
        trace?.Add("ppa", typeof(PpaMois), nameof(Bonification), bonus[0], detail);
        MinimaSociaux(minimum, k, autres.Lignes);
        PrestationsFamiliales.Add(lot, famille, mois, autres.Lignes);
        trace?.Add("ppa", typeof(PpaMois), nameof(AutresRevenus), autres[0], detail);

        var logement = lot.Zeros();
        Forfaits.Logement(lot, law.Forfait, mois, logement);
        trace?.Add("ppa", typeof(Forfaits), nameof(Forfaits.Logement), logement[0], detail);
        var before = montant.Count == 0 ? 0 : montant[0];
        Terme(law, ouvert, forfait, bonus, gains, autres, logement, montant);
        trace?.Add("ppa", typeof(PpaMois), nameof(Terme), montant[0] - before, detail);
        tampons.Rendre(prets);
    }

    /// <summary>The flat amount by the number of persons, or that of an isolated parent.</summary>
    [Article("L842-3 CSS")]
    [Article("L842-7 CSS")]
    [Article("D843-1 CSS")]
    [Etape("Montant forfaitaire du mois", "Flat amount of the month")]
    static void MontantForfaitaire(Lot lot, ForfaitLaw law, FoyerDuMois mois, Colonne result)
    {
        var adultes = lot.Membres.NbAdultes.Blocs;
        var enfants = mois.Enfants.Blocs;
        var isole = mois.Isole.Blocs;
        var forfait = result.Blocs;
        for (var i = 0; i < forfait.Length; i++)
            forfait[i] = Si(Vrai(isole[i]), Forfaits.Isole(law, enfants[i]), Forfaits.Foyer(law, adultes[i], enfants[i]));
    }

    /// <summary>Somebody is 18; somebody meets the condition of nationality and permit, which an isolated parent need not.</summary>
    [Article("L842-2 CSS")]
    [Etape("Conditions d'âge et de séjour remplies", "Conditions of age and residence met", "oui/non")]
    static void Ouverture(Lot lot, PpaLaw law, FamilleLaw famille, FoyerDuMois mois, Colonne result)
    {
        var aine = lot.Membres.AineDeTous.Blocs;
        var titre = lot.Membres.TitreDeTous.Blocs;
        var eee = lot.Membres.EeeDeTous.Blocs;
        var isole = mois.Isole.Blocs;
        var ouvert = result.Blocs;
        for (var i = 0; i < ouvert.Length; i++)
        {
            var age = Condition.AgeAtteint(aine[i], lot.Foyers, mois.K, law.AgeMinimum);
            ouvert[i] = Oui(age & (Vrai(isole[i]) | Condition.SejourRsa(titre[i], eee[i], famille)));
        }
    }

    /// <summary>Earnings of each person in the month: wages, training and apprentice pay, micro-enterprise, self-employment, assimilated allowances.</summary>
    [Article("L842-4 CSS")]
    [Article("R844-1 CSS")]
    [Etape("Revenus professionnels du foyer", "Earnings of the foyer")]
    static void RevenusProfessionnels(FoyerColumns foyers, Placement personnes, int k, Span<double> result)
    {
        foreach (var kind in s_professionnels)
            personnes.Personnes[kind].AddTo(result, personnes.Places, k);
        personnes.Personnes.Benefices.AddDernierConnu(result, personnes.Places, RessourcesRsa.Recul(foyers, k));
    }

    /// <summary>AAH counts as earnings of those who otherwise earn 29 hours of minimum wage, as other income of the others.</summary>
    [Article("L842-8 CSS")]
    [Article("D843-4 CSS")]
    static void AahProfessionnelle(PpaLaw law, Placement personnes, int k, Span<double> gains, Span<double> autres)
    {
        var serie = personnes.Personnes[Revenu.Aah];
        var holders = serie.Holders;
        var amounts = serie.At(k);
        for (var i = 0; i < holders.Length; i++)
        {
            var place = personnes.Places[holders[i]];
            if (gains[place] >= law.SeuilAah)
                gains[place] += amounts[i];
            else
                autres[personnes.Personnes.Foyer[holders[i]]] += amounts[i];
        }
    }

    /// <summary>The individual bonus: from 0 at 59 hours of minimum wage to its maximum at 120 (138 from April 2026), constant beyond.</summary>
    [Article("D843-2 CSS")]
    [Etape("Bonifications individuelles", "Individual bonuses")]
    static void Bonification(PpaLaw law, Colonne gains, Colonne bonus, Colonne total)
    {
        var bonuses = bonus.Blocs;
        var totals = total.Blocs;
        var premier = gains.Blocs[..totals.Length];
        var second = gains.Blocs[totals.Length..];
        for (var i = 0; i < totals.Length; i++)
        {
            bonuses[i] = Bonus(law, premier[i]) + Bonus(law, second[i]);
            totals[i] = premier[i] + second[i];
        }
    }

    /// <summary>Children who earn have theirs too, and their earnings count.</summary>
    [Article("D843-2 CSS")]
    static void BonificationEnfants(PpaLaw law, Placement enfants, Colonne gains, Colonne bonus, Colonne total)
    {
        var lignes = enfants.Lignes;
        for (var place = 0; place < lignes.Length; place++)
        {
            var foyer = enfants.Personnes.Foyer[lignes[place]];
            bonus[foyer] += Bonus(law, Partout(gains[place]))[0];
            total[foyer] += gains[place];
        }
    }

    static Bloc Bonus(PpaLaw law, Bloc gains)
    {
        var slope = law.BonificationMaximum / (law.BonificationPlein - law.BonificationDebut);
        return Vector.Min(Vector.Max(slope * (gains - Partout(law.BonificationDebut)), Bloc.Zero), Partout(law.BonificationMaximum));
    }

    /// <summary>Other income of the month, and a twelfth of capital income and rents of the year N-2, taken at the level given.</summary>
    [Article("L842-4 CSS")]
    [Article("R844-5 CSS")]
    [Etape("Autres revenus, minima sociaux et prestations familiales du mois", "Other income, minimum incomes and family benefits of the month")]
    static void AutresRevenus(Personnes personnes, int k, Span<double> result)
    {
        foreach (var kind in s_autres)
        {
            var serie = personnes[kind];
            var holders = serie.Holders;
            var amounts = serie.At(k);
            var foyer = personnes.Foyer;
            for (var i = 0; i < holders.Length; i++)
                result[foyer[holders[i]]] += amounts[i];
        }
    }

    /// <summary>ASPA and ASI of the month.</summary>
    [Article("L842-4 CSS")]
    static void MinimaSociaux(MinimumVieillesseColumns minimum, int k, Span<double> result)
    {
        minimum.AddAspa(result, k);
        minimum.AddAsi(result, k, k, 1);
    }

    /// <summary>Flat amount, bonuses and the kept share of earnings, less the larger of all resources and the flat amount; never below 0.</summary>
    [Article("L842-3 CSS")]
    [Article("D843-3 CSS")]
    [Etape("Prime d'activité du mois de référence", "PPA of the reference month")]
    static void Terme(PpaLaw law, Colonne ouvert, Colonne forfait, Colonne bonus, Colonne gains, Colonne autres, Colonne logement, Colonne result)
    {
        var ouverts = ouvert.Blocs;
        var forfaits = forfait.Blocs;
        var bonuses = bonus.Blocs;
        var revenus = gains.Blocs;
        var autresRevenus = autres.Blocs;
        var logements = logement.Blocs;
        var montant = result.Blocs;
        for (var i = 0; i < montant.Length; i++)
        {
            var resources = revenus[i] + autresRevenus[i] + logements[i];
            var term = forfaits[i] + bonuses[i] + (law.Pente * revenus[i]) - Vector.Max(resources, forfaits[i]);
            montant[i] += ouverts[i] * Vector.Max(Bloc.Zero, term);
        }
    }
}
