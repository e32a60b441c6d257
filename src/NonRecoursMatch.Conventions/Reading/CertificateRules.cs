using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>
/// The certificates of each body and of the operator, named by their fingerprint as <c>openssl x509 -fingerprint -sha256</c> shows it: what is signed says
/// to whom something may be sealed, and from whom a package is accepted.
/// </summary>
static class CertificateRules
{
    public static IReadOnlyDictionary<string, BodyCertificates> Certificates(AgreementDraft draft)
    {
        var stated = new Dictionary<string, BodyCertificates>(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var bodies = Bodies(draft);
        foreach (var (body, value) in (draft.Document.Find("certificats") as YamlMap)?.Entries ?? [])
        {
            // A body called like the operator could pass for it.
            if (bodies.Contains(body) == body.Equals(Safeguards.Operator, StringComparison.Ordinal))
                draft.Refuse(value, FaultCodes.CertificateOfUnknownBody, body, string.Join(", ", bodies.Append(Safeguards.Operator)));
            var map = (YamlMap)value;
            stated[body] = new BodyCertificates(Fingerprints(draft, map.Find("signature"), body, owners), Fingerprints(draft, map.Find("scellement"), body, owners));
        }

        return stated;
    }

    /// <summary>Refuses an agreement in which somebody has none.</summary>
    public static void RequireAll(AgreementDraft draft, IReadOnlyDictionary<string, BodyCertificates> stated)
    {
        var place = draft.Document.Find("certificats") ?? draft.Document;
        foreach (var body in Bodies(draft).Append(Safeguards.Operator).Where(body => !stated.ContainsKey(body)))
            draft.Refuse(place, FaultCodes.SigningKeyMissing, "certificats." + body, "RGPD, art. 32");
    }

    static HashSet<string> Bodies(AgreementDraft draft)
        => draft.Document.List("sources").Items.Cast<YamlMap>().Select(source => source.Text("organisme")).ToHashSet(StringComparer.Ordinal);

    static List<string> Fingerprints(AgreementDraft draft, YamlValue? value, string body, Dictionary<string, string> owners)
    {
        var fingerprints = new List<string>();
        foreach (var scalar in value is YamlList list ? list.Scalars : value is YamlScalar one ? [one] : [])
        {
            var digest = scalar.Text.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant();
            // Otherwise the one could send in the name of the other.
            if (!owners.TryAdd(digest, body))
                draft.Refuse(scalar, FaultCodes.CertificateShared, owners[digest]);
            fingerprints.Add(digest);
        }

        return fingerprints;
    }
}
