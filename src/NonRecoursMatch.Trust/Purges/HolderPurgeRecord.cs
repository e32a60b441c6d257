using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Trust.Purges;

/// <summary>Oppositions that were deleted at their end: a number, nobody.</summary>
/// <param name="Nombre">How many.</param>
/// <param name="Le">Day of the deletion, AAAA-MM-JJ.</param>
public sealed record PurgedOppositions(int Nombre, string Le);

/// <summary>The proof of what a body deleted of its own at its end (<c>purge.json</c> beside its register): oppositions and traces.</summary>
/// <param name="Version">Version of this document.</param>
/// <param name="Convention">Agreement.</param>
/// <param name="Source">Source.</param>
/// <param name="Oppositions">Oppositions, in the order of deletion.</param>
/// <param name="Fichiers">Traces, in the order of deletion.</param>
public sealed record HolderPurgeRecord(int Version, string Convention, string Source, IReadOnlyList<PurgedOppositions> Oppositions, IReadOnlyList<PurgedFile> Fichiers)
{
    /// <summary>Reads the proof of a folder; an empty one when nothing was deleted yet.</summary>
    /// <exception cref="ManifestException">It is not such a document, or of another source.</exception>
    public static HolderPurgeRecord Read(string folder, string convention, string source)
    {
        var path = Path.Combine(folder, PurgeRecord.FileName);
        if (!File.Exists(path))
            return new HolderPurgeRecord(1, convention, source, [], []);
        var record = StableJson.Read<HolderPurgeRecord>(path);
        return record.Convention == convention && record.Source == source ? record : throw new ManifestException($"{path}: {record.Convention}, {record.Source}");
    }
}
