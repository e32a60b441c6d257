using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>Prime d'activité of a foyer of the month, read in the same order as RSA.</summary>
[Article("L842-1 CSS")]
static class PpaMensuelle
{
    /// <summary>The conclusion of a foyer.</summary>
    /// <param name="calculable">Whether the engine could read the foyer.</param>
    /// <param name="montant">Prime computed, €/month before CRDS.</param>
    public static Conclusion Conclure(FoyerMensuel foyer, Membre sujet, bool calculable, double montant, LawBook laws)
    {
        var (newest, oldest) = (1 + laws.Rsa.Decalage, 3 + laws.Rsa.Decalage);
        var questions = Questions.None;
        var outcome = EtapesCommunes.Avant(foyer, foyer.Ppa, calculable, newest, oldest) ?? (montant > 0 ? null : Outcome.NonEligible);
        if (outcome is null)
        {
            questions = QuestionsDuFoyer.AvecLaQuestionCommune(
                QuestionsDuFoyer.Communes(foyer, laws, newest, oldest)
                | EtapesCommunes.DroitClos(foyer.Ppa)
                | EtapesCommunes.Faible(foyer)
                | (montant < laws.Ppa[0].MinimumVerse + laws.Marge ? Questions.MontantProche : Questions.None));
            outcome = questions == Questions.None ? Outcome.Presume : Outcome.AVerifier;
        }

        return new Conclusion(foyer, sujet, Sujet.Ppa, outcome.Value, montant, Motif.Ppa, questions, EtapesCommunes.Precautions(foyer));
    }
}
