using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NonRecoursMatch.Trust.Signing;

/// <summary>The public half of who signed: an X.509 certificate (RFC 5280) of an EC P-256 key.</summary>
public sealed class SignerCertificate
{
    const string P256 = "1.2.840.10045.3.1.7";

    readonly byte[] _der;

    SignerCertificate(X509Certificate2 certificate)
    {
        _der = certificate.RawData;
        CommonName = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        (Subject, NotBefore, NotAfter) = (certificate.Subject, certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        KeyId = Convert.ToHexStringLower(SHA256.HashData(_der));
    }

    /// <summary>SHA-256 of the DER bytes, lower-case hexadecimal: what <c>openssl x509 -fingerprint -sha256</c> shows.</summary>
    public string KeyId { get; }

    /// <summary>Whom it names.</summary>
    public string Subject { get; }

    /// <summary>The common name of <see cref="Subject"/>; empty without one.</summary>
    public string CommonName { get; }

    /// <summary>First moment of validity, UTC.</summary>
    public DateTime NotBefore { get; }

    /// <summary>Last moment of validity, UTC.</summary>
    public DateTime NotAfter { get; }

    /// <summary>As PEM text.</summary>
    public string Pem => PemEncoding.WriteString("CERTIFICATE", _der);

    /// <summary>Reads one certificate, PEM or DER.</summary>
    /// <exception cref="CryptographicException">It is not one, or not of an EC P-256 key.</exception>
    public static SignerCertificate Read(byte[] bytes)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(bytes);
        return Of(certificate);
    }

    /// <summary>The public half of a certificate.</summary>
    /// <exception cref="CryptographicException">It is not of an EC P-256 key.</exception>
    public static SignerCertificate Of(X509Certificate2 certificate)
    {
        using var key = PublicKeyOf(certificate);
        return new SignerCertificate(certificate);
    }

    /// <summary>Whether a moment lies in its validity.</summary>
    public bool IsValidAt(DateTimeOffset moment) => moment.UtcDateTime >= NotBefore && moment.UtcDateTime <= NotAfter;

    /// <summary>Whether it signed <paramref name="data"/>: ECDSA with SHA-256, the signature in DER as openssl writes it.</summary>
    public bool Signed(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var certificate = Open();
        using var key = PublicKeyOf(certificate);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>A copy for the certificate functions of .NET.</summary>
    internal X509Certificate2 Open() => X509CertificateLoader.LoadCertificate(_der);

    static ECDsa PublicKeyOf(X509Certificate2 certificate)
    {
        var key = certificate.GetECDsaPublicKey();
        if (key?.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value == P256)
            return key;
        key?.Dispose();
        throw new CryptographicException("the certificate is not of an EC P-256 key");
    }
}
