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

    /// <summary>Outside its life: not active yet, expired, rotated, or dated after today.</summary>
    NotInForce,

    /// <summary>One half of a key, or two that are not of one key.</summary>
    HalfMissing,

    /// <summary>Its file is under a passphrase, and none was given.</summary>
    PassphraseNeeded,

    /// <summary>No passphrase given opens its file, or the file was altered: which of the two is not said.</summary>
    NotOpened,

    /// <summary>The passphrase of a new file is too short.</summary>
    WeakPassphrase,

    /// <summary>Only a key in a plain file can be rotated or destroyed.</summary>
    NotAFile,
}

/// <summary>A key that may not be used (exit code 77). The message never holds a value, nor the text of a refused reference.</summary>
public sealed class KeyRefusedException(KeyRefusal reason, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public KeyRefusal Reason { get; } = reason;
}
