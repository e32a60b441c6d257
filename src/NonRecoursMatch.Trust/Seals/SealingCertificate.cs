using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NonRecoursMatch.Trust.Seals;

/// <summary>To whom something is sealed: an X.509 certificate (RFC 5280) of an RSA key.</summary>
public sealed class SealingCertificate : IDisposable
{
    const int LeastKeySize = 2048;

    readonly RSA _key;

    SealingCertificate(X509Certificate2 certificate, RSA key)
    {
        _key = key;
        (Subject, KeyId) = (certificate.Subject, Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        IssuerAndSerial = writer.Encode();
    }

    /// <summary>SHA-256 of the DER bytes, lower-case hexadecimal: what <c>openssl x509 -fingerprint -sha256</c> shows.</summary>
    public string KeyId { get; }

    /// <summary>Whom it names.</summary>
    public string Subject { get; }

    /// <summary>IssuerAndSerialNumber (RFC 5652, 10.2.4), DER.</summary>
    internal byte[] IssuerAndSerial { get; }

    /// <summary>Reads a certificate file, PEM or DER, that may be sealed to today.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="SealRefusedException">It is no RSA certificate that enciphers keys, or is not valid now.</exception>
    public static SealingCertificate Load(string path, TimeProvider clock)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(File.ReadAllBytes(path));
            RequireValid(certificate, clock);
            return Of(certificate);
        }
        catch (CryptographicException)
        {
            throw new SealRefusedException(SealRefusal.CertificateUnusable, $"{path}: an X.509 certificate of an RSA key is expected, PEM or DER");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    internal static SealingCertificate Of(X509Certificate2 certificate)
    {
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        var key = certificate.GetRSAPublicKey();
        if (key is { KeySize: >= LeastKeySize } && usage?.KeyUsages.HasFlag(X509KeyUsageFlags.KeyEncipherment) != false)
            return new SealingCertificate(certificate, key);
        key?.Dispose();
        throw new SealRefusedException(SealRefusal.CertificateUnusable, $"{certificate.Subject}: RSA, {LeastKeySize} bits or more, for key encipherment");
    }

    internal static void RequireValid(X509Certificate2 certificate, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (from, to) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        if (now < from || now > to)
            throw new SealRefusedException(SealRefusal.OutOfDate, string.Create(CultureInfo.InvariantCulture, $"{certificate.Subject}, valid from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}"));
    }

    /// <summary>Encrypts a content key: RSAES-OAEP with SHA-256 and MGF1 with SHA-256 (RFC 8017, 7.1).</summary>
    internal byte[] Encrypt(ReadOnlySpan<byte> key) => _key.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
}
