using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.C2s;

/// <summary>
/// C2S without participation of the beneficiaries of a paid RSA: they are deemed to meet the condition of resources, and the right is given to
/// them without a claim unless they refuse it. Nothing is computed; every step below looks for a reason not to say that the right is missing.
/// A step answers with its conclusion, or null to hand over to the next.
/// </summary>
[Article("L861-2 CSS")]
public static class C2sParRsa
{
    /// <summary>Fills the results of <paramref name="persons"/> for a reference month.</summary>
    /// <exception cref="RightsDataException">The month is not supported.</exception>
    public static void Compute(C2sParRsaColumns persons, YearMonth month, RightsParameters parameters)
    {
        var guards = C2sGuards.InForce(parameters, month);
        for (var row = 0; row < persons.Length; row++)
        {
            persons.Questions[row] = Questions.None;
            persons.Cautions[row] = Cautions.None;
            persons.Outcome[row] =
                RsaPaye(persons, row)
                ?? RsaTropRecent(persons, row, guards)
                ?? ChezLePayeur(persons, row, guards)
                ?? DroitAOuvrir(persons, row, guards);
        }
    }

    /// <summary>What the payer of C2S says of the person, whatever the way to the right: not known, in payment, refused, claimed.</summary>
    internal static Outcome? ChezLePayeur(C2sParRsaColumns persons, int row, in C2sGuards guards)
        => ConnuDeLaCaisse(persons, row)
            ?? DroitEnCours(persons, row, guards)
            ?? Refuse(persons, row)
            ?? Demande(persons, row);

    /// <summary>What is left to ask about the person's earlier rights.</summary>
    internal static Questions Anterieurs(C2sParRsaColumns persons, int row, in C2sGuards guards)
        => RenouvellementPossible(persons, row, guards) | ParticipationImpayee(persons, row, guards);

    /// <summary>The way is open to those whose RSA is paid; a suspended or pending RSA opens nothing yet.</summary>
    [Article("L861-2 CSS")]
    static Outcome? RsaPaye(C2sParRsaColumns persons, int row) => persons.Rsa[row] switch
    {
        RsaState.Paid => null,
        RsaState.Unknown => Outcome.Indetermine,
        _ => Outcome.NonEligible,
    };

    /// <summary>A right opened lately, or at an unknown date, may already be there without showing.</summary>
    [Article("note fonctionnelle API Particulier")]
    static Outcome? RsaTropRecent(C2sParRsaColumns persons, int row, in C2sGuards guards)
        => persons.RsaSince[row] < 0 || persons.RsaSince[row] > guards.LastDay - guards.DelaiAffichage ? Outcome.DelaiTrenteJours : null;

    /// <summary>Absent from the payer's extract is not "does not receive".</summary>
    static Outcome? ConnuDeLaCaisse(C2sParRsaColumns persons, int row)
        => persons.FoundAtPayer[row] && persons.C2s[row] != C2sState.Unknown ? null : Outcome.InconnuDuPayeur;

    /// <summary>In payment: nothing to open, unless the end is near. A right without a known end is in payment.</summary>
    [Article("L861-5 CSS")]
    static Outcome? DroitEnCours(C2sParRsaColumns persons, int row, in C2sGuards guards)
    {
        var end = persons.C2sEnd[row];
        if (persons.C2s[row] == C2sState.None || (end >= 0 && end < guards.LastDay))
            return null;
        return end >= 0 && end <= guards.LastDay + guards.FenetreEcheance ? Outcome.EcheanceProche : Outcome.DejaPercu;
    }

    /// <summary>The beneficiary may refuse; a refusal is not to be argued with.</summary>
    [Article("L861-2 CSS")]
    static Outcome? Refuse(C2sParRsaColumns persons, int row) => persons.Refusal[row] >= 0 ? Outcome.Refus : null;

    /// <summary>A claim is pending; one made before the end of the latest right is the one that this right answered.</summary>
    [Article("R861-16 CSS")]
    static Outcome? Demande(C2sParRsaColumns persons, int row)
        => persons.Claim[row] >= 0 && persons.Claim[row] > persons.C2sEnd[row] ? Outcome.DemandeEnCours : null;

    /// <summary>The right is missing: <c>certain</c>, unless something remains to be asked.</summary>
    [Article("L861-2 CSS")]
    static Outcome DroitAOuvrir(C2sParRsaColumns persons, int row, in C2sGuards guards)
    {
        var questions = Anterieurs(persons, row, guards)
            | (persons.WeakLink[row] ? Questions.ConfirmerIdentite : Questions.None);
        persons.Questions[row] = questions;
        persons.Cautions[row] = Cautions.DelaiAffichage;
        return questions == Questions.None && !guards.Estimated ? Outcome.Certain : Outcome.AVerifier;
    }

    /// <summary>A right that ended a short while ago may be under renewal.</summary>
    [Article("R861-16 CSS")]
    static Questions RenouvellementPossible(C2sParRsaColumns persons, int row, in C2sGuards guards)
        => persons.C2sEnd[row] >= guards.LastDay - guards.FenetreEcheance && persons.C2sEnd[row] >= 0 ? Questions.Renouvellement : Questions.None;

    /// <summary>An unpaid participation can bar a new right: a payment schedule lifts the bar, so it is never an exclusion.</summary>
    [Article("décret 2022-565")]
    static Questions ParticipationImpayee(C2sParRsaColumns persons, int row, in C2sGuards guards)
        => persons.UnpaidUntil[row] >= guards.LastDay ? Questions.Echeancier : Questions.None;
}
