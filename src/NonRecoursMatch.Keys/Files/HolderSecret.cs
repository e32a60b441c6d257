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
    public HolderCipher TableKey(string source, YearMonth month) => new(Bytes, $"{PseudonymProfile.HandleTableLabel}{source}|{month}");

    /// <summary>The key of the opposition register of one source: it outlives the months.</summary>
    public HolderCipher OppositionsKey(string source) => new(Bytes, PseudonymProfile.OppositionsLabel + source);

    /// <summary>The key of the traces of one source: what it sent and received.</summary>
    public HolderCipher TraceKey(string source) => new(Bytes, PseudonymProfile.TraceLabel + source);
}
