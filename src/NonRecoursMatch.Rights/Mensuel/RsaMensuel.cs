using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>
/// RSA of a foyer of the month. The steps follow the order in which a case is read: where, who has it already, what must not be looked at, what is
/// known, how much, and what is left to ask.
/// </summary>
[Article("L262-2 CASF")]
static class RsaMensuel
{
    /// <summary>The conclusion of a foyer.</summary>
    /// <param name="calculable">Whether the engine could read the foyer.</param>
    /// <param name="montant">RSA computed, €/month.</param>
    public static Conclusion Conclure(FoyerMensuel foyer, Membre sujet, bool calculable, double montant, LawBook laws)
    {
        var oldest = 3 + laws.Rsa.Decalage;
        var questions = Questions.None;
        var outcome = EtapesCommunes.Avant(foyer, foyer.Rsa, calculable, 0, oldest) ?? Montant(montant);
        if (outcome is null)
        {
            questions = QuestionsDuFoyer.AvecLaQuestionCommune(
                QuestionsDuFoyer.Communes(foyer, laws, 0, oldest)
                | RetraitesDabord(foyer, laws)
                | EtapesCommunes.DroitClos(foyer.Rsa)
                | EtapesCommunes.Faible(foyer)
                | (montant < laws.Rsa.MinimumVerse + laws.Marge ? Questions.MontantProche : Questions.None));
            outcome = questions == Questions.None ? Outcome.Presume : Outcome.AVerifier;
        }

        return new Conclusion(foyer, sujet, Sujet.Rsa, outcome.Value, montant, Motif.Rsa, questions, EtapesCommunes.Precautions(foyer));
    }

    [Article("L262-2 CASF")]
    static Outcome? Montant(double montant) => montant > 0 ? null : Outcome.NonEligible;

    /// <summary>Pensions and ASPA, from the age of ASPA, come before RSA: asked, never an exclusion.</summary>
    [Article("L262-10 CASF")]
    static Questions RetraitesDabord(FoyerMensuel foyer, LawBook laws)
        => foyer.Adultes.Any(adulte => adulte.Age(laws.Mois) >= laws.MinimumVieillesse[0].Age) ? Questions.RetraitesDabord : Questions.None;
}
