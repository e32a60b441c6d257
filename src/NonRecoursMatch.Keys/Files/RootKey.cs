namespace NonRecoursMatch.Keys.Files;

/// <summary>The root key of a custodian: every campaign key derives from it, and nothing else uses it.</summary>
public sealed class RootKey : KeyMaterial
{
    /// <summary>Wraps 32 bytes; the caller overwrites its own copy.</summary>
    /// <param name="bytes">The key.</param>
    /// <param name="test">Whether outputs must say TEST.</param>
    public RootKey(ReadOnlySpan<byte> bytes, bool test)
        : base(bytes) => Test = test;

    /// <summary>Whether this is a test key.</summary>
    public bool Test { get; }
}
