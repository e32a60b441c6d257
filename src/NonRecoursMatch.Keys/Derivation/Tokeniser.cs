using System.Security.Cryptography;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Keys.Derivation.Lanes;

namespace NonRecoursMatch.Keys.Derivation;

/// <summary>Makes tokens of one kind: HMAC-SHA-256 of a canonical text, first sixteen bytes. Not for two threads at a time.</summary>
public sealed class Tokeniser : IDisposable
{
    readonly PortableHmac _one;
    readonly HmacBatch _many;

    internal Tokeniser(string kind, ReadOnlySpan<byte> kindKey)
    {
        Kind = kind;
        _one = new PortableHmac(kindKey);
        _many = HmacKernels.Create(kindKey);
    }

    /// <summary>The token kind.</summary>
    public string Kind { get; }

    /// <summary>The token of a canonical text in UTF-8.</summary>
    public Key128 Token(ReadOnlySpan<byte> canonical)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Expand(canonical, full);
        return Key128.Read(full);
    }

    /// <summary>The whole HMAC of a canonical text: its first half is the token, its second half a key that must not leave the holder.</summary>
    /// <param name="canonical">The text.</param>
    /// <param name="full">Receives 32 bytes.</param>
    public void Expand(ReadOnlySpan<byte> canonical, Span<byte> full) => _one.Hash(canonical, full);

    /// <summary>
    /// What <see cref="Expand"/> gives for each of several texts, many at a time where the processor has wide vectors (AVX-512, AVX2). Allocates nothing.
    /// </summary>
    /// <param name="buffer">Bytes that hold the texts.</param>
    /// <param name="places">Place of every text in the buffer: any number, each of any length, the fastest when they are close to one another.</param>
    /// <param name="full">Receives 32 bytes per text, in the same order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place is outside the buffer, or <paramref name="full"/> is too short.</exception>
    public void ExpandMany(ReadOnlySpan<byte> buffer, ReadOnlySpan<Range> places, Span<byte> full) => _many.Hash(buffer, places, full);

    /// <inheritdoc/>
    public void Dispose()
    {
        _one.Dispose();
        _many.Dispose();
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";
}
