using System.Security.Cryptography;
using System.Text;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Attestations;

/// <summary>A signature of an envelope.</summary>
/// <param name="Keyid">SHA-256 of the certificate, hexadecimal.</param>
/// <param name="Sig">ECDSA signature in DER over the PAE bytes, base64.</param>
/// <param name="Certificate">The certificate in PEM, base64: a verifier that was given none has this one. DSSE leaves further members to the parties; in-toto's witness names this one so.</param>
public sealed record DsseSignature(string Keyid, string Sig, string Certificate);

/// <summary>
/// DSSE v1 (secure-systems-lab/dsse): a signed payload and its type, with one signature. The bytes signed are
/// <c>"DSSEv1" SP LEN(type) SP type SP LEN(payload) SP payload</c> (PAE), so nothing has to be canonical to be verified; this reader demands all the
/// same that the envelope be byte for byte as it is written here, so that nothing rides along unsigned.
/// </summary>
/// <param name="Payload">The payload, base64.</param>
/// <param name="PayloadType">Its media type.</param>
/// <param name="Signatures">The signature.</param>
public sealed record DsseEnvelope(string Payload, string PayloadType, IReadOnlyList<DsseSignature> Signatures)
{
    /// <summary>Media type of an in-toto statement.</summary>
    public const string InToto = "application/vnd.in-toto+json";

    /// <summary>Signs a statement.</summary>
    public static byte[] Seal(byte[] statement, SigningIdentity identity)
    {
        var certificate = Encoding.ASCII.GetBytes(identity.Certificate.Pem + "\n");
        var signature = new DsseSignature(identity.Certificate.KeyId, Convert.ToBase64String(identity.Sign(Pae(InToto, statement))), Convert.ToBase64String(certificate));
        return AttestationJson.Bytes(new DsseEnvelope(Convert.ToBase64String(statement), InToto, [signature]));
    }

    /// <summary>Opens an envelope whose signature is that of the certificate in it; whether to trust that one is another question.</summary>
    /// <returns>The statement and who signed it.</returns>
    /// <exception cref="AuditException">It proves nothing.</exception>
    public static (byte[] Statement, SignerCertificate Signer) Open(ReadOnlySpan<byte> envelope)
    {
        var read = AttestationJson.Read<DsseEnvelope>(envelope);
        if (read is not { Signatures: [var signature] })
            throw new AuditException(AuditFault.NotAnEnvelope);
        if (read.PayloadType != InToto)
            throw new AuditException(AuditFault.UnknownPayload);
        var (statement, sig, pem) = (Decode(read.Payload), Decode(signature.Sig), Decode(signature.Certificate));
        var canonical = read with { Payload = Convert.ToBase64String(statement), Signatures = [new DsseSignature(signature.Keyid, Convert.ToBase64String(sig), Convert.ToBase64String(pem))] };
        if (!AttestationJson.Bytes(canonical).AsSpan().SequenceEqual(envelope))
            throw new AuditException(AuditFault.NotCanonical);
        var signer = CertificateOf(pem);
        if (signature.Keyid != signer.KeyId)
            throw new AuditException(AuditFault.KeyIdDiffers);
        if (!Encoding.ASCII.GetBytes(signer.Pem + "\n").AsSpan().SequenceEqual(pem))
            throw new AuditException(AuditFault.NotCanonical);
        return signer.Signed(Pae(InToto, statement), sig) ? (statement, signer) : throw new AuditException(AuditFault.SignatureWrong);
    }

    /// <summary>The bytes that are signed.</summary>
    public static byte[] Pae(string type, ReadOnlySpan<byte> payload)
        => [.. Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(type)} {type} {payload.Length} ")), .. payload];

    static byte[] Decode(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new AuditException(AuditFault.NotAnEnvelope);
        }
    }

    static SignerCertificate CertificateOf(byte[] pem)
    {
        try
        {
            return SignerCertificate.Read(pem);
        }
        catch (CryptographicException)
        {
            throw new AuditException(AuditFault.CertificateUnusable);
        }
    }
}
