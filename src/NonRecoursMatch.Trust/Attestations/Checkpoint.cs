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
        var last = Neighbours(folder, convention).OrderBy(neighbour => neighbour.Place.Rang).ThenBy(neighbour => neighbour.Name, StringComparer.Ordinal).LastOrDefault();
        return last is null ? new Checkpoint(1) : new Checkpoint(last.Place.Rang + 1, new PreviousAttestation(last.Name, last.Sha256));
    }

    /// <summary>When the latest of the results beside <paramref name="folder"/> was signed; null when there is none. A clock behind it was set back.</summary>
    /// <param name="folder">Final folder of a new result.</param>
    /// <param name="convention">Id of the agreement.</param>
    public static DateTimeOffset? LastSignedBeside(string folder, string convention)
        => Neighbours(folder, convention).Select(neighbour => (DateTimeOffset?)neighbour.SignedAt).Max();

    static IEnumerable<Neighbour> Neighbours(string folder, string convention)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var parent = Path.GetDirectoryName(full);
        return parent is null || !Directory.Exists(parent)
            ? []
            : Directory.GetDirectories(parent).Where(neighbour => neighbour != full && !neighbour.EndsWith(".partial", StringComparison.Ordinal))
                .Select(Read).OfType<Neighbour>().Where(neighbour => neighbour.Convention == convention);
    }

    static Neighbour? Read(string folder)
    {
        try
        {
            var attested = AttestationFile.Read<Provenance>(folder, AttestationFile.Name, anchor: null);
            var definition = attested.Statement.Predicate.BuildDefinition;
            return definition.InternalParameters.Chaine is { } place ? new Neighbour(Path.GetFileName(folder), definition.ExternalParameters.Convention, place, attested.Sha256, attested.SignedAt) : null;
        }
        catch (Exception fault) when (fault is AuditException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    sealed record Neighbour(string Name, string Convention, Checkpoint Place, string Sha256, DateTimeOffset SignedAt);
}
