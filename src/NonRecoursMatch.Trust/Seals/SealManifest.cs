namespace NonRecoursMatch.Trust.Seals;

/// <summary>One envelope of a file.</summary>
/// <param name="Fichier">Name of the envelope.</param>
/// <param name="Sha256">Digest of the envelope.</param>
/// <param name="Octets">Its size.</param>
public sealed record SealedPart(string Fichier, string Sha256, long Octets);

/// <summary>A file of the package: the contents of its envelopes, one after the other.</summary>
/// <param name="Nom">Its name in the package, <c>/</c> between parts.</param>
/// <param name="Parties">Its envelopes, in order.</param>
public sealed record SealedFile(string Nom, IReadOnlyList<SealedPart> Parties);

/// <summary>What a package belongs to.</summary>
/// <param name="Convention">Agreement.</param>
/// <param name="ConventionSha256">Digest of its text.</param>
/// <param name="Mois">Reference month, AAAA-MM.</param>
/// <param name="Source">Source that sends it, or whose body receives it.</param>
public sealed record SealedFor(string Convention, string ConventionSha256, string Mois, string Source);

/// <summary>What the sender states about a sealed package, and signs: <c>scellement.json</c>. No content can be guessed from it: digests are those of the envelopes.</summary>
/// <param name="Version">Version of this document.</param>
/// <param name="Campagne">What it belongs to.</param>
/// <param name="ScelleLe">When it was sealed, RFC 3339 in UTC.</param>
/// <param name="Expediteur">SHA-256 of the certificate that signs.</param>
/// <param name="Destinataire">SHA-256 of the certificate that it is sealed to.</param>
/// <param name="Fichiers">Its files, in name order.</param>
public sealed record SealManifest(int Version, SealedFor Campagne, string ScelleLe, string Expediteur, string Destinataire, IReadOnlyList<SealedFile> Fichiers)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "scellement.json";

    /// <summary>The only version written and read.</summary>
    public const int Known = 1;
}
