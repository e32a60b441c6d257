using System.Text.Json.Serialization;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Trust.Purges;

/// <summary>What the signature over a body's own proof of deletion says; what was deleted is in <c>purge.json</c>, its subject.</summary>
/// <param name="Convention">Agreement.</param>
/// <param name="Source">Source.</param>
/// <param name="Signature">Who signs.</param>
/// <param name="SigneLe">RFC 3339, UTC.</param>
public sealed record HolderPurgeStatement(string Convention, string Source, SignatureTerms Signature, string SigneLe) : IPredicate
{
    /// <inheritdoc/>
    public static string TypeUri => "urn:nonrecours:purge-detenteur:1";

    /// <inheritdoc/>
    [JsonIgnore]
    public string SignedAt => SigneLe;

    /// <summary>Writes a proof and signs it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string folder, HolderPurgeRecord record, SigningIdentity identity, TimeProvider clock)
    {
        StableJson.Write(Path.Combine(folder, PurgeRecord.FileName), record);
        var proof = Resource.Of(PurgeRecord.FileName, FileEntry.Of(Path.Combine(folder, PurgeRecord.FileName), PurgeRecord.FileName, 0).Sha256);
        AttestationFile.Write(folder, PurgeStatement.FileName, [proof], new HolderPurgeStatement(record.Convention, record.Source, ResultAttestation.TermsOf(identity), AttestationFile.Moment(clock.GetUtcNow())), identity);
    }
}
