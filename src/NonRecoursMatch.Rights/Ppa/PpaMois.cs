using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;

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

    /// <summary>Adds the term to <paramref name="montant"/> and leaves the earnings of the adults in <paramref name="gainsAdultes"/>.</summary>
    public static void Compute(
        FoyerColumns foyers, LawBook laws, MinimumVieillesseColumns minimum, Tampons tampons, int k, double[] gainsAdultes, Span<double> montant, Explanations.Trace? trace)
    {
        var (law, famille, n, prets) = (laws.Ppa[k], laws.Famille[k], foyers.Count, tampons.Prets);
        var detail = trace is null ? "" : foyers.Mois.AddMonths(-k).ToString();
        var mois = FoyerDuMois.Of(foyers, k, laws.Rsa.Decalage, famille, tampons);
        var autonome = mois.Autonome;
        var enfants = mois.Enfants[..n];
        var isole = mois.Isole[..n];
        var forfait = tampons.Zeros(n);
        var majore = tampons.Zeros(n);
        var ouvert = tampons.Zeros(n);
        Forfaits.Foyer(foyers, law.Forfait, enfants, forfait);
        Forfaits.Isole(law.Forfait, enfants, majore);
        MontantForfaitaire(isole, majore, forfait);
        trace?.Add("ppa", typeof(PpaMois), nameof(MontantForfaitaire), forfait[0], detail);
        Ouverture(foyers, k, law, famille, isole, ouvert);
        trace?.Add("ppa", typeof(PpaMois), nameof(Ouverture), ouvert[0], detail);

        var gainsEnfants = tampons.Zeros(foyers.Enfants.Count);
        var gains = tampons.Zeros(n);
        var bonus = tampons.Zeros(n);
        var autres = tampons.Zeros(n);
        RevenusProfessionnels(foyers, foyers.Adultes, k, gainsAdultes);
        RevenusProfessionnels(foyers, foyers.Enfants, k, gainsEnfants);
        AahProfessionnelle(law, foyers.Adultes, k, gainsAdultes, autres);
        AahProfessionnelle(law, foyers.Enfants, k, gainsEnfants, autres);
        Bonification(law, foyers.Adultes, gainsAdultes, bonus, gains);
        Bonification(law, foyers.Enfants, gainsEnfants, bonus, gains);
        AutresRevenus(foyers.Adultes, k, autres);
        AutresRevenus(foyers.Enfants, k, autres);

        trace?.Add("ppa", typeof(PpaMois), nameof(RevenusProfessionnels), gains[0], detail);
        trace?.Add("ppa", typeof(PpaMois), nameof(Bonification), bonus[0], detail);
        MinimaSociaux(minimum, k, autres);
        PrestationsFamiliales.Add(foyers, k, famille, autonome, autres);
        trace?.Add("ppa", typeof(PpaMois), nameof(AutresRevenus), autres[0], detail);

        var logement = tampons.Zeros(n);
        Forfaits.Logement(foyers, k, law.Forfait, enfants, logement);
        trace?.Add("ppa", typeof(Forfaits), nameof(Forfaits.Logement), logement[0], detail);
        var before = n == 0 ? 0 : montant[0];
        Terme(law, ouvert, forfait, bonus, gains, autres, logement, montant);
        trace?.Add("ppa", typeof(PpaMois), nameof(Terme), montant[0] - before, detail);
        tampons.Rendre(prets);
    }

    /// <summary>The flat amount by the number of persons, or that of an isolated parent.</summary>
    [Article("L842-3 CSS")]
    [Article("L842-7 CSS")]
    [Article("D843-1 CSS")]
    [Etape("Montant forfaitaire du mois", "Flat amount of the month")]
    static void MontantForfaitaire(ReadOnlySpan<double> isole, ReadOnlySpan<double> majore, Span<double> forfait)
    {
        for (var foyer = 0; foyer < forfait.Length; foyer++)
            forfait[foyer] = isole[foyer] != 0 ? majore[foyer] : forfait[foyer];
    }

    /// <summary>Somebody is 18; somebody meets the condition of nationality and permit, which an isolated parent need not.</summary>
    [Article("L842-2 CSS")]
    [Etape("Conditions d'âge et de séjour remplies", "Conditions of age and residence met", "oui/non")]
    static void Ouverture(FoyerColumns foyers, int k, PpaLaw law, FamilleLaw famille, ReadOnlySpan<double> isole, Span<double> result)
    {
        var adult = foyers.PremierAdulte;
        var child = foyers.PremierEnfant;
        for (var foyer = 0; foyer < result.Length; foyer++)
        {
            var (age, sejour) = (false, isole[foyer] != 0);
            Look(foyers, foyers.Adultes, adult[foyer], adult[foyer + 1], k, law, famille, ref age, ref sejour);
            Look(foyers, foyers.Enfants, child[foyer], child[foyer + 1], k, law, famille, ref age, ref sejour);
            result[foyer] = age && sejour ? 1 : 0;
        }
    }

    static void Look(FoyerColumns foyers, Personnes personnes, int first, int end, int k, PpaLaw law, FamilleLaw famille, ref bool age, ref bool sejour)
    {
        for (var row = first; row < end && !(age && sejour); row++)
        {
            age |= Condition.Age(foyers, personnes, row, k) >= law.AgeMinimum;
            sejour |= Condition.SejourRsa(personnes, row, famille);
        }
    }

    /// <summary>Earnings of each person in the month: wages, training and apprentice pay, micro-enterprise, self-employment, assimilated allowances.</summary>
    [Article("L842-4 CSS")]
    [Article("R844-1 CSS")]
    [Etape("Revenus professionnels du foyer", "Earnings of the foyer")]
    static void RevenusProfessionnels(FoyerColumns foyers, Personnes personnes, int k, Span<double> result)
    {
        foreach (var kind in s_professionnels)
            personnes[kind].AddTo(result, k);
        personnes.Benefices.AddDernierConnu(result, RessourcesRsa.Recul(foyers, k));
    }

    /// <summary>AAH counts as earnings of those who otherwise earn 29 hours of minimum wage, as other income of the others.</summary>
    [Article("L842-8 CSS")]
    [Article("D843-4 CSS")]
    static void AahProfessionnelle(PpaLaw law, Personnes personnes, int k, Span<double> gains, Span<double> autres)
    {
        var serie = personnes[Revenu.Aah];
        var holders = serie.Holders;
        var amounts = serie.At(k);
        for (var i = 0; i < holders.Length; i++)
        {
            if (gains[holders[i]] >= law.SeuilAah)
                gains[holders[i]] += amounts[i];
            else
                autres[personnes.Foyer[holders[i]]] += amounts[i];
        }
    }

    /// <summary>The individual bonus: from 0 at 59 hours of minimum wage to its maximum at 120 (138 from April 2026), constant beyond.</summary>
    [Article("D843-2 CSS")]
    [Etape("Bonifications individuelles", "Individual bonuses")]
    static void Bonification(PpaLaw law, Personnes personnes, ReadOnlySpan<double> gains, Span<double> bonus, Span<double> total)
    {
        var foyer = personnes.Foyer;
        var slope = law.BonificationMaximum / (law.BonificationPlein - law.BonificationDebut);
        for (var row = 0; row < foyer.Length; row++)
        {
            bonus[foyer[row]] += Math.Clamp(slope * (gains[row] - law.BonificationDebut), 0, law.BonificationMaximum);
            total[foyer[row]] += gains[row];
        }
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
        minimum.AddAsi(result, k, 1);
    }

    /// <summary>Flat amount, bonuses and the kept share of earnings, less the larger of all resources and the flat amount; never below 0.</summary>
    [Article("L842-3 CSS")]
    [Article("D843-3 CSS")]
    [Etape("Prime d'activité du mois de référence", "PPA of the reference month")]
    static void Terme(
        PpaLaw law, ReadOnlySpan<double> ouvert, ReadOnlySpan<double> forfait, ReadOnlySpan<double> bonus, ReadOnlySpan<double> gains, ReadOnlySpan<double> autres,
        ReadOnlySpan<double> logement, Span<double> montant)
    {
        for (var foyer = 0; foyer < montant.Length; foyer++)
        {
            var resources = gains[foyer] + autres[foyer] + logement[foyer];
            var term = ouvert[foyer] * Math.Max(0, forfait[foyer] + bonus[foyer] + (law.Pente * gains[foyer]) - Math.Max(resources, forfait[foyer]));
            montant[foyer] += term;
        }
    }
}
