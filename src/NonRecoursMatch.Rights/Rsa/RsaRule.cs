using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;

namespace NonRecoursMatch.Rights.Rsa;

/// <summary>RSA (revenu de solidarité active): the flat amount of the foyer, less housing and resources. €/month.</summary>
[Article("L262-2 CASF")]
static class RsaRule
{
    /// <summary>Fills the amount of each foyer for M.</summary>
    public static void Compute(
        FoyerColumns foyers, LawBook laws, FoyerDuMois mois, MinimumVieillesseColumns minimum, Tampons tampons, Span<double> montant, Explanations.Trace? trace)
    {
        var (law, famille) = (laws.Rsa, laws.Famille[0]);
        var (n, prets) = (foyers.Count, tampons.Prets);
        var autonome = mois.Autonome;
        var aCharge = mois.ACharge;
        var enfants = mois.Enfants;
        var isole = mois.Isole;
        trace?.Add("rsa", typeof(RsaRule), nameof(Enfants), Enfants(enfants));

        var ouvert = tampons.Zeros(n);
        Ouverture(foyers, law, famille, enfants, ouvert);
        trace?.Add("rsa", typeof(RsaRule), nameof(Ouverture), ouvert[0]);
        trace?.Add("rsa", typeof(RsaRule), nameof(MontantForfaitaire), isole[0], "isolement");

        var forfait = tampons.Zeros(n);
        var majore = tampons.Zeros(n);
        Forfaits.Foyer(foyers, law.Forfait, enfants, forfait);
        Forfaits.Isole(law.Forfait, enfants, majore);
        MontantForfaitaire(ouvert, isole, majore, forfait);
        trace?.Add("rsa", typeof(RsaRule), nameof(MontantForfaitaire), forfait[0]);

        var logement = tampons.Zeros(n);
        Forfaits.Logement(foyers, 0, law.Forfait, enfants, logement);
        trace?.Add("rsa", typeof(Forfaits), nameof(Forfaits.Logement), logement[0]);

        var personnelles = tampons.Zeros(n);
        var familiales = tampons.Zeros(n);
        var minima = tampons.Zeros(n);
        RessourcesPersonnelles(foyers, law, famille, aCharge, tampons, personnelles);
        trace?.Add("rsa", typeof(RsaRule), nameof(RessourcesPersonnelles), personnelles[0]);
        PrestationsFamiliales.Add(foyers, 0, famille, autonome, familiales);
        trace?.Add("rsa", typeof(PrestationsFamiliales), nameof(PrestationsFamiliales.Add), familiales[0]);
        MinimaSociaux(foyers, law, minimum, tampons, minima);
        trace?.Add("rsa", typeof(RsaRule), nameof(MinimaSociaux), minima[0]);

        Montant(law, forfait, logement, personnelles, familiales, minima, montant);
        trace?.Add("rsa", typeof(RsaRule), nameof(Montant), montant[0]);
        tampons.Rendre(prets);
    }

    [Article("R262-3 CASF")]
    [Etape("Enfants à charge", "Dependent children", "personnes")]
    static double Enfants(ReadOnlySpan<double> enfants) => enfants[0];

    /// <summary>
    /// Somebody who is no student, and is 25, or has a dependent child, or is 18 and has worked the hours of the young; and somebody who meets the
    /// condition of nationality and permit.
    /// </summary>
    [Article("L262-4 CASF")]
    [Article("L262-7-1 CASF")]
    [Etape("Conditions d'âge, d'activité et de séjour remplies", "Conditions of age, activity and residence met", "oui/non")]
    static void Ouverture(FoyerColumns foyers, RsaLaw law, FamilleLaw famille, ReadOnlySpan<double> enfants, Span<double> result)
    {
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            var (age, sejour) = (false, false);
            for (var adult = foyers.PremierAdulte[foyer]; adult < foyers.PremierAdulte[foyer + 1]; adult++)
            {
                var years = Condition.Age(foyers, foyers.Adultes, adult, 0);
                var traits = foyers.Adultes.Traits[adult];
                var jeune = years >= law.AgeMinimumJeune && traits.HasFlag(Traits.HeuresRsaJeune);
                age |= !traits.HasFlag(Traits.Etudiant) && (years >= law.AgeMinimum || enfants[foyer] > 0 || jeune);
                sejour |= Condition.SejourRsa(foyers.Adultes, adult, famille);
            }

            result[foyer] = age && sejour ? 1 : 0;
        }
    }

    /// <summary>The flat amount of the foyer where the right is open, or that of an isolated parent when larger.</summary>
    [Article("L262-2 CASF")]
    [Article("L262-9 CASF")]
    [Article("R262-1 CASF")]
    [Etape("Montant forfaitaire", "Flat amount")]
    static void MontantForfaitaire(ReadOnlySpan<double> ouvert, ReadOnlySpan<double> isole, ReadOnlySpan<double> majore, Span<double> forfait)
    {
        for (var foyer = 0; foyer < forfait.Length; foyer++)
            forfait[foyer] = Math.Max(ouvert[foyer] * forfait[foyer], isole[foyer] * majore[foyer]);
    }

    /// <summary>Resources of the adults and of the dependent children, mean of the reference quarter.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-7 CASF")]
    [Etape("Ressources des adultes et des enfants à charge (moyenne du trimestre)", "Resources of adults and dependent children (mean of the quarter)")]
    static void RessourcesPersonnelles(FoyerColumns foyers, RsaLaw law, FamilleLaw famille, ReadOnlySpan<double> aCharge, Tampons tampons, Span<double> result)
    {
        var adultes = tampons.Zeros(foyers.Adultes.Count);
        var enfants = tampons.Zeros(foyers.Enfants.Count);
        RessourcesRsa.Add(foyers, foyers.Adultes, 0, law.Decalage, famille, tampons, adultes);
        RessourcesRsa.Add(foyers, foyers.Enfants, 0, law.Decalage, famille, tampons, enfants);
        var foyerAdulte = foyers.Adultes.Foyer;
        var foyerEnfant = foyers.Enfants.Foyer;
        for (var i = 0; i < adultes.Length; i++)
            result[foyerAdulte[i]] += adultes[i];
        for (var i = 0; i < enfants.Length; i++)
            result[foyerEnfant[i]] += aCharge[i] * enfants[i];
    }

    /// <summary>ASPA of the month; ASS, AAH and ASI, mean of the quarter.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-7 CASF")]
    [Etape("Minima sociaux (ASPA du mois ; AAH, ASS, ASI : moyenne du trimestre)", "Minimum incomes (ASPA of the month; AAH, ASS, ASI: mean of the quarter)")]
    static void MinimaSociaux(FoyerColumns foyers, RsaLaw law, MinimumVieillesseColumns minimum, Tampons tampons, Span<double> result)
    {
        var (first, last) = (1 + law.Decalage, 3 + law.Decalage);
        minimum.AddAspa(result, 0);
        for (var k = first; k <= last; k++)
            minimum.AddAsi(result, k, 1.0 / 3);
        foreach (var personnes in (Personnes[])[foyers.Adultes, foyers.Enfants])
        {
            foreach (var kind in (Revenu[])[Revenu.Ass, Revenu.Aah])
            {
                var serie = personnes[kind];
                if (serie.Count == 0)
                    continue;
                var total = tampons.Zeros(personnes.Count);
                serie.AddTo(total, first, last);
                foreach (var holder in serie.Holders)
                    result[personnes.Foyer[holder]] += total[holder] / 3;
            }
        }
    }

    /// <summary>The flat amount less housing and resources; nothing under the minimum paid.</summary>
    [Article("L262-2 CASF")]
    [Article("R262-39 CASF")]
    [Etape("RSA", "RSA")]
    static void Montant(
        RsaLaw law, ReadOnlySpan<double> forfait, ReadOnlySpan<double> logement, ReadOnlySpan<double> personnelles, ReadOnlySpan<double> familiales,
        ReadOnlySpan<double> minima, Span<double> result)
    {
        for (var foyer = 0; foyer < result.Length; foyer++)
        {
            var amount = forfait[foyer] - logement[foyer] - personnelles[foyer] - familiales[foyer] - minima[foyer];
            result[foyer] = amount >= law.MinimumVerse ? amount : 0;
        }
    }
}
