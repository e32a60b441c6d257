using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Tests.Trust.Audits;

/// <summary>Who may sign, and whom a verifier believes.</summary>
public sealed class SigningIdentityTests : IDisposable
{
    static readonly DateTimeOffset s_now = FixedClock.November.GetUtcNow();

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pem_with_certificate_and_key_signs_and_says_that_it_is_somebody()
    {
        using var identity = Open(Pem(Certificate()));
        identity.Ephemeral.ShouldBeFalse();
        identity.Certificate.Signed("data"u8, identity.Sign("data"u8)).ShouldBeTrue();
        identity.Certificate.Signed("date"u8, identity.Sign("data"u8)).ShouldBeFalse();
        ResultAttestation.TermsOf(identity).Portee.ShouldBe(SignatureTerms.Identifiee);
    }

    [Fact]
    public void An_environment_variable_can_hold_the_pem()
    {
        Environment.SetEnvironmentVariable("NRM_TEST_IDENTITY", Pem(Certificate()));
        using var identity = SigningIdentity.Open("env:NRM_TEST_IDENTITY", ".", FixedClock.November);
        identity.Certificate.Subject.ShouldBe("CN=operateur");
        Refusal("env:NRM_TEST_IDENTITY_NOT_SET").ShouldBe(SigningRefusal.Missing);
    }

    [Fact]
    public void What_may_not_sign_is_refused_with_its_reason_and_without_its_key()
    {
        Refused(Pem(Certificate(from: -20, to: -10))).ShouldBe(SigningRefusal.OutOfDate);
        Refused(Pem(Certificate(from: 10, to: 20))).ShouldBe(SigningRefusal.OutOfDate);
        Refused(Pem(Certificate(ECCurve.NamedCurves.nistP384))).ShouldBe(SigningRefusal.Malformed);
        Refused(Certificate().ExportCertificatePem()).ShouldBe(SigningRefusal.Malformed);
        Refused(Certificate().ExportCertificatePem() + "\n" + Certificate().GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()).ShouldBe(SigningRefusal.Malformed);
        Refused("").ShouldBe(SigningRefusal.Malformed);
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=operateur", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Refused(request.CreateSelfSigned(s_now.AddDays(-1), s_now.AddDays(1)).ExportCertificatePem() + "\n" + rsa.ExportPkcs8PrivateKeyPem()).ShouldBe(SigningRefusal.Malformed);
        Refusal(Pem(Certificate())).ShouldBe(SigningRefusal.NotAReference);
        Refusal("file:" + _folder["absent.pem"]).ShouldBe(SigningRefusal.Missing);
    }

    [Fact]
    public void A_private_key_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.WriteAllText(_folder["identite.pem"], Pem(Certificate()));
        File.SetUnixFileMode(_folder["identite.pem"], UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Refusal("file:identite.pem").ShouldBe(SigningRefusal.ReadableByOthers);
    }

    [Fact]
    public void A_verifier_believes_the_certificate_it_was_given_or_one_that_it_issued()
    {
        using var authority = Authority("CN=autorite");
        using var signer = Certificate();
        using var issued = Issued(authority);
        using var result = new SignedResult(Open(Pem(issued)));
        result.Differences(Anchor(authority)).ShouldBeEmpty();
        result.Differences(Anchor(issued)).ShouldBeEmpty();
        result.Differences(Anchor(signer)).ShouldBe([new(AttestationFile.Name, AuditFault.Untrusted)]);
        // Of the same name, another key.
        using var impostor = Authority("CN=autorite");
        result.Differences(Anchor(impostor)).ShouldBe([new(AttestationFile.Name, AuditFault.Untrusted)]);
    }

    [Fact]
    public void A_signature_made_outside_the_validity_of_its_certificate_proves_nothing()
    {
        using var result = new SignedResult();
        result.Restate("\"finishedOn\":\"2026-", "\"finishedOn\":\"2029-");
        result.Differences().ShouldBe([new(AttestationFile.Name, AuditFault.CertificateOutOfDate)]);
    }

    [Fact]
    public void A_statement_that_names_another_signer_type_or_predicate_proves_nothing()
    {
        using var result = new SignedResult();
        result.Restate("https://slsa.dev/provenance/v1", "https://slsa.dev/provenance/v9");
        result.Differences().ShouldBe([new(AttestationFile.Name, AuditFault.NotAStatement)]);
        using var other = new SignedResult();
        other.Restate("{\"certificat\":\"", "{\"certificat\":\"0");
        other.Differences().ShouldBe([new(AttestationFile.Name, AuditFault.KeyIdDiffers)]);
        using var empty = new SignedResult();
        empty.Restate("\"subject\":[", "\"subject\":[null,");
        empty.Differences().ShouldBe([new(AttestationFile.Name, AuditFault.NotAStatement)]);
        using var doubled = new SignedResult();
        doubled.Restate("\"subject\":", "\"subject\":[],\"subject\":");
        doubled.Differences().ShouldBe([new(AttestationFile.Name, AuditFault.NotAStatement)]);
    }

    [Fact]
    public void What_is_no_certificate_is_no_anchor()
    {
        File.WriteAllText(_folder["c.pem"], "no certificate");
        Should.Throw<InvalidDataException>(() => TrustAnchor.Load(_folder["c.pem"]));
        Should.Throw<FileNotFoundException>(() => TrustAnchor.Load(_folder["absent.pem"]));
    }

    TrustAnchor Anchor(X509Certificate2 certificate)
    {
        File.WriteAllText(_folder["ancre.pem"], certificate.ExportCertificatePem());
        return TrustAnchor.Load(_folder["ancre.pem"]);
    }

    SigningRefusal Refused(string pem) => Should.Throw<SigningRefusedException>(() => Open(pem)).Reason;

    SigningRefusal Refusal(string reference)
    {
        var refused = Should.Throw<SigningRefusedException>(() => SigningIdentity.Open(reference, _folder.Path, FixedClock.November));
        refused.Message.ShouldNotContain("PRIVATE KEY");
        return refused.Reason;
    }

    SigningIdentity Open(string pem)
    {
        File.WriteAllText(_folder["identite.pem"], pem);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder["identite.pem"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return SigningIdentity.Open("file:identite.pem", _folder.Path, FixedClock.November);
    }

    static X509Certificate2 Certificate(ECCurve? curve = null, int from = -10, int to = 10)
    {
        using var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=operateur", key, HashAlgorithmName.SHA256).CreateSelfSigned(s_now.AddDays(from), s_now.AddDays(to));
    }

    static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(s_now.AddDays(-100), s_now.AddDays(100));
    }

    static X509Certificate2 Issued(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=operateur", key, HashAlgorithmName.SHA256);
        using var bare = request.Create(authority, s_now.AddDays(-10), s_now.AddDays(10), [1, 2, 3, 4]);
        return bare.CopyWithPrivateKey(key);
    }

    static string Pem(X509Certificate2 certificate) => certificate.ExportCertificatePem() + "\n" + certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n";
}
