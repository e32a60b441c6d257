using NonRecoursMatch.Rights.C2s;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>State of a benefit of a dossier at its payer. Pending, refused, suspended and closed are causes of their own, never "no".</summary>
public enum EtatDroit : byte
{
    /// <summary>Not known: no dossier at a payer.</summary>
    Inconnu,

    /// <summary>The payer knows the dossier and holds no such right.</summary>
    Absent,

    /// <summary>0: pending.</summary>
    EnAttente,

    /// <summary>1: refused.</summary>
    Refuse,

    /// <summary>2: open, payable.</summary>
    Verse,

    /// <summary>3: open, suspended, amount known.</summary>
    Suspendu,

    /// <summary>4: open, payment suspended and not computable: the quarterly declaration is missing.</summary>
    DeclarationAttendue,

    /// <summary>5 or 6: closed.</summary>
    Clos,
}

/// <summary>A right as its payer knows it.</summary>
/// <param name="Etat">State.</param>
/// <param name="Depuis">Day on which it opened (<see cref="DateOnly.DayNumber"/>), -1 = unknown.</param>
public readonly record struct DroitConnu(EtatDroit Etat, int Depuis)
{
    /// <summary>No dossier.</summary>
    public static DroitConnu Inconnu => new(EtatDroit.Inconnu, -1);

    /// <summary>The same, as the C2S of RSA beneficiaries reads it.</summary>
    public RsaState Rsa => Etat switch
    {
        EtatDroit.Inconnu => RsaState.Unknown,
        EtatDroit.Absent => RsaState.None,
        EtatDroit.EnAttente => RsaState.Pending,
        EtatDroit.Refuse => RsaState.Refused,
        EtatDroit.Verse => RsaState.Paid,
        EtatDroit.Clos => RsaState.Closed,
        _ => RsaState.Suspended,
    };
}
