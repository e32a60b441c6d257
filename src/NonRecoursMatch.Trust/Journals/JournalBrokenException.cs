namespace NonRecoursMatch.Trust.Journals;

/// <summary>A journal's chain is broken.</summary>
/// <param name="found">Where and how.</param>
public sealed class JournalBrokenException(JournalVerification found)
    : Exception($"the journal is broken at line {found.BrokenLine} ({found.Fault})")
{
    /// <summary>Where and how.</summary>
    public JournalVerification Found { get; } = found;
}
