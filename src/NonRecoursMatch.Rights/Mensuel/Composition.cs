using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>Who lives in the foyer: alone only when declared, a couple when the partner is there, and what must not be looked into.</summary>
static class Composition
{
    /// <summary>Situation of an adult as the dossier states it; unknown when the applicant is not there.</summary>
    public static Situation Dossier(FoyerMensuel foyer, Membre membre)
    {
        if (foyer.Origine != Origine.Dossier || membre.Place is not (Place.Demandeur or Place.Conjoint))
            return Situation.Unknown;
        if (foyer.Demandeur is not null && foyer.Conjoint is not null)
            return Situation.Couple;
        // A partner without an applicant: the applicant left the dossier, so who lives there is not known.
        return membre.Place == Place.Demandeur ? foyer.Situation : Situation.Unknown;
    }

    /// <summary>The same by the agreement's order: dossier, then partner found in the lease or the C2S foyer, then what the pension fund was told.</summary>
    [Article("L815-4 CSS")]
    public static Situation De(FoyerMensuel foyer, Membre membre)
    {
        if (Dossier(foyer, membre) is var declared and not Situation.Unknown)
            return declared;
        var told = membre.Pension?.Situation ?? Situation.Unknown;
        return told != Situation.Seul && Partenaire(foyer, membre) is not null ? Situation.Couple : told;
    }

    /// <summary>The other adult, or null.</summary>
    public static Membre? Partenaire(FoyerMensuel foyer, Membre membre) => membre.Place switch
    {
        Place.Demandeur => foyer.Conjoint,
        Place.Conjoint => foyer.Demandeur,
        _ => null,
    };

    /// <summary>
    /// Whether sources disagree on who lives with the person: the dossier and the pension fund, the dossier and the lease, or the lease and the
    /// pension fund.
    /// </summary>
    public static bool Diverge(FoyerMensuel foyer, Membre membre)
    {
        var declared = Dossier(foyer, membre);
        var told = membre.Pension?.Situation ?? Situation.Unknown;
        if (declared == Situation.Unknown)
            return told == Situation.Seul && membre.TitulairesDuBail > 1;
        return (told != Situation.Unknown && (told == Situation.Seul) != (declared == Situation.Seul)) || (declared == Situation.Seul && membre.TitulairesDuBail > 1);
    }

    /// <summary>Whether a benefit that depends on composition is in payment: a divergence is then not looked into.</summary>
    [Article("L114-8 CRPA")]
    public static bool PrestationEnCours(FoyerMensuel foyer)
        => foyer.PrestationVersee || foyer.Adultes.Any(adulte => adulte.Pension?.Aspa == AspaState.Paid || adulte.C2s.Etat is C2sState.Free or C2sState.Contributive);

    /// <summary>The dossier declares a couple whose partner is not in it.</summary>
    public static bool ConjointAbsent(FoyerMensuel foyer)
        => foyer.Conjoint is null && foyer.Situation == Situation.CoupleConjointInconnu;
}
