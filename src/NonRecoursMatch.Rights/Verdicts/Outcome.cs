namespace NonRecoursMatch.Rights.Verdicts;

/// <summary>What the engine concludes for one person (or foyer) and one benefit. Only the first three make a row; the others leave a count.</summary>
public enum Outcome : byte
{
    /// <summary>Found not entitled.</summary>
    NonEligible,

    /// <summary>A rule of law needs no computation.</summary>
    Certain,

    /// <summary>Every indispensable input known, amount above the minimum with margin.</summary>
    Presume,

    /// <summary>An input that could lower or cancel the right is missing, estimated or uncertain: a question is given.</summary>
    AVerifier,

    /// <summary>Already in payment.</summary>
    DejaPercu,

    /// <summary>In payment, its end within 60 days.</summary>
    EcheanceProche,

    /// <summary>A claim is pending.</summary>
    DemandeEnCours,

    /// <summary>The person refused the benefit.</summary>
    Refus,

    /// <summary>Opened less than 30 days ago: the next payer may not show it yet.</summary>
    DelaiTrenteJours,

    /// <summary>The person is not found in the payer's extract: absent is not "does not receive".</summary>
    InconnuDuPayeur,

    /// <summary>An indispensable input is missing and no question helps.</summary>
    Indetermine,

    /// <summary>Sources diverge in a way that could reduce a benefit in payment (invariant I4).</summary>
    DivergenceNonExploitee,

    /// <summary>No rule for this place or case (Mayotte).</summary>
    NonCalculable,

    /// <summary>Open and suspended at the payer.</summary>
    Suspendu,

    /// <summary>Suspended for want of the quarterly declaration: a list of its own to the payer.</summary>
    DeclarationAttendue,

    /// <summary>The dossier is moving between caisses: nothing is said for 90 days.</summary>
    Mutation,
}

/// <summary>Questions to ask, each a text of the lists' resources. A set, in the order in which they are asked.</summary>
[Flags]
public enum Questions
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>"Avec qui vivez-vous ?"</summary>
    AvecQui = 1,

    /// <summary>"Percevez-vous d'autres pensions ou revenus ?"</summary>
    AutresRessources = 2,

    /// <summary>"Avez-vous travaillé ou percevez-vous une pension à l'étranger ?"</summary>
    Etranger = 4,

    /// <summary>Residence permit: since when, where nationality is unknown or foreign.</summary>
    TitreSejour = 8,

    /// <summary>Full-rate pension: to check before claiming anything.</summary>
    TauxPlein = 16,

    /// <summary>Is a renewal of C2S under way?</summary>
    Renouvellement = 32,

    /// <summary>Unpaid participation: a payment schedule can be arranged.</summary>
    Echeancier = 64,

    /// <summary>Confirm date and place of birth before naming any right.</summary>
    ConfirmerIdentite = 128,

    /// <summary>Amount close to the minimum: exact resources of the last three months.</summary>
    MontantProche = 256,

    /// <summary>Residence in France.</summary>
    Residence = 512,

    /// <summary>Is the person a student or an apprentice?</summary>
    Etudes = 1_024,

    /// <summary>Income known by the year only (self-employed, farmers): that of the last months.</summary>
    RevenusAnnuels = 2_048,

    /// <summary>Tenant, owner, housed free?</summary>
    Logement = 4_096,

    /// <summary>Where does the person live at present (collective housing)?</summary>
    LieuDeVie = 8_192,

    /// <summary>From 65 pensions and ASPA come before RSA: are they claimed?</summary>
    RetraitesDabord = 16_384,

    /// <summary>The right was closed: does the person know why?</summary>
    DroitClos = 32_768,

    /// <summary>Under 25: declared by the parents?</summary>
    FoyerDesParents = 65_536,

    /// <summary>Which health insurance fund does the person depend on?</summary>
    Affiliation = 131_072,

    /// <summary>The quarterly declaration is to be sent back.</summary>
    Declaration = 262_144,
}

/// <summary>Cautions that must be said with the right.</summary>
[Flags]
public enum Cautions
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>ASPA is recovered on the estate above a dated threshold.</summary>
    RecuperationSuccession = 1,

    /// <summary>Do not claim a pension before the full rate is checked.</summary>
    NePasDemanderRetraite = 2,

    /// <summary>A right can take 30 days to show.</summary>
    DelaiAffichage = 4,

    /// <summary>The amount is for both members of the couple.</summary>
    MontantDuCouple = 8,

    /// <summary>No letter before somebody has looked: collective housing.</summary>
    PasDeCourrier = 16,

    /// <summary>The right is with a participation.</summary>
    AvecParticipation = 32,
}
