using System.Text.Json.Serialization;
using NonRecoursMatch.Trust.Attestations;

namespace NonRecoursMatch.Trust.Purges;

/// <summary>What the signature over a proof of deletion says: which result it is about, and how its journal stood. The files are in <c>purge.json</c>, its subject.</summary>
/// <param name="Convention">Agreement.</param>
/// <param name="Mois">Reference month, AAAA-MM.</param>
/// <param name="Attestation">Digest of the result's attestation; absent for a result that has none.</param>
/// <param name="Journal">The journal, the lines about the purge included.</param>
/// <param name="Signature">Who signs.</param>
/// <param name="SigneLe">RFC 3339, UTC.</param>
public sealed record PurgeStatement(string Convention, string Mois, Resource Journal, SignatureTerms Signature, string SigneLe, string? Attestation = null) : IPredicate
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "purge.intoto.json";

    /// <inheritdoc/>
    public static string TypeUri => "urn:nonrecours:purge:1";

    /// <inheritdoc/>
    [JsonIgnore]
    public string SignedAt => SigneLe;
}
