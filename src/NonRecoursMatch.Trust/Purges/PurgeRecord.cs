using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Trust.Purges;

/// <summary>A file that was deleted.</summary>
/// <param name="Fichier">Its name in the result, <c>/</c> between parts.</param>
/// <param name="Sha256">Digest that it had.</param>
/// <param name="Octets">Size that it had.</param>
/// <param name="Motif"><c>conservation</c> (past its last day of use), <c>cloture</c> (the month is closed) or <c>traces</c> (past their 36 months).</param>
/// <param name="Le">Day of the deletion, AAAA-MM-JJ.</param>
public sealed record PurgedFile(string Fichier, string Sha256, long Octets, string Motif, string Le);

/// <summary>The proof that packages of a result were deleted: <c>purge.json</c> of the result.</summary>
/// <param name="Version">Version of this document.</param>
/// <param name="Convention">Agreement.</param>
/// <param name="Mois">Reference month, AAAA-MM.</param>
/// <param name="Cloture">Day on which the month was closed, null while it is open.</param>
/// <param name="Fichiers">Every file deleted, in the order of deletion, then of names.</param>
public sealed record PurgeRecord(int Version, string Convention, string Mois, string? Cloture, IReadOnlyList<PurgedFile> Fichiers)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "purge.json";

    /// <summary>Reads the proof of a result; null when nothing was purged there.</summary>
    /// <exception cref="ManifestException">It is not such a document.</exception>
    public static PurgeRecord? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? StableJson.Read<PurgeRecord>(path) : null;
    }

    /// <summary>Writes the proof.</summary>
    public void Write(string folder) => StableJson.Write(Path.Combine(folder, FileName), this);
}
