using System.Numerics;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;
using static NonRecoursMatch.Rights.Communs.Condition;
using static NonRecoursMatch.Rights.Foyers.Blocs;

namespace NonRecoursMatch.Rights.Rsa;

/// <summary>RSA (revenu de solidarité active): the flat amount of the foyer, less housing and resources. €/month.</summary>
[Article("L262-2 CASF")]
static class RsaRule
{
    /// <summary>Fills the amount of each foyer for M.</summary>
    public static void Compute(Lot lot, LawBook laws, FoyerDuMois mois, MinimumVieillesseColumns minimum, Colonne montant, Explanations.Trace? trace)
    {
        var (law, famille, tampons) = (laws.Rsa, laws.Famille[0], lot.Tampons);
        var prets = tampons.Prets;
        trace?.Add("rsa", typeof(RsaRule), nameof(Enfants), Enfants(mois));

        var ouvert = lot.Libre();
        Ouverture(lot, law, famille, mois, ouvert);
        trace?.Add("rsa", typeof(RsaRule), nameof(Ouverture), ouvert[0]);
        trace?.Add("rsa", typeof(RsaRule), nameof(MontantForfaitaire), mois.Isole[0], "isolement");

        var forfait = lot.Libre();
        MontantForfaitaire(lot, law.Forfait, mois, ouvert, forfait);
        trace?.Add("rsa", typeof(RsaRule), nameof(MontantForfaitaire), forfait[0]);

        var logement = lot.Zeros();
        Forfaits.Logement(lot, law.Forfait, mois, logement);
        trace?.Add("rsa", typeof(Forfaits), nameof(Forfaits.Logement), logement[0]);

        var personnelles = lot.Libre();
        var familiales = lot.Zeros();
        var minima = lot.Zeros();
        RessourcesPersonnelles(lot, law, famille, mois, personnelles);
        trace?.Add("rsa", typeof(RsaRule), nameof(RessourcesPersonnelles), personnelles[0]);
        PrestationsFamiliales.Add(lot, famille, mois, familiales.Lignes);
        trace?.Add("rsa", typeof(PrestationsFamiliales), nameof(PrestationsFamiliales.Add), familiales[0]);
        MinimaSociaux(lot, law, minimum, minima);
        trace?.Add("rsa", typeof(RsaRule), nameof(MinimaSociaux), minima[0]);

        Montant(law, forfait, logement, personnelles, familiales, minima, montant);
        trace?.Add("rsa", typeof(RsaRule), nameof(Montant), montant[0]);
        tampons.Rendre(prets);
    }

    [Article("R262-3 CASF")]
    [Etape("Enfants à charge", "Dependent children", "personnes")]
    static double Enfants(FoyerDuMois mois) => mois.Enfants[0];

    /// <summary>
    /// Somebody who is no student, and is 25, or has a dependent child, or is 18 and has worked the hours of the young; and somebody who meets the
    /// condition of nationality and permit.
    /// </summary>
    [Article("L262-4 CASF")]
    [Article("L262-7-1 CASF")]
    [Etape("Conditions d'âge, d'activité et de séjour remplies", "Conditions of age, activity and residence met", "oui/non")]
    static void Ouverture(Lot lot, RsaLaw law, FamilleLaw famille, FoyerDuMois mois, Colonne result)
    {
        var (foyers, membres) = (lot.Foyers, lot.Membres);
        var ouvert = result.Blocs;
        var aine = membres.AineNonEtudiant.Blocs;
        var jeune = membres.AineHeuresJeune.Blocs;
        var titre = membres.Titre.Blocs;
        var eee = membres.Eee.Blocs;
        var enfants = mois.Enfants.Blocs;
        for (var i = 0; i < ouvert.Length; i++)
        {
            var parent = Vrai(enfants[i]) & Vector.LessThan(aine[i], Partout(Jamais));
            var age = AgeAtteint(aine[i], foyers, 0, law.AgeMinimum) | parent | AgeAtteint(jeune[i], foyers, 0, law.AgeMinimumJeune);
            ouvert[i] = Oui(age & SejourRsa(titre[i], eee[i], famille));
        }
    }

    /// <summary>The flat amount of the foyer where the right is open, or that of an isolated parent when larger.</summary>
    [Article("L262-2 CASF")]
    [Article("L262-9 CASF")]
    [Article("R262-1 CASF")]
    [Etape("Montant forfaitaire", "Flat amount")]
    static void MontantForfaitaire(Lot lot, ForfaitLaw law, FoyerDuMois mois, Colonne ouvert, Colonne result)
    {
        var adultes = lot.Membres.NbAdultes.Blocs;
        var enfants = mois.Enfants.Blocs;
        var isole = mois.Isole.Blocs;
        var ouverts = ouvert.Blocs;
        var forfait = result.Blocs;
        for (var i = 0; i < forfait.Length; i++)
            forfait[i] = Vector.Max(ouverts[i] * Forfaits.Foyer(law, adultes[i], enfants[i]), isole[i] * Forfaits.Isole(law, enfants[i]));
    }

    /// <summary>Resources of the adults and of the dependent children, mean of the reference quarter.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-7 CASF")]
    [Etape("Ressources des adultes et des enfants à charge (moyenne du trimestre)", "Resources of adults and dependent children (mean of the quarter)")]
    static void RessourcesPersonnelles(Lot lot, RsaLaw law, FamilleLaw famille, FoyerDuMois mois, Colonne result)
    {
        var adultes = lot.Tampons.Zeros(lot.Adultes.Count);
        RessourcesRsa.Add(lot, lot.Adultes, 0, law.Decalage, famille, adultes);
        var total = result.Blocs;
        var premier = adultes.Blocs[..total.Length];
        var second = adultes.Blocs[total.Length..];
        for (var i = 0; i < total.Length; i++)
            total[i] = premier[i] + second[i];
        var enfants = lot.Enfants.Lignes;
        for (var place = 0; place < enfants.Length; place++)
            result[lot.Foyers.Enfants.Foyer[enfants[place]]] += mois.ACharge[place] * mois.Ressources[place];
    }

    /// <summary>ASPA of the month; ASS, AAH and ASI, mean of the quarter.</summary>
    [Article("L262-3 CASF")]
    [Article("R262-7 CASF")]
    [Etape("Minima sociaux (ASPA du mois ; AAH, ASS, ASI : moyenne du trimestre)", "Minimum incomes (ASPA of the month; AAH, ASS, ASI: mean of the quarter)")]
    static void MinimaSociaux(Lot lot, RsaLaw law, MinimumVieillesseColumns minimum, Colonne result)
    {
        var (first, last) = (1 + law.Decalage, 3 + law.Decalage);
        minimum.AddAspa(result.Lignes, 0);
        minimum.AddAsi(result.Lignes, first, last, 1.0 / 3);
        Moyenne(lot.Foyers.Adultes, Revenu.Ass, first, last, result);
        Moyenne(lot.Foyers.Adultes, Revenu.Aah, first, last, result);
        Moyenne(lot.Foyers.Enfants, Revenu.Ass, first, last, result);
        Moyenne(lot.Foyers.Enfants, Revenu.Aah, first, last, result);
    }

    static void Moyenne(Personnes personnes, Revenu kind, int first, int last, Colonne result)
    {
        var holders = personnes[kind].Holders;
        var trimestre = personnes[kind].Sommes(first, last);
        var foyer = personnes.Foyer;
        for (var i = 0; i < holders.Length; i++)
            result[foyer[holders[i]]] += trimestre[i] / 3;
    }

    /// <summary>The flat amount less housing and resources; nothing under the minimum paid.</summary>
    [Article("L262-2 CASF")]
    [Article("R262-39 CASF")]
    [Etape("RSA", "RSA")]
    static void Montant(RsaLaw law, Colonne forfait, Colonne logement, Colonne personnelles, Colonne familiales, Colonne minima, Colonne result)
    {
        var forfaits = forfait.Blocs;
        var logements = logement.Blocs;
        var ressources = personnelles.Blocs;
        var prestations = familiales.Blocs;
        var minimas = minima.Blocs;
        var montant = result.Blocs;
        for (var i = 0; i < montant.Length; i++)
        {
            var amount = forfaits[i] - logements[i] - ressources[i] - prestations[i] - minimas[i];
            montant[i] = Si(AuMoins(amount, law.MinimumVerse), amount, Bloc.Zero);
        }
    }
}
