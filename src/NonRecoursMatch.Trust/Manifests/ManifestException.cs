namespace NonRecoursMatch.Trust.Manifests;

/// <summary>A manifest is missing, is not one, or its package may not be used. The message names the file or the rule, never a person.</summary>
public sealed class ManifestException : Exception
{
    /// <summary>States what is wrong.</summary>
    public ManifestException(string message)
        : base(message)
    {
    }

    /// <summary>States what is wrong, with the cause.</summary>
    public ManifestException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
