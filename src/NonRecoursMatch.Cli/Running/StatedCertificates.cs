using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Trust.Seals;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli.Running;

/// <summary>What an agreement says of the certificates of one exchange, between a body and the operator; nothing unless it states those of both.</summary>
/// <param name="agreement">The agreement.</param>
/// <param name="source">The source whose body sends or receives.</param>
sealed class StatedCertificates(Agreement agreement, Source source)
{
    readonly IReadOnlyList<BodyCertificates>? _both = agreement.Safeguards.Certificates is var all && all.TryGetValue(source.Body, out var body) && all.TryGetValue(Safeguards.Operator, out var operating)
        ? [body, operating]
        : null;

    /// <summary>Refuses to make a package that the operator would not take: the agreement states who signs for the body, and roles are separate.</summary>
    /// <param name="signer">Who signs; null for nobody.</param>
    /// <exception cref="CliException">Nobody signs (2).</exception>
    /// <exception cref="SealRefusedException">Somebody else signs (77).</exception>
    public void RequireSigner(SignerCertificate? signer)
    {
        if (_both is null || (signer is null && agreement.SingleProcessor is not null))
            return;
        if (signer is null)
            throw new CliException(ExitCode.Usage, CliTexts.Format("Error.NoSigner", source.Body));
        Require(signer);
    }

    /// <summary>Refuses a sender that the agreement does not state.</summary>
    /// <exception cref="SealRefusedException">It is another one (77).</exception>
    public void Require(SignerCertificate sender) => Require(sender.KeyId, sender.Subject, certificates => certificates.Signing);

    /// <summary>Refuses a receiver that the agreement does not state.</summary>
    /// <exception cref="SealRefusedException">It is another one (77).</exception>
    public void Require(SealingCertificate receiver) => Require(receiver.KeyId, receiver.Subject, certificates => certificates.Sealing);

    /// <summary>Who may have sent what is opened.</summary>
    /// <param name="known">Certificates of <c>--from</c>.</param>
    /// <param name="issuers">Issuers of <c>--trust</c>.</param>
    /// <exception cref="CliException">Nobody is expected (2).</exception>
    public ExpectedSigners Senders(IReadOnlyList<SignerCertificate> known, IReadOnlyList<TrustAnchor> issuers)
    {
        var expected = new ExpectedSigners
        {
            Known = known,
            Issuers = issuers,
            Names = [source.Body, Safeguards.Operator, .. agreement.Safeguards.Processing is { } processing ? [processing.Name] : Array.Empty<string>()],
            Stated = _both?.SelectMany(certificates => certificates.Signing).ToHashSet(StringComparer.Ordinal),
        };
        return expected.Any ? expected : throw new CliException(ExitCode.Usage, CliTexts.Get("Error.NoSender"));
    }

    void Require(string keyId, string subject, Func<BodyCertificates, IReadOnlyList<string>> use)
    {
        if (_both is not null && !_both.SelectMany(use).Contains(keyId, StringComparer.Ordinal))
            throw new SealRefusedException(SealRefusal.NotInAgreement, $"{subject}, certificate {keyId}; {agreement.Id} states others for {source.Body} and the operator");
    }
}
