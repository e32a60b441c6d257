using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NonRecoursMatch.Trust.Signing;

/// <summary>The certificate that a verifier was given by another way: the signer's own, or that of the authority that issued it.</summary>
public sealed class TrustAnchor
{
    readonly X509Certificate2 _certificate;

    TrustAnchor(X509Certificate2 certificate) => _certificate = certificate;

    /// <summary>Reads a certificate, PEM or DER.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">It is not a certificate.</exception>
    public static TrustAnchor Load(string path)
    {
        try
        {
            return new TrustAnchor(X509CertificateLoader.LoadCertificate(File.ReadAllBytes(path)));
        }
        catch (CryptographicException)
        {
            throw new InvalidDataException($"{path}: not an X.509 certificate, PEM or DER");
        }
    }

    /// <summary>
    /// Whether a signer may be believed for something signed at that moment: it is this certificate, or one that it issued and that was valid then
    /// (RFC 5280 path validation, without any network access: revocation is not looked up).
    /// </summary>
    public bool Trusts(SignerCertificate signer, DateTimeOffset signedAt)
    {
        using var certificate = signer.Open();
        if (certificate.RawData.AsSpan().SequenceEqual(_certificate.RawData))
            return true;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = signedAt.LocalDateTime;
        return chain.Build(certificate);
    }
}
