using System.Security.Cryptography;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Keys.Derivation;

/// <summary>Makes tokens of one kind: HMAC-SHA-256 of a canonical text, first sixteen bytes. Not for two threads at a time.</summary>
public sealed class Tokeniser : IDisposable
{
    readonly IncrementalHash _hmac;

    internal Tokeniser(string kind, ReadOnlySpan<byte> kindKey)
    {
        Kind = kind;
        _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, kindKey);
    }

    /// <summary>The token kind.</summary>
    public string Kind { get; }

    /// <summary>The token of a canonical text in UTF-8.</summary>
    public Key128 Token(ReadOnlySpan<byte> canonical)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _hmac.AppendData(canonical);
        _hmac.GetHashAndReset(full);
        return Key128.Read(full);
    }

    /// <summary>The whole HMAC of a canonical text: its first half is the token, its second half a key that must not leave the holder.</summary>
    /// <param name="canonical">The text.</param>
    /// <param name="full">Receives 32 bytes.</param>
    public void Expand(ReadOnlySpan<byte> canonical, Span<byte> full)
    {
        _hmac.AppendData(canonical);
        _hmac.GetHashAndReset(full);
    }

    /// <inheritdoc/>
    public void Dispose() => _hmac.Dispose();
}
