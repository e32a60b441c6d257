using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>The steps that RSA and prime d'activité share: both belong to the foyer of a dossier, both are read at the payer.</summary>
static class EtapesCommunes
{
    /// <summary>Everything that ends the examination before an amount is looked at.</summary>
    /// <param name="newest">Youngest month that the benefit reads.</param>
    /// <param name="oldest">Oldest one.</param>
    public static Outcome? Avant(FoyerMensuel foyer, DroitConnu droit, bool calculable, int newest, int oldest)
        => Mayotte(foyer)
            ?? Payeur(foyer)
            ?? DejaConnu(droit)
            ?? Mutation(foyer)
            ?? Divergence(foyer)
            ?? DeuxDossiers(foyer)
            ?? (calculable ? RessourcesConnues(foyer, newest, oldest) : Outcome.Indetermine);

    /// <summary>Mayotte has its own amounts, which are not computed.</summary>
    [Article("L542-6 CASF")]
    [Article("L846-1 CSS")]
    static Outcome? Mayotte(FoyerMensuel foyer) => foyer.Zone == Zone.Mayotte ? Outcome.NonCalculable : null;

    /// <summary>Outside the dossiers of the payers incomes are not known: absent is not "does not receive".</summary>
    static Outcome? Payeur(FoyerMensuel foyer) => foyer.Origine == Origine.Dossier ? null : Outcome.InconnuDuPayeur;

    /// <summary>In payment, pending, refused, suspended: causes, not "no". A closed right is looked at again, and asked about.</summary>
    static Outcome? DejaConnu(DroitConnu droit) => droit.Etat switch
    {
        EtatDroit.Inconnu => Outcome.InconnuDuPayeur,
        EtatDroit.Verse => Outcome.DejaPercu,
        EtatDroit.EnAttente => Outcome.DemandeEnCours,
        EtatDroit.Refuse => Outcome.Refus,
        EtatDroit.Suspendu => Outcome.Suspendu,
        EtatDroit.DeclarationAttendue => Outcome.DeclarationAttendue,
        _ => null,
    };

    /// <summary>A dossier on its way to another caisse is not seen whole by either.</summary>
    static Outcome? Mutation(FoyerMensuel foyer) => foyer.Mutation ? Outcome.Mutation : null;

    /// <summary>Sources that disagree while a benefit depends on it: to look further could only serve to reduce that benefit.</summary>
    [Article("L114-8 CRPA")]
    static Outcome? Divergence(FoyerMensuel foyer)
        => Composition.PrestationEnCours(foyer) && foyer.Adultes.Any(adulte => Composition.Diverge(foyer, adulte)) ? Outcome.DivergenceNonExploitee : null;

    /// <summary>An adult of two dossiers: each contradicts the other, and neither can be computed.</summary>
    static Outcome? DeuxDossiers(FoyerMensuel foyer) => foyer.Adultes.Any(adulte => adulte.DeuxDossiers) ? Outcome.Indetermine : null;

    /// <summary>Without any known month of the applicant, or without an applicant, nothing can be computed.</summary>
    static Outcome? RessourcesConnues(FoyerMensuel foyer, int newest, int oldest)
        => foyer.Demandeur is { } demandeur && demandeur.Ressources.UneConnue(newest, oldest) ? null : Outcome.Indetermine;

    /// <summary>A right that was closed.</summary>
    public static Questions DroitClos(DroitConnu droit) => droit.Etat == EtatDroit.Clos ? Questions.DroitClos : Questions.None;

    /// <summary>A record of the dossier joined without NIR.</summary>
    public static Questions Faible(FoyerMensuel foyer)
        => foyer.Membres.Exists(membre => membre.LienFaibleFamille) ? Questions.ConfirmerIdentite : Questions.None;

    /// <summary>What must be said, or not be done.</summary>
    public static Cautions Precautions(FoyerMensuel foyer) => foyer.Etablissement ? Cautions.PasDeCourrier : Cautions.None;
}
