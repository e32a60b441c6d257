using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;
using Situation = NonRecoursMatch.Rights.Aspa.Situation;

namespace NonRecoursMatch.Synthetic.Truth;

/// <summary>The special cases of the product: by which facts one recognises them, and what they decide. A foyer can be in several.</summary>
internal static class CaseList
{
    const int Quarter = 3;
    const int AgeOfPensions = 65;
    const int EndOfStudies = 30;

    /// <summary>Name, facts, and the conclusions that the case is about.</summary>
    public static IReadOnlyList<(string Name, Func<FoyerMensuel, TrueFoyer, bool> Applies, Func<Conclusion, bool> Concerns)> All { get; } =
    [
        ("inconnu_n_est_pas_zero",
            (foyer, _) => Open(foyer.Rsa) && Dossier(foyer) && !foyer.Mutation && !Diverges(foyer) && foyer.Demandeur?.Ressources.UneConnue(0, Quarter) == false,
            Is(Sujet.Rsa)),
        ("absent_n_est_pas_non_hors_dossier", (foyer, _) => !Dossier(foyer) && foyer.Zone != Zone.Mayotte, Is(Sujet.Rsa, Sujet.Ppa)),
        ("absent_de_la_cpam",
            (foyer, _) => foyer.Membres.Exists(membre => membre.AbsenceVautNonC2s),
            conclusion => conclusion.Sujet == Sujet.C2s && conclusion.Membre.AbsenceVautNonC2s),
        ("absent_des_caisses_de_retraite",
            (foyer, _) => foyer.Membres.Exists(Absent),
            conclusion => conclusion.Sujet == Sujet.Aspa && Absent(conclusion.Membre)),
        ("seul_sans_declaration",
            (foyer, _) => !Dossier(foyer) && foyer.Membres.Count == 1 && foyer.Membres[0].Pension is { Situation: Situation.Unknown },
            Is(Sujet.Aspa)),
        ("membre_retire", (_, made) => made.Members.Any(member => member.Person.Family?.CompositionWithheld == true), Is(Sujet.Rsa, Sujet.Ppa)),
        ("transfert", (foyer, _) => foyer.Mutation && Open(foyer.Rsa), Is(Sujet.Rsa)),
        ("etablissement", (foyer, _) => foyer.Etablissement, Rows),
        ("commune_frontaliere",
            (foyer, _) => foyer.Frontalier,
            conclusion => Rows(conclusion) && conclusion.Sujet is Sujet.Rsa or Sujet.Ppa or Sujet.Aspa && conclusion.Outcome is Outcome.AVerifier or Outcome.Presume),
        ("etudes_inconnues",
            (foyer, _) => foyer.Adultes.Any(adulte => adulte.Etudiant == Ternary.Unknown && Dossier(foyer)),
            conclusion => conclusion.Sujet == Sujet.Rsa && conclusion.FaitUneLigne && conclusion.Questions.HasFlag(Questions.Etudes)),
        ("revenus_annuels",
            (foyer, _) => foyer.Adultes.Any(adulte => adulte.Exploitant || adulte.Ressources.Percoit(Revenu.MicroEntreprise, 0, Quarter)),
            conclusion => conclusion.FaitUneLigne && conclusion.Sujet is Sujet.Rsa or Sujet.Ppa),
        ("mayotte", (foyer, _) => foyer.Zone == Zone.Mayotte, Is(Sujet.Rsa, Sujet.Ppa, Sujet.Aspa)),
        ("declaration_non_renvoyee",
            (foyer, _) => foyer.Rsa.Etat == EtatDroit.DeclarationAttendue || foyer.Ppa.Etat == EtatDroit.DeclarationAttendue,
            Is(Sujet.DeclarationRsa, Sujet.DeclarationPpa)),
        ("droit_en_attente", (foyer, _) => foyer.Rsa.Etat == EtatDroit.EnAttente, Is(Sujet.Rsa)),
        ("droit_refuse", (foyer, _) => foyer.Rsa.Etat == EtatDroit.Refuse, Is(Sujet.Rsa)),
        ("droit_suspendu", (foyer, _) => foyer.Rsa.Etat == EtatDroit.Suspendu, Is(Sujet.Rsa)),
        ("droit_clos", (foyer, _) => foyer.Rsa.Etat == EtatDroit.Clos, conclusion => conclusion.Sujet == Sujet.Rsa && conclusion.FaitUneLigne),
        ("c2s_refusee",
            (foyer, _) => foyer.Membres.Exists(membre => Refused(membre)),
            conclusion => conclusion.Sujet == Sujet.C2s && Refused(conclusion.Membre) && conclusion.Foyer.Rsa.Etat == EtatDroit.Verse),
        ("connu_d_aucune_caisse", (foyer, _) => foyer.Membres.Exists(membre => membre.ConnuDAucuneCaisse), Is(Sujet.InconnuDesCaisses)),
        ("couple_non_declare_avec_prestation",
            (foyer, _) => Undeclared(foyer) && foyer.Zone != Zone.Mayotte && Open(foyer.Rsa) && !foyer.Mutation && foyer.PrestationVersee,
            Is(Sujet.Rsa)),
        ("couple_non_declare_sans_prestation",
            (foyer, _) => Undeclared(foyer) && !foyer.PrestationVersee,
            conclusion => conclusion.FaitUneLigne && conclusion.Sujet is Sujet.Rsa or Sujet.Ppa),
        ("deux_dossiers",
            (foyer, _) => foyer.Adultes.Any(adulte => adulte.DeuxDossiers) && Open(foyer.Rsa) && !foyer.Mutation && !Diverges(foyer),
            Is(Sujet.Rsa)),
        ("dossier_sans_demandeur",
            (foyer, _) => Dossier(foyer) && foyer.Demandeur is null && foyer.Conjoint is not null && Open(foyer.Rsa) && !foyer.Mutation && !Diverges(foyer),
            Is(Sujet.Rsa)),
    ];

    static Func<Conclusion, bool> Is(params Sujet[] subjects) => conclusion => subjects.Contains(conclusion.Sujet);

    static bool Rows(Conclusion conclusion) => conclusion.FaitUneLigne && conclusion.Sujet is Sujet.C2s or Sujet.Aspa or Sujet.Rsa or Sujet.Ppa;

    static bool Dossier(FoyerMensuel foyer) => foyer.Origine == Origine.Dossier;

    static bool Open(DroitConnu right) => right.Etat is EtatDroit.Absent or EtatDroit.Clos;

    static bool Absent(Membre membre) => membre.AbsenceVautNonAspa && membre.Naissance >= 0 && membre.Pension is null;

    static bool Refused(Membre membre) => membre.C2s is { Etat: C2sState.None, Refus: >= 0 };

    static bool Undeclared(FoyerMensuel foyer)
        => Dossier(foyer) && foyer.Demandeur is { TitulairesDuBail: > 1 } && foyer.Situation == Situation.Seul && foyer.Conjoint is null;

    // The pension fund may contradict the dossier too: such foyers are counted with the undeclared couples' rule, not here.
    static bool Diverges(FoyerMensuel foyer)
        => foyer.Adultes.Any(adulte => adulte.TitulairesDuBail > 1 && foyer.Situation == Situation.Seul) || foyer.Adultes.Any(adulte => adulte.Pension is { Situation: not Situation.Unknown });
}
