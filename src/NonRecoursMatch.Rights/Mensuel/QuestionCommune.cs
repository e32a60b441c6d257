using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>
/// The common question "Avec qui vivez-vous ?" of a delivered row. It goes with every other question, and with one presumed right in four, drawn
/// by the handle: who reads it cannot tell whether sources disagree on that person (invariant I4).
/// </summary>
public static class QuestionCommune
{
    /// <summary>Whether a presumed right under this handle is to be checked, whatever is known.</summary>
    public static bool Tiree(Key128 poignee) => (poignee.Low & 3) == 0;

    /// <summary>Verdict and questions of a row as they are delivered.</summary>
    /// <param name="poignee">Handle of the recipient: uniform, and nobody else's.</param>
    [Article("L114-8 CRPA")]
    public static (Outcome Outcome, Questions Questions) Appliquer(Outcome outcome, Questions questions, Key128 poignee)
        => outcome == Outcome.Presume && Tiree(poignee) ? (Outcome.AVerifier, questions | Questions.AvecQui) : (outcome, questions);
}
