using NonRecoursMatch.Operator.Linkage.Pairs;

namespace NonRecoursMatch.Operator.Linkage.Model;

/// <summary>
/// Expectation–maximisation of m and of the prior over counts of agreements (u is given): a fixed start, a fixed number of rounds, counts taken in
/// ascending order. Pairs that share no anchor are taken for pairs of two persons.
/// </summary>
static class LinkEstimate
{
    const int Rounds = 20;

    /// <summary>Weight of the start against the data, in pairs: a source of ten rows does not make its own law.</summary>
    const double StartCounts = 20;

    /// <summary>Estimates the model.</summary>
    /// <param name="counts">Pairs by their two sources and agreement.</param>
    /// <param name="sources">Each two sources, their prior not yet known.</param>
    public static LinkModel Run(SortedDictionary<(int Left, int Right, int Code), long> counts, IReadOnlyDictionary<(int Left, int Right), SourcePair> sources)
    {
        var start = LinkParameters.StartOfM();
        var m = start;
        var known = sources.ToDictionary(pair => pair.Key, pair => pair.Value with { Prior = 0.5 * pair.Value.Smaller / pair.Value.Pairs });
        for (var round = 0; round < Rounds; round++)
        {
            var model = LinkModel.Of(m, known);
            var expected = start.Select(levels => levels.Select(p => p * StartCounts).ToArray()).ToArray();
            var matches = known.Keys.ToDictionary(key => key, _ => 1.0);
            foreach (var (key, count) in counts)
            {
                var agreement = new Agreement(key.Code);
                var share = count * LinkModel.Probability(model.Weight(agreement, key.Left, key.Right));
                matches[(key.Left, key.Right)] += share;
                for (var field = 0; field < LinkParameters.Fields; field++)
                    expected[field][LinkParameters.LevelOf(agreement, field)] += share;
            }

            m = [.. expected.Select(Normalised)];
            foreach (var (key, pair) in known.ToList())
                known[key] = pair with { Prior = Math.Min(matches[key], 0.999 * pair.Smaller) / pair.Pairs };
        }

        return LinkModel.Of(m, known);
    }

    /// <summary>Shares of the known levels: level 0 is "missing", which says nothing.</summary>
    static double[] Normalised(double[] counts)
    {
        var total = counts.Skip(1).Sum();
        return [0, .. counts.Skip(1).Select(count => count / total)];
    }
}
