namespace NonRecoursMatch.Holder.Registers;

/// <summary>Why a register of a body was not used.</summary>
public enum RegisterRefusal
{
    /// <summary>Its bytes are not as they were written; it is left as it is.</summary>
    Altered,

    /// <summary>It was written after today: the clock was set back, and what must expire would not.</summary>
    ClockSetBack,

    /// <summary>A reference is of nobody in the extract: the opposition would count for nobody.</summary>
    NamesNobody,
}

/// <summary>A register was refused, and nothing was written. The message names files and lines, never a person.</summary>
public sealed class RegisterException(RegisterRefusal refusal, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public RegisterRefusal Refusal { get; } = refusal;
}
