namespace NonRecoursMatch.Trust.Audits;

/// <summary>What an audit can find. One catalogue: the command line has a sentence for each, in both languages.</summary>
public enum AuditFault
{
    /// <summary>Stated, not there.</summary>
    Missing,

    /// <summary>Other bytes than stated.</summary>
    Differs,

    /// <summary>There, not stated.</summary>
    Unexpected,

    /// <summary>Stated under a name that leaves the folder; it is not opened.</summary>
    UnsafeName,

    /// <summary>A link; it is not followed.</summary>
    Link,

    /// <summary>Stated twice.</summary>
    StatedTwice,

    /// <summary>Not a DSSE envelope with one signature and its certificate.</summary>
    NotAnEnvelope,

    /// <summary>An envelope that is not written as we write it: something in it escapes the signature.</summary>
    NotCanonical,

    /// <summary>An envelope of something else than an in-toto statement.</summary>
    UnknownPayload,

    /// <summary>The key id is not the digest of the certificate.</summary>
    KeyIdDiffers,

    /// <summary>The certificate cannot be read, or is not of an EC P-256 key.</summary>
    CertificateUnusable,

    /// <summary>The signature is not that of the certificate over these bytes.</summary>
    SignatureWrong,

    /// <summary>The certificate was not valid when it signed.</summary>
    CertificateOutOfDate,

    /// <summary>The certificate is neither the trusted one nor issued by it.</summary>
    Untrusted,

    /// <summary>The signed bytes are not the statement that is expected here.</summary>
    NotAStatement,

    /// <summary>The journal's chain is broken.</summary>
    JournalBroken,

    /// <summary>The journal has lines that nothing signs.</summary>
    JournalUnsigned,

    /// <summary>The journal states another digest for this file than the attestation.</summary>
    JournalDisagrees,

    /// <summary>The proof of deletion is not signed.</summary>
    PurgeUnsigned,

    /// <summary>The proof of deletion is that of another result.</summary>
    PurgeOfAnother,

    /// <summary>Proved to be deleted, and there.</summary>
    PurgedAndThere,

    /// <summary>The previous result of the chain is not among those verified.</summary>
    PreviousMissing,

    /// <summary>The previous result of the chain has another folder name than stated: folders were renamed or exchanged.</summary>
    PreviousRenamed,

    /// <summary>The number in the chain does not follow that of the previous result.</summary>
    OutOfOrder,

    /// <summary>Two results follow the same one.</summary>
    Forked,

    /// <summary>The chain does not hold, at this place, the attestation whose digest was kept.</summary>
    NotAsKept,
}

/// <summary>One difference.</summary>
/// <param name="File">Its name in the result, or the result's folder.</param>
/// <param name="Fault">What differs.</param>
/// <param name="Line">Line of the journal, where it is about one.</param>
public sealed record AuditDifference(string File, AuditFault Fault, long? Line = null);
