using System.Text.Json.Serialization;

namespace NonRecoursMatch.Trust.Attestations;

/// <summary>
/// How a result was made, as SLSA provenance v1 (slsa.dev/spec/v1.0/provenance): a month is a build. Everything is named by digest; nothing is about a person.
/// </summary>
/// <param name="BuildDefinition">What was asked for, and what it was made from.</param>
/// <param name="RunDetails">With which program, when, what else it left.</param>
public sealed record Provenance(BuildDefinition BuildDefinition, RunDetails RunDetails) : IPredicate
{
    /// <inheritdoc/>
    public static string TypeUri => "https://slsa.dev/provenance/v1";

    /// <inheritdoc/>
    [JsonIgnore]
    public string SignedAt => RunDetails.Metadata.FinishedOn;

    /// <inheritdoc/>
    [JsonIgnore]
    public SignatureTerms Signature => BuildDefinition.InternalParameters.Signature;
}

/// <summary>Inputs of a result.</summary>
/// <param name="BuildType">One of <see cref="BuildTypes"/>.</param>
/// <param name="ExternalParameters">What was asked for.</param>
/// <param name="InternalParameters">What the program decided.</param>
/// <param name="ResolvedDependencies">Agreement, extracts or packages, formats, profile, territories, parameters of the law.</param>
public sealed record BuildDefinition(string BuildType, ExternalParameters ExternalParameters, InternalParameters InternalParameters, IReadOnlyList<Resource> ResolvedDependencies);

/// <summary>What can be attested; URIs that name a kind of result, not places on the network.</summary>
public static class BuildTypes
{
    /// <summary>The result of <c>run</c>.</summary>
    public const string Mois = "urn:nonrecours:mois:1";

    /// <summary>The result of <c>match</c>.</summary>
    public const string Rapprochement = "urn:nonrecours:rapprochement:1";

    /// <summary>A package of <c>pseudonymize</c>.</summary>
    public const string Paquet = "urn:nonrecours:paquet:1";
}

/// <summary>What was asked for.</summary>
/// <param name="Convention">Id of the agreement.</param>
/// <param name="Mois">Reference month, AAAA-MM.</param>
/// <param name="Test">Whether it is a test.</param>
/// <param name="Roles"><c>roles_separes</c> or <c>roles_non_separes</c>.</param>
/// <param name="Revision">Number of the revision.</param>
/// <param name="SourcesAbsentes">Sources declared absent.</param>
/// <param name="Source">Source of a package.</param>
public sealed record ExternalParameters(
    string Convention, string Mois, bool Test, string Roles, int Revision, IReadOnlyList<string> SourcesAbsentes, string? Source = null);

/// <summary>What the program decided.</summary>
/// <param name="Profil">Pseudonymisation profile.</param>
/// <param name="Normalisation">Version of the normalisation of identities.</param>
/// <param name="Kcv">Key check value of the campaign.</param>
/// <param name="Signature">Who signs.</param>
/// <param name="Chaine">Place in the chain of results; packages have none.</param>
public sealed record InternalParameters(int Profil, string Normalisation, string Kcv, SignatureTerms Signature, Checkpoint? Chaine = null);

/// <summary>The run itself.</summary>
/// <param name="Builder">The program.</param>
/// <param name="Metadata">When.</param>
/// <param name="Byproducts">The journal as it stood, and the balance.</param>
public sealed record RunDetails(Builder Builder, RunMetadata Metadata, IReadOnlyList<Resource> Byproducts);

/// <summary>The program.</summary>
/// <param name="Id">Its name as a URI.</param>
/// <param name="Version">Its version.</param>
/// <param name="BuilderDependencies">Its assemblies by digest.</param>
public sealed record Builder(string Id, IReadOnlyDictionary<string, string> Version, IReadOnlyList<Resource> BuilderDependencies)
{
    /// <summary>The <see cref="Id"/> of this program.</summary>
    public const string ThisProgram = "urn:nonrecours:programme";
}

/// <summary>When.</summary>
/// <param name="InvocationId">Digest of all inputs: the same for the same run again.</param>
/// <param name="StartedOn">RFC 3339, UTC.</param>
/// <param name="FinishedOn">RFC 3339, UTC.</param>
public sealed record RunMetadata(string InvocationId, string StartedOn, string FinishedOn);
