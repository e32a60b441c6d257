namespace NonRecoursMatch.Trust.Audits;

/// <summary>An attestation that proves nothing.</summary>
/// <param name="fault">Why.</param>
public sealed class AuditException(AuditFault fault) : Exception($"the attestation proves nothing ({fault})")
{
    /// <summary>Why.</summary>
    public AuditFault Fault { get; } = fault;
}
