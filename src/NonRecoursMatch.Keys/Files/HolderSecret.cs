using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Keys.Files;

/// <summary>The secret of one body: its handles, its group ids and the encryption of its handle tables come from it, so nobody else can compute them.</summary>
public sealed class HolderSecret : KeyMaterial
{
    /// <summary>Wraps 32 bytes; the caller overwrites its own copy.</summary>
    /// <param name="bytes">The secret.</param>
    /// <param name="test">Whether outputs must say TEST.</param>
    public HolderSecret(ReadOnlySpan<byte> bytes, bool test)
        : base(bytes) => Test = test;

    /// <summary>Whether this is a test secret.</summary>
    public bool Test { get; }

    /// <summary>The maker of handles and group ids of one source and month.</summary>
    public HandleMaker Handles(string source, YearMonth month) => new(Bytes, source, month);

    /// <summary>The key of the handle table of one source and month.</summary>
    public HandleTableKey TableKey(string source, YearMonth month) => new(Bytes, source, month);
}
