using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NonRecoursMatch.Trust.Seals;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Tests.Trust.Seals;

/// <summary>A sender is known by its certificate, by who issued it, or by the agreement; whoever is not is a stranger, whatever its name.</summary>
public sealed class ExpectedSignersTests : IDisposable
{
    static readonly DateTimeOffset s_now = FixedClock.November.GetUtcNow();

    readonly TemporaryFolder _folder = new();
    readonly X509Certificate2 _authority = Authority(-10, 100);

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_issued_certificate_must_name_the_body_unless_the_agreement_states_it()
    {
        var caf = Issued("caf-35");
        var other = Issued("bailleur-x");
        Accepts(caf, names: ["caf-35", "operateur"]).ShouldBeTrue();
        Accepts(other, names: ["caf-35", "operateur"]).ShouldBeFalse();
        Accepts(other, names: ["caf-35"], stated: [other.KeyId]).ShouldBeTrue();
        Accepts(caf, names: ["caf-35"], stated: [other.KeyId]).ShouldBeFalse();
    }

    [Fact]
    public void Neither_a_self_made_certificate_of_the_right_name_nor_one_of_an_authority_of_the_same_name_is_known()
    {
        Accepts(Body.Caf.Signer, names: ["caf-35"]).ShouldBeFalse();
        using var impostor = Authority(-10, 100);
        Accepts(Issued("caf-35", impostor), names: ["caf-35"]).ShouldBeFalse();
    }

    [Fact]
    public void An_authority_that_has_ended_vouches_for_nobody()
    {
        using var ended = Authority(-10, -1);
        new ExpectedSigners { Issuers = [Anchor(ended)], Names = ["caf-35"] }.Accepts(Issued("caf-35", ended, to: -1), s_now).ShouldBeFalse();
    }

    [Fact]
    public void The_agreement_alone_is_enough_and_nothing_is_not()
    {
        var signer = Body.Caf.Signer;
        new ExpectedSigners().Any.ShouldBeFalse();
        new ExpectedSigners().Accepts(signer, s_now).ShouldBeFalse();
        var stated = new ExpectedSigners { Stated = new HashSet<string> { signer.KeyId } };
        (stated.Any, stated.Accepts(signer, s_now), stated.Accepts(Body.Operator.Signer, s_now)).ShouldBe((true, true, false));
        (stated with { Known = [Body.Operator.Signer] }).Accepts(signer, s_now).ShouldBeFalse();
        (stated with { Known = [signer] }).Accepts(signer, s_now).ShouldBeTrue();
    }

    [Fact]
    public void What_an_issued_certificate_signed_is_read_until_that_certificate_ends()
    {
        Body.Private(_folder, "identite.pem", IssuedPem("caf-35", _authority, 30));
        using (var identity = SigningIdentity.Open("file:" + _folder["identite.pem"], _folder.Path, FixedClock.November))
            SignedDocument.Write(_folder["document.json"], new SealedFor("c", "d", "2026-10", "caf-35"), identity);
        var expected = new ExpectedSigners { Issuers = [Anchor(_authority)], Names = ["caf-35"] };

        SignedDocument.Read<SealedFor>(_folder["document.json"], expected, FixedClock.November).Signer.CommonName.ShouldBe("caf-35");
        Refusal(expected, s_now.AddDays(31)).ShouldBe(SealRefusal.OutOfDate);
        Refusal(expected with { Names = ["cpam-35"] }, s_now).ShouldBe(SealRefusal.UnknownSender);
        Refusal(new ExpectedSigners { Known = [Body.Caf.Signer] }, s_now).ShouldBe(SealRefusal.UnknownSender);
    }

    SealRefusal Refusal(ExpectedSigners expected, DateTimeOffset now)
        => Should.Throw<SealRefusedException>(() => SignedDocument.Read<SealedFor>(_folder["document.json"], expected, new FixedClock(now))).Reason;

    bool Accepts(SignerCertificate signer, string[] names, string[]? stated = null)
        => new ExpectedSigners { Issuers = [Anchor(_authority)], Names = names, Stated = stated?.ToHashSet() }.Accepts(signer, s_now);

    SignerCertificate Issued(string name, X509Certificate2? by = null, int to = 30)
        => SignerCertificate.Read(Encoding.ASCII.GetBytes(Body.PublicOf(IssuedPem(name, by ?? _authority, to))));

    TrustAnchor Anchor(X509Certificate2 authority)
    {
        File.WriteAllText(_folder["autorite.pem"], authority.ExportCertificatePem());
        return TrustAnchor.Load(_folder["autorite.pem"]);
    }

    static X509Certificate2 Authority(int from, int to)
    {
        var request = new CertificateRequest("CN=autorite", ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(s_now.AddDays(from), s_now.AddDays(to));
    }

    static string IssuedPem(string name, X509Certificate2 by, int to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256).Create(by, s_now.AddDays(-5), s_now.AddDays(to), RandomNumberGenerator.GetBytes(8));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
