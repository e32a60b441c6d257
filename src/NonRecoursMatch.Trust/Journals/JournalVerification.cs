namespace NonRecoursMatch.Trust.Journals;

/// <summary>What is wrong with a line.</summary>
public enum JournalFault
{
    /// <summary>It is not one JSON object with the five members of an entry.</summary>
    NotAnEntry,

    /// <summary>Its number does not follow: a line was taken out, added or moved.</summary>
    WrongNumber,

    /// <summary>It does not carry the digest of the line before: that line, or this one, was altered.</summary>
    WrongPrevious,

    /// <summary>It has no newline: the program died while writing it.</summary>
    Incomplete,
}

/// <summary>The answer to "is this journal whole?".</summary>
/// <param name="Lines">Number of good lines, from the first.</param>
/// <param name="Bytes">Size of the good lines, newlines included.</param>
/// <param name="Head">
/// Digest of the last good line (64 zeros when there is none). The chain proves every line but the last: compare this with the head
/// that an attestation states to prove that one too, and that no line was cut off at the end.
/// </param>
/// <param name="Fault">What is wrong with line <paramref name="Lines"/> + 1; null when the journal is intact.</param>
public sealed record JournalVerification(long Lines, long Bytes, string Head, JournalFault? Fault)
{
    /// <summary>Whether every line is good.</summary>
    public bool Intact => Fault is null;

    /// <summary>Number of the first broken line, from 1; null when intact.</summary>
    public long? BrokenLine => Intact ? null : Lines + 1;
}
