using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Tests.Trust.Audits;

/// <summary>An envelope is what was signed, or it is refused and the reason said.</summary>
public sealed class DsseEnvelopeTests : IDisposable
{
    static readonly byte[] s_statement = Encoding.UTF8.GetBytes("""{"_type":"https://in-toto.io/Statement/v1"}""");

    readonly SigningIdentity _identity = SigningIdentity.Open(null, ".", FixedClock.November);
    readonly byte[] _envelope;

    public DsseEnvelopeTests() => _envelope = DsseEnvelope.Seal(s_statement, _identity);

    public void Dispose() => _identity.Dispose();

    [Fact]
    public void The_bytes_signed_are_those_of_the_specification()
        => Encoding.UTF8.GetString(DsseEnvelope.Pae("http://example.com/HelloWorld", "hello world"u8)).ShouldBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");

    [Fact]
    public void An_envelope_gives_back_statement_and_signer()
    {
        var (statement, signer) = DsseEnvelope.Open(_envelope);
        statement.ShouldBe(s_statement);
        signer.KeyId.ShouldBe(_identity.Certificate.KeyId);
    }

    [Fact]
    public void A_truncated_envelope_is_refused_wherever_it_is_cut()
    {
        for (var length = 0; length < _envelope.Length; length++)
        {
            var cut = _envelope[..length];
            Should.Throw<AuditException>(() => DsseEnvelope.Open(cut), $"{length} bytes");
        }
    }

    [Fact]
    public void A_byte_that_is_no_text_is_refused_wherever_it_is()
    {
        for (var i = 0; i < _envelope.Length; i++)
        {
            byte[] changed = [.. _envelope];
            changed[i] ^= 0x80;
            Should.Throw<AuditException>(() => DsseEnvelope.Open(changed), $"byte {i}");
        }
    }

    [Fact]
    public void What_rides_along_unsigned_is_refused()
    {
        var text = Encoding.UTF8.GetString(_envelope);
        Fault(text + "\n").ShouldBe(AuditFault.NotCanonical);
        Fault(" " + text).ShouldBe(AuditFault.NotCanonical);
        Fault(text.Replace("\"payload\"", "\"payload\" ", StringComparison.Ordinal)).ShouldBe(AuditFault.NotCanonical);
        Fault(text.Replace("\"sig\":\"", "\"sig\":\" ", StringComparison.Ordinal)).ShouldBe(AuditFault.NotCanonical);
        Fault(text.Replace("{\"payload\":", "{\"payload\":\"\",\"payload\":", StringComparison.Ordinal)).ShouldBe(AuditFault.NotAnEnvelope);
        Fault(text.Replace("{\"payload\":", "{\"note\":\"\",\"payload\":", StringComparison.Ordinal)).ShouldBe(AuditFault.NotAnEnvelope);
        Fault(text[..text.IndexOf('[')] + "[null]}\n").ShouldBe(AuditFault.NotAnEnvelope);
        Fault("[]").ShouldBe(AuditFault.NotAnEnvelope);
        Fault("null").ShouldBe(AuditFault.NotAnEnvelope);
    }

    [Fact]
    public void Another_payload_type_key_id_certificate_or_signature_is_refused()
    {
        using var other = SigningIdentity.Open(null, ".", FixedClock.November);
        var foreign = JsonNode.Parse(DsseEnvelope.Seal(s_statement, other))!["signatures"]![0]!;
        Fault(Changed(envelope => envelope["payloadType"] = "text/plain")).ShouldBe(AuditFault.UnknownPayload);
        Fault(Changed(envelope => envelope["signatures"]![0]!["keyid"] = new string('0', 64))).ShouldBe(AuditFault.KeyIdDiffers);
        Fault(Changed(envelope => envelope["signatures"]![0]!["certificate"] = Convert.ToBase64String("no certificate"u8))).ShouldBe(AuditFault.CertificateUnusable);
        Fault(Changed(envelope => envelope["signatures"]![0]!["sig"] = foreign["sig"]!.DeepClone())).ShouldBe(AuditFault.SignatureWrong);
        Fault(Changed(envelope => envelope["signatures"] = new JsonArray())).ShouldBe(AuditFault.NotAnEnvelope);
        Fault(Changed(envelope => envelope["signatures"]!.AsArray().Add(foreign.DeepClone()))).ShouldBe(AuditFault.NotAnEnvelope);
        Fault(Changed(envelope => envelope["payload"] = "not base64")).ShouldBe(AuditFault.NotAnEnvelope);
    }

    static AuditFault Fault(string envelope) => Should.Throw<AuditException>(() => DsseEnvelope.Open(Encoding.UTF8.GetBytes(envelope))).Fault;

    string Changed(Action<JsonNode> change)
    {
        var envelope = JsonNode.Parse(_envelope)!;
        change(envelope);
        return envelope.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }
}
