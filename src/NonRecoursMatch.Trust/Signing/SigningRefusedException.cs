namespace NonRecoursMatch.Trust.Signing;

/// <summary>Why an identity may not sign.</summary>
public enum SigningRefusal
{
    /// <summary>The text is not a reference (<c>env:NAME</c> or <c>file:PATH</c>).</summary>
    NotAReference,

    /// <summary>The variable or file does not exist, or may not be read.</summary>
    Missing,

    /// <summary>Not a PEM with an X.509 certificate and its unencrypted EC P-256 private key.</summary>
    Malformed,

    /// <summary>Other users of the machine can read the file.</summary>
    ReadableByOthers,

    /// <summary>The certificate is not valid yet, or no more.</summary>
    OutOfDate,
}

/// <summary>An identity that may not sign (exit code 77). The message never holds a part of the key.</summary>
public sealed class SigningRefusedException(SigningRefusal reason, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public SigningRefusal Reason { get; } = reason;
}
