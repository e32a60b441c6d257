using System.Text.Json.Serialization;

namespace NonRecoursMatch.Trust.Attestations;

/// <summary>The digests of a resource; SHA-256 alone is used.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record DigestSet(string Sha256);

/// <summary>A resource named by its digest (in-toto ResourceDescriptor v1).</summary>
/// <param name="Name">Its name: for a file of a result, relative to it with <c>/</c> between parts.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Annotations">Counts about it.</param>
public sealed record Resource(string Name, DigestSet Digest, IReadOnlyDictionary<string, long>? Annotations = null)
{
    /// <summary>A resource without counts.</summary>
    public static Resource Of(string name, string sha256) => new(name, new DigestSet(sha256));
}

/// <summary>An in-toto Statement v1 (in-toto/attestation, spec/v1/statement.md): a predicate about files matched by digest.</summary>
/// <typeparam name="T">The predicate.</typeparam>
/// <param name="Type">Always <c>https://in-toto.io/Statement/v1</c>.</param>
/// <param name="Subject">The files.</param>
/// <param name="PredicateType">URI of the predicate's type.</param>
/// <param name="Predicate">The predicate.</param>
public sealed record Statement<T>(
    [property: JsonPropertyName("_type")] string Type, IReadOnlyList<Resource> Subject, string PredicateType, T Predicate)
    where T : class, IPredicate;

/// <summary>What a signed statement says besides the names of files.</summary>
public interface IPredicate
{
    /// <summary>URI of its type.</summary>
    static abstract string TypeUri { get; }

    /// <summary>When it was signed, RFC 3339 in UTC.</summary>
    string SignedAt { get; }

    /// <summary>Who signs.</summary>
    SignatureTerms Signature { get; }
}

/// <summary>Who signs, inside what is signed.</summary>
/// <param name="Certificat">SHA-256 of the certificate.</param>
/// <param name="Sujet">Whom the certificate names.</param>
/// <param name="Portee"><c>identifiée</c>, or <c>éphémère</c>: a key made for this run, which proves integrity and not who ran.</param>
public sealed record SignatureTerms(string Certificat, string Sujet, string Portee)
{
    /// <summary>A key made for the run.</summary>
    public const string Ephemere = "éphémère";

    /// <summary>A key that somebody keeps.</summary>
    public const string Identifiee = "identifiée";
}
