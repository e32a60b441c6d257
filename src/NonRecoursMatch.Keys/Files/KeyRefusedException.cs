namespace NonRecoursMatch.Keys.Files;

/// <summary>Why a key was refused.</summary>
public enum KeyRefusal
{
    /// <summary>The text is not a reference (<c>env:NAME</c> or <c>file:PATH</c>): perhaps a bare key.</summary>
    NotAReference,

    /// <summary>The variable or file does not exist.</summary>
    Missing,

    /// <summary>Its content is not a key.</summary>
    Malformed,

    /// <summary>Other users of the machine can read the file.</summary>
    ReadableByOthers,

    /// <summary>It is a key of the other kind: a root where a holder secret is needed, or the reverse.</summary>
    WrongKind,

    /// <summary>It is a right key for something else: its check value differs, or what it encrypted does not open.</summary>
    WrongKey,
}

/// <summary>A key that may not be used (exit code 77). The message never holds a value, nor the text of a refused reference.</summary>
public sealed class KeyRefusedException(KeyRefusal reason, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public KeyRefusal Reason { get; } = reason;
}
