namespace NonRecoursMatch.Operator;

/// <summary>Why the operator refuses to go on; the command line maps each to its exit code.</summary>
public enum Refusal
{
    /// <summary>A package or file is missing (66).</summary>
    InputMissing,

    /// <summary>The key check values differ (77).</summary>
    WrongKey,

    /// <summary>The package belongs to another agreement, month or purpose, or is past its retention date (78).</summary>
    OtherCampaign,

    /// <summary>The package is not what its manifest says (1).</summary>
    Altered,

    /// <summary>The package is signed by somebody else than the agreement states (77).</summary>
    UnknownSender,

    /// <summary>A partition that a task left is incomplete or was altered (1).</summary>
    Partition,

    /// <summary>A correction removes more persons than the agreement lets pass without a confirmation (1).</summary>
    Correction,
}

/// <summary>A refusal of the operator: the message names the package, what was expected and what to do, never a person.</summary>
public sealed class OperatorException(Refusal refusal, string message) : Exception(message)
{
    /// <summary>The kind of refusal.</summary>
    public Refusal Refusal { get; } = refusal;
}
