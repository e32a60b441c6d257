namespace NonRecoursMatch.Keys.Files;

/// <summary>What a key file holds.</summary>
public enum KeyKind
{
    /// <summary>A custodian's root key.</summary>
    Root,

    /// <summary>A body's holder secret.</summary>
    Secret,
}
