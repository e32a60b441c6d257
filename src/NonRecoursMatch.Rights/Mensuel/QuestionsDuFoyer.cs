using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>What is left to ask a foyer before a computed right can be presumed. Each step gives its question, or none.</summary>
static class QuestionsDuFoyer
{
    const int FinDesEtudes = 30;

    /// <summary>Questions that RSA and prime d'activité share.</summary>
    /// <param name="first">Youngest month that the benefit reads.</param>
    /// <param name="last">Oldest one.</param>
    public static Questions Communes(FoyerMensuel foyer, LawBook laws, int first, int last)
    {
        var questions = Composees(foyer) | Etranger(foyer) | Logement(foyer) | LieuDeVie(foyer);
        foreach (var adulte in foyer.Adultes)
        {
            questions |= adulte.Ressources.Connues(first, last) ? Questions.None : Questions.AutresRessources;
            questions |= Etudes(adulte, laws) | Titre(adulte) | Annuels(adulte);
        }

        return questions;
    }

    /// <summary>The standard question goes with every other one, so that nobody can tell from it whose sources disagree.</summary>
    public static Questions AvecLaQuestionCommune(Questions questions) => questions == Questions.None ? questions : questions | Questions.AvecQui;

    /// <summary>A couple whose partner is nowhere, or sources that disagree.</summary>
    [Article("L262-5 CASF")]
    public static Questions Composees(FoyerMensuel foyer)
    {
        var partiel = Composition.ConjointAbsent(foyer) || (foyer.Conjoint is null && foyer.Situation == Aspa.Situation.Unknown);
        return partiel || foyer.Adultes.Any(adulte => Composition.Diverge(foyer, adulte)) ? Questions.AvecQui : Questions.None;
    }

    /// <summary>Foreign pay and pensions are in no file.</summary>
    [Article("L262-3 CASF")]
    public static Questions Etranger(FoyerMensuel foyer)
        => foyer.Frontalier || foyer.Adultes.Any(adulte => adulte.Pension?.CarriereEtranger == Ternary.Yes) ? Questions.Etranger : Questions.None;

    /// <summary>Housing that is not known: computed with the full flat amount.</summary>
    [Article("R262-9 CASF")]
    static Questions Logement(FoyerMensuel foyer) => foyer.Logement == Foyers.Logement.Inconnu ? Questions.Logement : Questions.None;

    /// <summary>Collective housing: somebody looks before anything is written.</summary>
    public static Questions LieuDeVie(FoyerMensuel foyer) => foyer.Etablissement ? Questions.LieuDeVie : Questions.None;

    [Article("L262-4 3° CASF")]
    static Questions Etudes(Membre adulte, LawBook laws)
        => adulte.Etudiant == Ternary.Unknown && adulte.Age(laws.Mois) < FinDesEtudes ? Questions.Etudes : Questions.None;

    [Article("L262-4 2° CASF")]
    static Questions Titre(Membre adulte)
        => adulte.Nationalite == Nationality.Unknown || (adulte.Nationalite == Nationality.Other && adulte.AnneesDeTitre < 0) ? Questions.TitreSejour : Questions.None;

    /// <summary>Farmers and self-employed: the last known year stands for the quarter.</summary>
    [Article("R262-19 CASF")]
    static Questions Annuels(Membre adulte)
        => adulte.Exploitant || adulte.BeneficesAgricoles.Count > 0 || adulte.Ressources.Percoit(Revenu.MicroEntreprise, 0, Serie.Mois - 1) ? Questions.RevenusAnnuels : Questions.None;
}
