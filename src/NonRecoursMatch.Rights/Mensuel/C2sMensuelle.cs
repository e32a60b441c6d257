using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>What the engine computed of a foyer for C2S.</summary>
/// <param name="Statut">0 none, 1 contributive, 2 free.</param>
/// <param name="Ressources">€/year.</param>
/// <param name="Plafond">Free ceiling, €/year.</param>
readonly record struct C2sCalculee(double Statut, double Ressources, double Plafond);

/// <summary>
/// C2S of one person: what the payer says, then the ways to the right, from the one that needs no computation to the resources of a year.
/// </summary>
[Article("L861-1 CSS")]
static class C2sMensuelle
{
    /// <summary>Puts a person into the columns of the way by a paid RSA, which also hold what the payer says.</summary>
    public static void Remplir(C2sParRsaColumns colonnes, int row, Membre membre)
    {
        var absence = membre.C2s.Etat == C2sState.Unknown && membre.AbsenceVautNonC2s;
        colonnes.Rsa[row] = membre.Rsa.Rsa;
        colonnes.RsaSince[row] = membre.Rsa.Depuis;
        colonnes.FoundAtPayer[row] = membre.C2s.Etat != C2sState.Unknown || absence;
        colonnes.C2s[row] = absence ? C2sState.None : membre.C2s.Etat;
        colonnes.C2sEnd[row] = membre.C2s.Fin;
        colonnes.Claim[row] = membre.C2s.Demande;
        colonnes.Refusal[row] = membre.C2s.Refus;
        colonnes.UnpaidUntil[row] = membre.C2s.ImpayeJusquau;
        colonnes.WeakLink[row] = membre.LienFaibleFamille || membre.LienFaibleC2s;
    }

    /// <summary>The conclusion about a person.</summary>
    /// <param name="colonnes">Columns filled by <see cref="Remplir"/> and computed.</param>
    /// <param name="calculee">Null when the engine could not read the foyer.</param>
    public static Conclusion Conclure(FoyerMensuel foyer, Membre membre, C2sParRsaColumns colonnes, int row, in C2sGuards guards, C2sCalculee? calculee, LawBook laws)
    {
        var (outcome, motif, questions) = ParRsa(colonnes, row);
        if (outcome is Outcome.NonEligible or Outcome.Indetermine)
        {
            questions = Questions.None;
            outcome = C2sParRsa.ChezLePayeur(colonnes, row, guards) ?? Voies(foyer, membre, calculee, laws, out motif, out questions);
        }

        if (outcome is Outcome.Certain or Outcome.Presume or Outcome.AVerifier)
        {
            if (motif != Motif.C2sParRsa)
                questions |= C2sParRsa.Anterieurs(colonnes, row, guards) | (colonnes.WeakLink[row] ? Questions.ConfirmerIdentite : Questions.None);
            questions |= QuestionsDuFoyer.LieuDeVie(foyer) | (membre.C2s.Etat == C2sState.Unknown ? Questions.Affiliation : Questions.None);
            if (motif != Motif.C2sParRsa)
                questions = QuestionsDuFoyer.AvecLaQuestionCommune(questions);
            outcome = questions == Questions.None ? outcome : Outcome.AVerifier;
        }

        var cautions = EtapesCommunes.Precautions(foyer)
            | (motif == Motif.C2sParRsa ? Cautions.DelaiAffichage : Cautions.None)
            | (motif is Motif.C2sParAspa or Motif.C2sParAah or Motif.C2sParticipation ? Cautions.AvecParticipation : Cautions.None);
        return new Conclusion(foyer, membre, Sujet.C2s, outcome, 0, motif, questions, cautions);
    }

    /// <summary>A paid RSA deems the condition of resources met.</summary>
    [Article("L861-2 CSS")]
    static (Outcome Outcome, Motif Motif, Questions Questions) ParRsa(C2sParRsaColumns colonnes, int row)
        => (colonnes.Outcome[row], Motif.C2sParRsa, colonnes.Questions[row]);

    static Outcome Voies(FoyerMensuel foyer, Membre membre, C2sCalculee? calculee, LawBook laws, out Motif motif, out Questions questions)
    {
        if (ParAspa(foyer, membre, out questions))
        {
            motif = Motif.C2sParAspa;
            return Outcome.Presume;
        }

        if (ParAah(foyer, membre, out questions))
        {
            motif = Motif.C2sParAah;
            return Outcome.Presume;
        }

        motif = calculee is { Statut: 2 } ? Motif.C2sGratuite : Motif.C2sParticipation;
        return ParRessources(foyer, membre, calculee, laws, out questions);
    }

    /// <summary>ASPA in payment, without work in the last three months, of either member of the couple: contributive C2S is presumed.</summary>
    [Article("L861-2 CSS")]
    static bool ParAspa(FoyerMensuel foyer, Membre membre, out Questions questions)
    {
        questions = Questions.None;
        var partenaire = Composition.Partenaire(foyer, membre);
        if (membre.Pension?.Aspa != AspaState.Paid && partenaire?.Pension?.Aspa != AspaState.Paid)
            return false;
        return SansActivite(membre, ref questions) && (partenaire is null || SansActivite(partenaire, ref questions));
    }

    /// <summary>AAH in payment to somebody who lives alone, without child nor work in the last three months.</summary>
    [Article("L861-2 CSS")]
    [Article("décret du 28 juin 2025")]
    static bool ParAah(FoyerMensuel foyer, Membre membre, out Questions questions)
    {
        questions = Questions.None;
        return foyer.AahVersee && membre.Place == Place.Demandeur && !foyer.Enfants.Any()
            && Composition.De(foyer, membre) == Aspa.Situation.Seul && !Composition.Diverge(foyer, membre) && SansActivite(membre, ref questions);
    }

    static bool SansActivite(Membre membre, ref Questions questions)
    {
        if (membre.Ressources.Percoit(Revenu.SalaireNet, 1, 3) || membre.Ressources.Percoit(Revenu.MicroEntreprise, 1, 3) || membre.Exploitant)
            return false;
        if (!membre.Ressources.Connues(1, 3))
            questions |= Questions.AutresRessources;
        return true;
    }

    /// <summary>Resources of the twelve months against the ceiling of the foyer.</summary>
    [Article("R861-8 CSS")]
    static Outcome ParRessources(FoyerMensuel foyer, Membre membre, C2sCalculee? calculee, LawBook laws, out Questions questions)
    {
        questions = Questions.None;
        if (calculee is not { } c2s || !Compte(membre, laws) || Connaissance(foyer, laws, ref questions) is false)
            return Outcome.Indetermine;
        if (Composition.PrestationEnCours(foyer) && foyer.Adultes.Any(adulte => Composition.Diverge(foyer, adulte)))
            return Outcome.DivergenceNonExploitee;
        if (c2s.Statut == 0)
            return Outcome.NonEligible;
        questions |= QuestionsDuFoyer.Composees(foyer) | QuestionsDuFoyer.Etranger(foyer)
            | (foyer.Logement == Logement.Inconnu ? Questions.Logement : Questions.None)
            | Parents(foyer, laws) | Proche(c2s, laws);
        return Outcome.Presume;
    }

    static bool Compte(Membre membre, LawBook laws)
        => membre.Place is Place.Demandeur or Place.Conjoint || (membre.Place == Place.Enfant && membre.Age(laws.Mois) < laws.C2s.AgeLimite);

    /// <summary>
    /// In a dossier, the months of each adult. Elsewhere pensions alone are known, of somebody declared alone or of both members of the couple: the
    /// rest is asked.
    /// </summary>
    static bool Connaissance(FoyerMensuel foyer, LawBook laws, ref Questions questions)
    {
        var (first, last) = (1 + laws.C2s.Decalage, 12 + laws.C2s.Decalage);
        var known = false;
        foreach (var adulte in foyer.Adultes)
        {
            known |= adulte.Ressources.UneConnue(first, last);
            if (!adulte.Ressources.Connues(first, last) || adulte.DeuxDossiers)
                questions |= Questions.AutresRessources;
            if (foyer.Origine != Origine.Dossier)
            {
                var alone = Composition.De(foyer, adulte);
                if (adulte.Pension is not { Couverture: PensionKnowledge.Complete, Nette: not null } || alone is not (Aspa.Situation.Seul or Aspa.Situation.Couple))
                    return false;
                known = true;
            }
        }

        return known;
    }

    /// <summary>Under 25 without a child, the parents' foyer may be the one that counts.</summary>
    [Article("R861-2 CSS")]
    static Questions Parents(FoyerMensuel foyer, LawBook laws)
        => !foyer.Enfants.Any() && foyer.Adultes.All(adulte => adulte.Age(laws.Mois) < laws.C2s.AgeLimite) ? Questions.FoyerDesParents : Questions.None;

    /// <summary>Close to a ceiling, or under one that is only estimated.</summary>
    static Questions Proche(in C2sCalculee c2s, LawBook laws)
    {
        var margin = 12 * laws.Marge;
        var near = Math.Abs(c2s.Ressources - c2s.Plafond) < margin || Math.Abs(c2s.Ressources - (laws.C2s.Participation * c2s.Plafond)) < margin;
        return near || laws.C2s.Estimated.Count > 0 ? Questions.MontantProche : Questions.None;
    }
}
