using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.MinimumVieillesse;

namespace NonRecoursMatch.Rights.C2s;

/// <summary>
/// Those whom another benefit presumes to meet the condition of resources of C2S with participation, when nobody concerned has worked in the three
/// months before. Each way has its own date.
/// </summary>
[Article("L861-2 CSS")]
static class C2sPresomptions
{
    static readonly Revenu[] s_activite = [Revenu.SalaireNet, Revenu.SalaireBrut, Revenu.Apprentissage, Revenu.ActivitePartielle, Revenu.MicroEntreprise];

    /// <summary>Fills 1 where a presumption applies, by foyer.</summary>
    public static void Compute(Lot lot, LawBook laws, MinimumVieillesseColumns minimum, Colonne result)
    {
        var (law, prets) = (laws.C2s, lot.Tampons.Prets);
        var activite = lot.Tampons.Zeros(lot.Adultes.Count);
        Activite(lot, activite);
        if (law.PresomptionAspa)
            ParAspa(lot, laws, minimum, activite, result);
        if (law.PresomptionAsi)
            ParAsi(lot, activite, result);
        if (law.PresomptionAah)
            ParAah(lot, activite, result);
        lot.Tampons.Rendre(prets);
    }

    /// <summary>Above 0 for an adult who has worked, employed or not, in one of the three months before M, or whose last known profit is above 0.</summary>
    [Article("L861-2 CSS")]
    static void Activite(Lot lot, Colonne result)
    {
        var adultes = lot.Foyers.Adultes;
        foreach (var kind in s_activite)
            adultes[kind].AddTo(result.Lignes, lot.Adultes.Places, 1, 3);
        adultes.Benefices.AddDernierConnu(result.Lignes, lot.Adultes.Places, 0);
    }

    /// <summary>
    /// ASPA: those whom it serves have not worked; since July 2023, nor has the partner. ASPA is computed, not known to be paid: one that is within the
    /// margin of nothing is not presumed, and presumes nothing.
    /// </summary>
    [Article("L861-2 CSS")]
    static void ParAspa(Lot lot, LawBook laws, MinimumVieillesseColumns minimum, Colonne activite, Colonne result)
    {
        var tous = laws.C2s.PresomptionAspaConjoint;
        var aspa = minimum.Aspa(0);
        var foyers = minimum.Foyers;
        var servis = minimum.Examines.ServisAspa;
        var (second, conjoint) = (minimum.Examines.Pas, lot.Adultes.Pas);
        for (var row = 0; row < aspa.Length; row++)
        {
            var travaille = (tous || servis[row] > 0) && activite[foyers[row]] > 0;
            travaille |= (tous || servis[row + second] > 0) && activite[foyers[row] + conjoint] > 0;
            if (aspa[row] >= laws.Marge && !travaille)
                result[foyers[row]] = 1;
        }
    }

    /// <summary>ASI given as paid: neither the person nor the partner has worked.</summary>
    [Article("L861-2 CSS")]
    static void ParAsi(Lot lot, Colonne activite, Colonne result)
    {
        var holders = lot.Foyers.Adultes[Revenu.Asi].Holders;
        var paid = lot.Foyers.Adultes[Revenu.Asi].At(0);
        for (var i = 0; i < holders.Length; i++)
        {
            var foyer = lot.Foyers.Adultes.Foyer[holders[i]];
            if (paid[i] > 0 && activite[foyer] <= 0 && activite[foyer + lot.Adultes.Pas] <= 0)
                result[foyer] = 1;
        }
    }

    /// <summary>AAH given as paid: alone, without child, not at work, sheltered work included.</summary>
    [Article("L861-2 CSS")]
    [Article("décret du 28 juin 2025")]
    static void ParAah(Lot lot, Colonne activite, Colonne result)
    {
        var holders = lot.Foyers.Adultes[Revenu.Aah].Holders;
        var paid = lot.Foyers.Adultes[Revenu.Aah].At(0);
        for (var i = 0; i < holders.Length; i++)
        {
            var foyer = lot.Foyers.Adultes.Foyer[holders[i]];
            var seul = lot.Membres.NbAdultes[foyer] + lot.Membres.NbEnfants[foyer] == 1;
            if (paid[i] > 0 && seul && activite[foyer] <= 0)
                result[foyer] = 1;
        }
    }
}
