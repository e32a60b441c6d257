using System.Globalization;

namespace NonRecoursMatch.Trust.Audits;

/// <summary>A place in the chain of months that somebody wrote down last time, <c>RANK:SHA256</c>.</summary>
/// <param name="Rank">Number of the result, from 1.</param>
/// <param name="Sha256">Digest of its attestation, lower-case hexadecimal.</param>
public sealed record KeptCheckpoint(int Rank, string Sha256)
{
    /// <summary>Reads one.</summary>
    /// <returns>Null when it is none.</returns>
    public static KeptCheckpoint? Parse(string text)
        => text.Split(':') is [var rank, { Length: 64 } digest] && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && digest.All(char.IsAsciiHexDigit)
            ? new KeptCheckpoint(number, digest.ToLowerInvariant())
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}:{Sha256}");
}
