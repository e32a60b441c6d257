using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NonRecoursMatch.Trust.Signing;

/// <summary>
/// Who signs what a run made: an EC P-256 private key and its certificate, from a PEM given by reference, or made for one run (then it proves that
/// nothing changed since, not who ran). The private key is never written.
/// </summary>
public sealed class SigningIdentity : IDisposable
{
    readonly ECDsa _key;

    SigningIdentity(ECDsa key, SignerCertificate certificate, bool ephemeral)
        => (_key, Certificate, Ephemeral) = (key, certificate, ephemeral);

    /// <summary>Its public half.</summary>
    public SignerCertificate Certificate { get; }

    /// <summary>Whether it was made for this run alone.</summary>
    public bool Ephemeral { get; }

    /// <summary>The identity that a reference names, or one for this run when there is no reference.</summary>
    /// <param name="reference"><c>env:NAME</c>, <c>file:PATH</c>, or null.</param>
    /// <param name="folder">Folder that a relative path starts from.</param>
    /// <param name="clock">A certificate that is not valid now may not sign.</param>
    /// <exception cref="SigningRefusedException">It may not sign.</exception>
    public static SigningIdentity Open(string? reference, string folder, TimeProvider clock)
    {
        if (reference is null)
            return ForOneRun(clock);
        var pem = SigningReference.Read(reference, folder);
        try
        {
            return Read(pem, clock.GetUtcNow());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(pem.AsSpan()));
        }
    }

    /// <summary>Signs: ECDSA with SHA-256, DER (RFC 3279).</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    static SigningIdentity ForOneRun(TimeProvider clock)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=nonrecours (clé éphémère)", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        // A month of 68 million people takes hours; a margin before, because validity is kept in whole seconds.
        using var certificate = request.CreateSelfSigned(clock.GetUtcNow().AddMinutes(-1), clock.GetUtcNow().AddDays(2));
        return new SigningIdentity(key, SignerCertificate.Of(certificate), ephemeral: true);
    }

    static SigningIdentity Read(char[] pem, DateTimeOffset now)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem, pem);
            var identity = new SigningIdentity(certificate.GetECDsaPrivateKey()!, SignerCertificate.Of(certificate), ephemeral: false);
            if (identity.Certificate.IsValidAt(now))
                return identity;
            identity.Dispose();
            throw new SigningRefusedException(SigningRefusal.OutOfDate, string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"valid from {identity.Certificate.NotBefore:yyyy-MM-dd} to {identity.Certificate.NotAfter:yyyy-MM-dd}"));
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            // The library's message could quote the text.
            throw new SigningRefusedException(SigningRefusal.Malformed, "a PEM with an X.509 certificate and its unencrypted EC P-256 private key is expected");
        }
    }
}
