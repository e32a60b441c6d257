namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>HMAC-SHA-256 (RFC 2104, FIPS 198-1) of many short texts under one key. Not for two threads at a time.</summary>
abstract class HmacBatch : IDisposable
{
    /// <summary>Makes the HMAC of every text. Allocates nothing.</summary>
    /// <param name="buffer">Bytes that hold the texts.</param>
    /// <param name="places">Place of every text in the buffer, any number of them.</param>
    /// <param name="full">Receives 32 bytes per text, in the same order.</param>
    public abstract void Hash(ReadOnlySpan<byte> buffer, ReadOnlySpan<Range> places, Span<byte> full);

    /// <summary>Overwrites what was worked out from the key.</summary>
    public abstract void Dispose();

    /// <summary>Always masked.</summary>
    public sealed override string ToString() => "•••";
}
