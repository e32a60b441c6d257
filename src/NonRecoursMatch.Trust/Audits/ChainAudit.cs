using NonRecoursMatch.Trust.Attestations;

namespace NonRecoursMatch.Trust.Audits;

/// <summary>Verifies that the results of an agreement follow one another: a month taken out, exchanged, renamed or made again shows.</summary>
public static class ChainAudit
{
    /// <summary>Every difference between the chain and the folders, by folder name.</summary>
    /// <param name="results">Results verified on their own; those whose attestation proves nothing are not in the chain, and leave a gap in it.</param>
    /// <param name="kept">Places in the chain that somebody wrote down: what was made again or cut off at the end shows against them alone.</param>
    /// <param name="complete">Whether these are all results of their agreements: then the chain must begin with the first. Otherwise the oldest may follow one that is elsewhere.</param>
    public static IReadOnlyList<AuditDifference> Differences(IEnumerable<FolderAuditResult> results, bool complete, IReadOnlyList<KeptCheckpoint>? kept = null)
    {
        var links = results.Where(result => result.Attested?.Statement.Predicate.BuildDefinition.InternalParameters.Chaine is not null)
            .Select(result => new Link(NameOf(result.Folder), result.Attested!)).ToList();
        var lost = (kept ?? []).Where(place => !links.Exists(link => link.Place.Rang == place.Rank && link.Sha256 == place.Sha256)).Select(place => new AuditDifference(place.ToString(), AuditFault.NotAsKept));
        return [.. links.GroupBy(link => link.Convention, StringComparer.Ordinal).SelectMany(chain => OfOne([.. chain], complete)).Concat(lost).OrderBy(difference => difference.File, StringComparer.Ordinal)];
    }

    static IEnumerable<AuditDifference> OfOne(List<Link> links, bool complete)
    {
        var byDigest = links.GroupBy(link => link.Sha256, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var oldest = links.Min(link => link.Place.Rang);
        foreach (var link in links)
        {
            if (link.Place.Precedent is not { } stated)
            {
                if (link.Place.Rang != 1)
                    yield return new AuditDifference(link.Folder, AuditFault.OutOfOrder);
            }
            else if (byDigest.TryGetValue(stated.Sha256, out var previous))
            {
                if (previous.Folder != stated.Dossier)
                    yield return new AuditDifference(link.Folder, AuditFault.PreviousRenamed);
                if (previous.Place.Rang != link.Place.Rang - 1 || previous.SignedAt > link.SignedAt)
                    yield return new AuditDifference(link.Folder, AuditFault.OutOfOrder);
            }
            else if (complete || link.Place.Rang != oldest)
            {
                yield return new AuditDifference(link.Folder, AuditFault.PreviousMissing);
            }
        }

        foreach (var fork in links.GroupBy(link => link.Place.Precedent?.Sha256).Where(group => group.Count() > 1))
        {
            foreach (var link in fork)
                yield return new AuditDifference(link.Folder, AuditFault.Forked);
        }
    }

    static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    sealed record Link(string Folder, Attested<Provenance> Attested)
    {
        public string Convention => Attested.Statement.Predicate.BuildDefinition.ExternalParameters.Convention;

        public Checkpoint Place => Attested.Statement.Predicate.BuildDefinition.InternalParameters.Chaine!;

        public string Sha256 => Attested.Sha256;

        public DateTimeOffset SignedAt => Attested.SignedAt;
    }
}
