using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>Place of a person in the foyer.</summary>
public enum Place : byte
{
    /// <summary>Not known, or withheld because somebody of the dossier does not leave the holder.</summary>
    Inconnue,

    /// <summary>Applicant.</summary>
    Demandeur,

    /// <summary>Partner.</summary>
    Conjoint,

    /// <summary>Child or dependant.</summary>
    Enfant,

    /// <summary>Another person of the dossier: not of the foyer.</summary>
    Autre,
}

/// <summary>C2S of a person at its payer. Days are <see cref="DateOnly.DayNumber"/>, -1 = unknown or none.</summary>
/// <param name="Etat">State; unknown when no payer holds the person.</param>
/// <param name="Fin">End of the present or latest right.</param>
/// <param name="Demande">Pending claim.</param>
/// <param name="Refus">Refusal by the person.</param>
/// <param name="ImpayeJusquau">Unpaid participation bars renewal until then.</param>
public readonly record struct CouvertureC2s(C2sState Etat, int Fin, int Demande, int Refus, int ImpayeJusquau)
{
    /// <summary>No payer holds the person.</summary>
    public static CouvertureC2s Inconnue => new(C2sState.Unknown, -1, -1, -1, -1);
}

/// <summary>Pension facts of a person, all funds together. Amounts are €/month of M.</summary>
public sealed record PensionConnue
{
    /// <summary>What the total covers.</summary>
    public required PensionKnowledge Couverture { get; init; }

    /// <summary>Gross pensions.</summary>
    public required double Brute { get; init; }

    /// <summary>Net pensions of all schemes; null when not known.</summary>
    public double? Nette { get; init; }

    /// <summary>Family situation declared to the fund.</summary>
    public Situation Situation { get; init; }

    /// <summary>ASPA at the fund.</summary>
    public AspaState Aspa { get; init; }

    /// <summary>Full rate.</summary>
    public Ternary TauxPlein { get; init; }

    /// <summary>Career abroad.</summary>
    public Ternary CarriereEtranger { get; init; }

    /// <summary>Lives in France.</summary>
    public Ternary EnFrance { get; init; }
}

/// <summary>What the month's extracts know of one person, all sources together.</summary>
public sealed class Membre
{
    /// <summary>The caller's own number of the person.</summary>
    public int Cle { get; init; }

    /// <summary>Place in the foyer.</summary>
    public Place Place { get; set; }

    /// <summary>Birth month (<see cref="Columns.YearMonth.Index"/>), -1 = unknown.</summary>
    public int Naissance { get; set; } = -1;

    /// <summary>Student.</summary>
    public Ternary Etudiant { get; set; }

    /// <summary>Apprentice.</summary>
    public Ternary Apprenti { get; set; }

    /// <summary>Child in alternating custody.</summary>
    public bool Alternance { get; set; }

    /// <summary>Nationality group.</summary>
    public Nationality Nationalite { get; set; }

    /// <summary>Whole years of permit, -1 = unknown.</summary>
    public int AnneesDeTitre { get; set; } = -1;

    /// <summary>Monthly incomes.</summary>
    public RessourcesConnues Ressources { get; } = new();

    /// <summary>Agricultural profits by year, €.</summary>
    public Dictionary<int, double> BeneficesAgricoles { get; } = [];

    /// <summary>Farmer in activity.</summary>
    public bool Exploitant { get; set; }

    /// <summary>RSA of the dossier in which the person counts, the paid one when there are several.</summary>
    public DroitConnu Rsa { get; set; } = DroitConnu.Inconnu;

    /// <summary>An adult of two dossiers: which one is right is not known.</summary>
    public bool DeuxDossiers { get; set; }

    /// <summary>No caisse holds the person, the link was possible and the caisses are exhaustive.</summary>
    public bool ConnuDAucuneCaisse { get; set; }

    /// <summary>C2S at its payer.</summary>
    public CouvertureC2s C2s { get; set; } = CouvertureC2s.Inconnue;

    /// <summary>Absent from the payers of C2S, which all declare themselves exhaustive, and the link was possible: absent means no.</summary>
    public bool AbsenceVautNonC2s { get; set; }

    /// <summary>Pensions, null when no fund holds the person.</summary>
    public PensionConnue? Pension { get; set; }

    /// <summary>Absent from the pension funds, which all declare themselves exhaustive, and the link was possible.</summary>
    public bool AbsenceVautNonAspa { get; set; }

    /// <summary>Holders of the lease of which the person is one; 0 when no landlord holds the person as such.</summary>
    public int TitulairesDuBail { get; set; }

    /// <summary>Known to a landlord.</summary>
    public bool ChezUnBailleur { get; set; }

    /// <summary>A record used for the family facts was joined without NIR.</summary>
    public bool LienFaibleFamille { get; set; }

    /// <summary>The record of C2S was joined without NIR.</summary>
    public bool LienFaibleC2s { get; set; }

    /// <summary>A record of pension was joined without NIR.</summary>
    public bool LienFaiblePension { get; set; }

    /// <summary>Age in whole years at the first day of a month, -1 = unknown. Only the month of birth is known: nobody is older for a day's sake.</summary>
    public int Age(Columns.YearMonth mois) => Naissance < 0 ? -1 : (int)Math.Floor((mois.Index - Naissance - 1) / 12d);
}
