namespace NonRecoursMatch.Trust.Signing;

/// <summary>
/// Whose signature is accepted. What an agreement states always binds; certificates and issuers received by another way narrow it, or stand alone where it
/// states none. An issuer vouches for many: an issued certificate that the agreement does not state must then name one of <see cref="Names"/>.
/// </summary>
public sealed record ExpectedSigners
{
    /// <summary>Certificates received by another way.</summary>
    public IReadOnlyList<SignerCertificate> Known { get; init; } = [];

    /// <summary>Issuers received by another way.</summary>
    public IReadOnlyList<TrustAnchor> Issuers { get; init; } = [];

    /// <summary>Common names (X.520) of whom an issued certificate may be.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>SHA-256 of the only certificates that the agreement allows, lower-case hexadecimal; null when it states none.</summary>
    public IReadOnlySet<string>? Stated { get; init; }

    /// <summary>Whether anybody could be accepted.</summary>
    public bool Any => Known.Count + Issuers.Count > 0 || Stated is not null;

    /// <summary>Whether a signer is accepted at a moment; whether its own certificate is valid then is asked apart.</summary>
    public bool Accepts(SignerCertificate signer, DateTimeOffset moment)
    {
        if (Stated?.Contains(signer.KeyId) == false)
            return false;
        if (Known.Count + Issuers.Count == 0)
            return Stated is not null;
        return Known.Any(known => known.KeyId == signer.KeyId)
            || ((Stated is not null || Names.Contains(signer.CommonName, StringComparer.Ordinal)) && Issuers.Any(issuer => issuer.Trusts(signer, moment)));
    }
}
