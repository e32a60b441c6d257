using System.Security.Cryptography;

namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>The platform's own HMAC, text by text: for processors without wide enough vectors.</summary>
sealed class PortableHmac(ReadOnlySpan<byte> key) : HmacBatch
{
    readonly IncrementalHash _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);

    /// <summary>The HMAC of one text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="full">Receives 32 bytes.</param>
    public void Hash(ReadOnlySpan<byte> text, Span<byte> full)
    {
        _hmac.AppendData(text);
        _hmac.GetHashAndReset(full);
    }

    /// <inheritdoc/>
    public override void Hash(ReadOnlySpan<byte> buffer, ReadOnlySpan<Range> places, Span<byte> full)
    {
        for (var i = 0; i < places.Length; i++)
            Hash(buffer[places[i]], full.Slice(i * HMACSHA256.HashSizeInBytes, HMACSHA256.HashSizeInBytes));
    }

    /// <inheritdoc/>
    public override void Dispose() => _hmac.Dispose();
}
