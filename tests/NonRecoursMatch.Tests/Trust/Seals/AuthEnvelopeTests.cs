using System.Security.Cryptography.X509Certificates;
using FsCheck;
using FsCheck.Fluent;
using NonRecoursMatch.Trust.Seals;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Tests.Trust.Seals;

/// <summary>An envelope opens for its receiver, byte for byte as it was sealed, or not at all.</summary>
public sealed class AuthEnvelopeTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_sealed_opens_for_its_receiver_alone()
    {
        using var mine = Body.Operator.Opens(_folder);
        using var other = Body.Caf.Opens(_folder);
        Prop.ForAll<byte[]>(content =>
        {
            var envelope = Sealed(content);
            Refused(envelope, other).ShouldBe(SealRefusal.NotForUs);
            AuthEnvelope.Open(envelope, mine).ToArray().ShouldBe(content);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(AuthEnvelope.KeyHint)]
    public void Any_byte_changed_taken_out_or_added_is_refused(string? hint)
    {
        using var mine = Body.Operator.Opens(_folder);
        var envelope = Sealed("contenu"u8.ToArray(), hint);
        AuthEnvelope.Open(envelope.ToArray(), mine, hint).ToArray().ShouldBe("contenu"u8.ToArray());
        for (var at = 0; at < envelope.Length; at++)
        {
            // One bit of each byte, and another value drawn by its place.
            foreach (var change in new[] { 1 << (at % 8), 1 + (at * 37 % 255) })
            {
                var altered = envelope.ToArray();
                altered[at] ^= (byte)change;
                Refused(altered, mine, hint).ShouldBeOneOf(SealRefusal.Altered, SealRefusal.NotForUs);
            }
        }

        for (var length = 0; length < envelope.Length; length++)
            Refused(envelope[..length], mine, hint).ShouldBe(SealRefusal.Altered);
        Refused([.. envelope, 0], mine, hint).ShouldBe(SealRefusal.Altered);
    }

    [Fact]
    public void A_wrapped_key_does_not_pass_for_a_file_nor_a_file_for_a_wrapped_key()
    {
        using var mine = Body.Operator.Opens(_folder);
        Refused(Sealed([1]), mine, AuthEnvelope.KeyHint).ShouldBe(SealRefusal.Altered);
        Refused(Sealed([1], AuthEnvelope.KeyHint), mine).ShouldBe(SealRefusal.Altered);
    }

    [Fact]
    public void Nothing_is_sealed_to_a_certificate_that_is_out_of_date_weak_or_for_another_use()
    {
        Certificate(Body.Rsa("x", -20, -10)).ShouldBe(SealRefusal.OutOfDate);
        Certificate(Body.Rsa("x", 10, 20)).ShouldBe(SealRefusal.OutOfDate);
        Certificate(Body.Rsa("x", -1, 1, size: 1024)).ShouldBe(SealRefusal.CertificateUnusable);
        Certificate(Body.Rsa("x", -1, 1, usage: X509KeyUsageFlags.DigitalSignature)).ShouldBe(SealRefusal.CertificateUnusable);
        Certificate(Body.Caf.Signing).ShouldBe(SealRefusal.CertificateUnusable);
        Certificate("rien").ShouldBe(SealRefusal.CertificateUnusable);
        File.WriteAllText(_folder["bon.pem"], Body.PublicOf(Body.Rsa("x", -1, 1, usage: X509KeyUsageFlags.KeyEncipherment)));
        SealingCertificate.Load(_folder["bon.pem"], FixedClock.November).Dispose();
    }

    [Fact]
    public void An_identity_that_cannot_open_or_that_others_can_read_is_refused_without_its_key()
    {
        foreach (var pem in new[] { Body.Caf.Signing, Body.PublicOf(Body.Caf.Receiving), Body.PublicOf(Body.Caf.Receiving) + Body.Operator.Receiving[Body.PublicOf(Body.Operator.Receiving).Length..], "" })
        {
            var refused = Should.Throw<SealRefusedException>(() => ReceivingIdentity.Open("file:" + Body.Private(_folder, "x.pem", pem), _folder.Path));
            refused.Reason.ShouldBe(SealRefusal.IdentityUnusable);
            refused.Message.ShouldNotContain("BEGIN");
        }

        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(Body.Private(_folder, "x.pem", Body.Caf.Receiving), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Should.Throw<SigningRefusedException>(() => ReceivingIdentity.Open("file:x.pem", _folder.Path)).Reason.ShouldBe(SigningRefusal.ReadableByOthers);
    }

    static SealRefusal Refused(byte[] envelope, ReceivingIdentity mine, string? hint = null)
        => Should.Throw<SealRefusedException>(() => AuthEnvelope.Open(envelope, mine, hint)).Reason;

    SealRefusal Certificate(string pem)
    {
        File.WriteAllText(_folder["x.pem"], pem.Contains("CERT", StringComparison.Ordinal) ? Body.PublicOf(pem) : pem);
        return Should.Throw<SealRefusedException>(() => SealingCertificate.Load(_folder["x.pem"], FixedClock.November)).Reason;
    }

    byte[] Sealed(byte[] content, string? hint = null)
    {
        using var to = Body.Operator.To(_folder);
        using var output = new MemoryStream();
        AuthEnvelope.Seal(content.ToArray(), to, output, hint);
        return output.ToArray();
    }
}
