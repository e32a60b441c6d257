using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Tokens;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Linkage.Pairs;

/// <summary>
/// Compares the records that share an anchor: each one without NIR with those of other sources, the opposed included, so that a misspelt record of
/// theirs is found. Two records with a NIR are never compared, their numbers decide.
/// </summary>
static class PairFinder
{
    /// <summary>Most comparisons under one anchor: an anchor that so many share tells nothing, and linkage must stay linear.</summary>
    public const int MostComparisons = 4096;

    /// <summary>Least weight, in bits, of a pair that is kept: one in four thousand. What is less likely neither is a link nor weighs in any estimate.</summary>
    const double LeastWeight = -12;

    /// <summary>Finds the pairs.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="range">Under which anchors.</param>
    /// <param name="opposed">Who leaves.</param>
    /// <param name="start">Weights before anything is estimated.</param>
    /// <param name="candidates">Receive the pairs.</param>
    /// <param name="stop">Interrupts.</param>
    public static PairCounts Run(IReadOnlyList<LinkSource> sources, Partition range, OpposedTokens opposed, LinkModel start, CandidateSpools candidates, CancellationToken stop)
    {
        var counts = new PairCounts();
        var files = sources.Where(source => source.HasAnchors).Select(source => (source, PackageTables.AncresFile))
            .Concat(sources.Where(source => source.HasOpposedAnchors).Select(source => (source, PackageTables.OppositionsAncresFile)));
        TokenMerge.Run(files, range, null, group => Examine(group, opposed, start, candidates, counts), stop);
        return counts;
    }

    static void Examine(TokenGroup group, OpposedTokens opposed, LinkModel start, CandidateSpools candidates, PairCounts counts)
    {
        var bearers = group.Bearers;
        var withoutNir = bearers.Count(bearer => bearer.Nir is null);
        if (withoutNir == 0 || bearers[0].Source == bearers[^1].Source)
            return;
        if (group.Beyond > 0 || (long)withoutNir * bearers.Count > MostComparisons)
        {
            counts.AnchorsAboveCap++;
            return;
        }

        for (var i = 0; i < bearers.Count; i++)
        {
            for (var j = i + 1; j < bearers.Count; j++)
            {
                if (bearers[i].Source == bearers[j].Source || (bearers[i].Nir is not null && bearers[j].Nir is not null))
                    continue;
                var agreement = Comparison.Of(group.Traits(i), group.Traits(j));
                counts.Comparisons++;
                if (start.Weight(agreement, bearers[i].Source, bearers[j].Source) < LeastWeight)
                    continue;
                if (bearers[i].Nir is null && !opposed.Removes(bearers[i]))
                    candidates.Add(bearers[i], bearers[j], agreement);
                if (bearers[j].Nir is null && !opposed.Removes(bearers[j]))
                    candidates.Add(bearers[j], bearers[i], agreement);
            }
        }
    }
}
