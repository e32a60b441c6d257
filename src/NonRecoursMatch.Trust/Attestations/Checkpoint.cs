using NonRecoursMatch.Trust.Audits;

namespace NonRecoursMatch.Trust.Attestations;

/// <summary>The result that another one follows.</summary>
/// <param name="Dossier">Name of its folder, beside.</param>
/// <param name="Sha256">Digest of its attestation.</param>
public sealed record PreviousAttestation(string Dossier, string Sha256);

/// <summary>
/// Place of a result in the chain of an agreement's results: the idea of a transparency log's checkpoint (RFC 6962, C2SP tlog-checkpoint) for a handful of months.
/// A result taken out, exchanged or made again shows in the next one. The last one is proved by whoever keeps its digest.
/// </summary>
/// <param name="Rang">Number in the chain, from 1.</param>
/// <param name="Precedent">The one before; absent for the first.</param>
public sealed record Checkpoint(int Rang, PreviousAttestation? Precedent = null)
{
    /// <summary>
    /// The place of a new result at <paramref name="folder"/>: after the last of the attested results of the same agreement in the folders beside it.
    /// A neighbour that proves nothing is not followed: <c>audit verify</c> of the parent folder names it.
    /// </summary>
    /// <param name="folder">Final folder of the new result.</param>
    /// <param name="convention">Id of the agreement.</param>
    public static Checkpoint Beside(string folder, string convention)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var parent = Path.GetDirectoryName(full);
        var last = parent is null || !Directory.Exists(parent)
            ? null
            : Directory.GetDirectories(parent).Where(neighbour => neighbour != full && !neighbour.EndsWith(".partial", StringComparison.Ordinal))
                .Select(neighbour => (Name: Path.GetFileName(neighbour), Found: Read(neighbour)))
                .Where(neighbour => neighbour.Found?.Convention == convention)
                .OrderBy(neighbour => neighbour.Found!.Place.Rang).ThenBy(neighbour => neighbour.Name, StringComparer.Ordinal).LastOrDefault() is (var name, { } found)
                ? new Checkpoint(found.Place.Rang + 1, new PreviousAttestation(name, found.Sha256))
                : null;
        return last ?? new Checkpoint(1);
    }

    static Neighbour? Read(string folder)
    {
        try
        {
            var attested = AttestationFile.Read<Provenance>(folder, AttestationFile.Name, anchor: null);
            var definition = attested.Statement.Predicate.BuildDefinition;
            return definition.InternalParameters.Chaine is { } place ? new Neighbour(definition.ExternalParameters.Convention, place, attested.Sha256) : null;
        }
        catch (Exception fault) when (fault is AuditException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    sealed record Neighbour(string Convention, Checkpoint Place, string Sha256);
}
