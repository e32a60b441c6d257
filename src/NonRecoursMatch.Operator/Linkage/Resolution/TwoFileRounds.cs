using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Pairs;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>
/// Two files alone, each person once in each: what is sure is linked first, then the rest is looked at again. Fewer records remain, so that one in
/// a given number of pairs is likelier to be true (the prior of what is left), and more suspect pairs are refuted by a link (<see cref="GuardCalibration"/>).
/// </summary>
sealed class TwoFileRounds(IReadOnlyList<LinkSource> sources, CandidateReader candidates, string workFolder, Outcomes outcomes, OpposedTokens opposed)
{
    const int Rounds = 4;

    /// <summary>Least weight of a pair that a later round may link, or refute.</summary>
    const double KeptWeight = -8;

    readonly List<RecordCandidates> _kept = [];

    /// <summary>Links.</summary>
    public void Run(LinkModel model, CancellationToken stop)
    {
        outcomes.RememberSettled();
        new ResolutionRound(sources, workFolder, outcomes, opposed, FamilyGuard.Strict, last: false).Run(Kept(candidates.Records(model.Weight, stop)), stop);
        for (var round = 2; round <= Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var rest = Rest(model);
            foreach (var record in _kept)
                record.Reweigh(rest.Weight);
            new ResolutionRound(sources, workFolder, outcomes, opposed, Calibrate(), last: round == Rounds).Run(_kept, stop);
        }
    }

    /// <summary>Passes the records on, and keeps what a later round may need of them in memory.</summary>
    IEnumerable<RecordCandidates> Kept(IEnumerable<RecordCandidates> records)
    {
        foreach (var record in records)
        {
            _kept.Add(record.Keep(KeptWeight));
            yield return record;
        }
    }

    /// <summary>The model with the prior of the records that are left.</summary>
    LinkModel Rest(LinkModel model)
    {
        var persons = sources.ToDictionary(source => source.Index, source => source.Persons);
        var pairs = model.Sources.ToDictionary(pair => pair.Key, pair =>
        {
            var (left, right) = (outcomes.SettledOf(pair.Key.Left), outcomes.SettledOf(pair.Key.Right));
            // The prior is a share: of all pairs, although it was estimated on a sample of them.
            var remaining = Math.Max(1, (pair.Value.Prior * persons[pair.Key.Left] * persons[pair.Key.Right]) - Math.Min(left, right));
            var all = Math.Max(2, (double)(persons[pair.Key.Left] - left) * (persons[pair.Key.Right] - right));
            return pair.Value with { Prior = Math.Min(0.5, remaining / all) };
        });
        return LinkModel.Of(model.M, pairs);
    }

    FamilyGuard Calibrate()
    {
        var calibration = new GuardCalibration(sources, outcomes);
        foreach (var record in _kept)
        {
            // A pair of two records without NIR is seen from both sides: it counts once.
            foreach (var pair in record.Pairs)
            {
                if (pair.Weight >= Decision.LeastWeight && (pair.Other.Nir is not null || pair.Other.Source > record.Record.Source))
                    calibration.Observe(record.Record, pair);
            }
        }

        return calibration.Result();
    }
}
