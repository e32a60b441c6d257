namespace NonRecoursMatch.Trust.Seals;

/// <summary>Why something cannot be sealed, or a sealed package not be opened.</summary>
public enum SealRefusal
{
    /// <summary>The receiver's certificate is not an RSA certificate of 2048 bits or more that may encipher keys, or not a certificate at all.</summary>
    CertificateUnusable,

    /// <summary>A certificate is not valid yet, or no more.</summary>
    OutOfDate,

    /// <summary>The identity that opens is not a PEM with an RSA certificate and its private key.</summary>
    IdentityUnusable,

    /// <summary>The sender is not one of those expected.</summary>
    UnknownSender,

    /// <summary>It is sealed to somebody else.</summary>
    NotForUs,

    /// <summary>A byte was changed, a file is missing, added, renamed or a link.</summary>
    Altered,

    /// <summary>It was sealed later than the clock of this machine says.</summary>
    FromTheFuture,

    /// <summary>Of another agreement, another text of it, another month or another source.</summary>
    OtherCampaign,

    /// <summary>A certificate is none of those that the agreement states for this exchange.</summary>
    NotInAgreement,

    /// <summary>There is nothing to seal, or there are links among the files.</summary>
    NothingToSeal,
}

/// <summary>Something that may not be sealed or opened (exit code 77; 78 for another campaign). The message names files and rules, never a content.</summary>
public sealed class SealRefusedException(SealRefusal reason, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public SealRefusal Reason { get; } = reason;
}
