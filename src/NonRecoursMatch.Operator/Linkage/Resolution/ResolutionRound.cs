using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>One decision for every record that is not settled: links, and in the last round the review queue.</summary>
sealed class ResolutionRound(IReadOnlyList<LinkSource> sources, string workFolder, Outcomes outcomes, OpposedTokens opposed, FamilyGuard guard, bool last = true)
{
    /// <summary>Decides.</summary>
    /// <param name="records">The records with their candidates.</param>
    /// <param name="stop">Interrupts.</param>
    public void Run(IEnumerable<RecordCandidates> records, CancellationToken stop)
    {
        outcomes.ReviewsCount = last;
        using var claims = new Claims(sources, workFolder, outcomes);
        using var proposals = new Proposals(sources, workFolder, outcomes);
        foreach (var record in records)
        {
            if (!outcomes.IsSettled(record.Record))
                Resolve(record, claims, proposals);
        }

        claims.Resolve(stop);
        proposals.Resolve(stop);
    }

    void Resolve(RecordCandidates record, Claims claims, Proposals proposals)
    {
        if (Decision.Exact(record) is { } exact)
        {
            claims.Add(record.Record, exact);
            return;
        }

        if (IsOpposed(record))
        {
            opposed.Add(record.Record);
            return;
        }

        var (best, second) = Decision.Leaders(record, other => other.Nir is not null && !opposed.Removes(other));
        if (record.Ambiguous)
        {
            outcomes.Review(record.Record, ReviewReason.Homonyms, best);
            return;
        }

        if (best is { Weight: >= 0 } person)
        {
            if (Decision.Obstacle(guard, person, second) is { } obstacle)
                outcomes.Review(record.Record, obstacle, person);
            else
                claims.Add(record.Record, new Claim(person.Other.Nir!.Value, Founded: false, Decision.KindOf(person), person.Weight, Exact: false));
            return;
        }

        if (!Propose(record, proposals) && record.NobodyElse)
            outcomes.Sole(record.Record);
    }

    /// <summary>Whether the record would be linked to an opposed person: it is then of that person, and leaves as well. Records of opposed persons do not compete with each other.</summary>
    bool IsOpposed(RecordCandidates record)
        => Decision.Leaders(record, opposed.Removes).Best is { Weight: >= 0 } resembled
            && Decision.Obstacle(guard, resembled, Decision.Leaders(record, other => !opposed.Removes(other)).Best) is null;

    /// <summary>Proposes the record to its best partner in every other source without NIR; true when it did, or when one is for review.</summary>
    bool Propose(RecordCandidates record, Proposals proposals)
    {
        var (proposed, reviewed) = (false, default((ReviewReason Reason, Pair Pair)?));
        foreach (var source in sources)
        {
            var (best, second) = Decision.Leaders(record, other => other.Nir is null && other.Source == source.Index && !outcomes.IsSettled(other) && !opposed.Removes(other));
            if (best is not { Weight: >= 0 } partner)
                continue;
            var obstacle = Decision.Obstacle(guard, partner, second);
            if (obstacle is { } reason)
                reviewed ??= (reason, partner);
            else
                proposals.Add(record.Record, partner, Decision.KindOf(partner));
            proposed |= obstacle is null;
        }

        if (!proposed && reviewed is { } looked)
            outcomes.Review(record.Record, looked.Reason, looked.Pair);
        return proposed || reviewed is not null;
    }
}
