using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The answer of <c>audit verify</c> for programs.</summary>
static class AuditJson
{
    /// <summary>One document.</summary>
    public static JsonObject Of(ResultsAudit audit) => new()
    {
        ["intact"] = audit.Intact,
        ["trust"] = audit.Trusted ? "certificate" : "integrity_only",
        ["results"] = new JsonArray([.. audit.Results.Select(Result)]),
        ["chain"] = Differences(audit.Chain),
    };

    static JsonObject Result(FolderAuditResult result) => new()
    {
        ["folder"] = result.Folder,
        ["attestation"] = result.Attested is { } attested ? Attestation(attested) : null,
        ["files"] = result.Files,
        ["journal_lines"] = result.JournalLines,
        ["purged"] = result.Purged,
        ["differences"] = Differences(result.Differences),
    };

    static JsonObject Attestation(Attested<Provenance> attested)
    {
        var definition = attested.Statement.Predicate.BuildDefinition;
        return new JsonObject
        {
            ["sha256"] = attested.Sha256,
            ["kind"] = definition.BuildType,
            ["convention"] = definition.ExternalParameters.Convention,
            ["month"] = definition.ExternalParameters.Mois,
            ["revision"] = definition.ExternalParameters.Revision,
            ["source"] = definition.ExternalParameters.Source,
            ["test"] = definition.ExternalParameters.Test,
            ["signed_at"] = attested.Statement.Predicate.SignedAt,
            ["signer"] = attested.Signer.Subject,
            ["certificate"] = attested.Signer.KeyId,
            ["ephemeral"] = definition.InternalParameters.Signature.Portee == SignatureTerms.Ephemere,
            ["rank"] = definition.InternalParameters.Chaine?.Rang,
            ["previous"] = definition.InternalParameters.Chaine?.Precedent?.Sha256,
        };
    }

    static JsonArray Differences(IEnumerable<AuditDifference> differences)
        => [.. differences.Select(difference => new JsonObject { ["file"] = difference.File, ["reason"] = difference.Fault.ToString(), ["line"] = difference.Line })];
}
