namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>What a row of a list is about. The first four are the benefits, in the order of the agreement's.</summary>
public enum Sujet : byte
{
    /// <summary>Complémentaire santé solidaire, for one person.</summary>
    C2s,

    /// <summary>ASPA, for one person.</summary>
    Aspa,

    /// <summary>RSA of a foyer, told to its applicant.</summary>
    Rsa,

    /// <summary>Prime d'activité of a foyer, told to its applicant.</summary>
    Ppa,

    /// <summary>RSA suspended for want of the quarterly declaration.</summary>
    DeclarationRsa,

    /// <summary>Prime d'activité suspended for want of the quarterly declaration.</summary>
    DeclarationPpa,

    /// <summary>Known to no caisse: to be received by the CCAS that holds the person.</summary>
    InconnuDesCaisses,
}

/// <summary>Why a row is there, as the payer of the benefit may read it.</summary>
public enum Motif : byte
{
    /// <summary>A paid RSA opens C2S.</summary>
    C2sParRsa,

    /// <summary>A paid ASPA: contributive C2S is presumed.</summary>
    C2sParAspa,

    /// <summary>AAH, alone and without activity: contributive C2S is presumed.</summary>
    C2sParAah,

    /// <summary>Resources under the ceiling of free C2S.</summary>
    C2sGratuite,

    /// <summary>Resources under the ceiling of contributive C2S.</summary>
    C2sParticipation,

    /// <summary>Resources under the ceiling of ASPA.</summary>
    Aspa,

    /// <summary>Resources under the RSA flat amount.</summary>
    Rsa,

    /// <summary>Modest earnings.</summary>
    Ppa,

    /// <summary>The quarterly declaration did not come back.</summary>
    Declaration,

    /// <summary>No caisse holds the person.</summary>
    Inconnu,
}
