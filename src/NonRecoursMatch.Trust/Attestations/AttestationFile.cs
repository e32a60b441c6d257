using System.Globalization;
using System.Security.Cryptography;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Attestations;

/// <summary>A signed statement as read.</summary>
/// <typeparam name="T">Its predicate.</typeparam>
/// <param name="Statement">What is stated.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="SignedAt">When, by the signer's clock.</param>
/// <param name="Sha256">Digest of the file.</param>
public sealed record Attested<T>(Statement<T> Statement, SignerCertificate Signer, DateTimeOffset SignedAt, string Sha256)
    where T : class, IPredicate;

/// <summary>Signed statements as files: <c>attestation.intoto.json</c> of a result or package, <c>purge.intoto.json</c> of a purged result.</summary>
public static class AttestationFile
{
    /// <summary>Name of the attestation of a result or package.</summary>
    public const string Name = "attestation.intoto.json";

    const string StatementV1 = "https://in-toto.io/Statement/v1";

    // A statement names some hundred files; what is larger was not written here.
    const long LargestFile = 64 << 20;

    /// <summary>Signs a statement and writes it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write<T>(string folder, string name, IReadOnlyList<Resource> subject, T predicate, SigningIdentity identity)
        where T : class, IPredicate
    {
        var statement = AttestationJson.Bytes(new Statement<T>(StatementV1, subject, T.TypeUri, predicate));
        DurableFile.Write(Path.Combine(folder, name), DsseEnvelope.Seal(statement, identity));
    }

    /// <summary>Reads a statement, its signature and its signer checked.</summary>
    /// <param name="folder">Folder of the result.</param>
    /// <param name="name">Name of the file in it.</param>
    /// <param name="anchor">Whom to trust; null to be content with the certificate inside: integrity alone.</param>
    /// <exception cref="AuditException">It is missing, or proves nothing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Attested<T> Read<T>(string folder, string name, TrustAnchor? anchor)
        where T : class, IPredicate
    {
        var file = new FileInfo(Path.Combine(folder, name));
        if (file.LinkTarget is not null)
            throw new AuditException(AuditFault.Link);
        if (!file.Exists)
            throw new AuditException(AuditFault.Missing);
        if (file.Length > LargestFile)
            throw new AuditException(AuditFault.NotAnEnvelope);
        var bytes = File.ReadAllBytes(file.FullName);
        var (payload, signer) = DsseEnvelope.Open(bytes);
        if (AttestationJson.Read<Statement<T>>(payload) is not { Type: StatementV1 } statement || statement.PredicateType != T.TypeUri
            || !DateTimeOffset.TryParse(statement.Predicate.SignedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt))
        {
            throw new AuditException(AuditFault.NotAStatement);
        }

        if (statement.Predicate.Signature.Certificat != signer.KeyId)
            throw new AuditException(AuditFault.KeyIdDiffers);
        if (!signer.IsValidAt(signedAt))
            throw new AuditException(AuditFault.CertificateOutOfDate);
        if (anchor?.Trusts(signer, signedAt) == false)
            throw new AuditException(AuditFault.Untrusted);
        return new Attested<T>(statement, signer, signedAt, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>A moment as statements write it: RFC 3339, UTC, milliseconds.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
