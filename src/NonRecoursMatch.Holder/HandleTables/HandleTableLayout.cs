using NonRecoursMatch.Holder.Sealing;

namespace NonRecoursMatch.Holder.HandleTables;

/// <summary>
/// The handle table (<c>poignees.bin</c>): an 8-byte magic, then the chunks of <see cref="SealedLayout"/>. Plain text: handle (16), length of the
/// reference (16 bits, little-endian), reference in UTF-8, repeated.
/// </summary>
public static class HandleTableLayout
{
    /// <summary>Name of the file in the holder's own folder.</summary>
    public const string FileName = "poignees.bin";

    /// <summary>First bytes of the file.</summary>
    public static ReadOnlySpan<byte> Magic => "NRPOI001"u8;
}
