using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>What is concluded about one person, or about a foyer through its applicant.</summary>
/// <param name="Foyer">The foyer examined.</param>
/// <param name="Membre">Who would be told.</param>
/// <param name="Sujet">About what.</param>
/// <param name="Outcome">Conclusion; three of them make a row.</param>
/// <param name="Montant">€/month, 0 where none is told.</param>
/// <param name="Motif">Why.</param>
/// <param name="Questions">What is left to ask.</param>
/// <param name="Cautions">What must be said.</param>
public readonly record struct Conclusion(
    FoyerMensuel Foyer, Membre Membre, Sujet Sujet, Outcome Outcome, double Montant, Motif Motif, Questions Questions, Cautions Cautions)
{
    /// <summary>Whether the conclusion makes a row.</summary>
    public bool FaitUneLigne => Outcome is Outcome.Certain or Outcome.Presume or Outcome.AVerifier;
}
