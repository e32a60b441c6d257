using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Pairs;
using NonRecoursMatch.Operator.Linkage.Resolution;
using NonRecoursMatch.Operator.Linkage.Tokens;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>
/// Stage <c>links</c>: removes the opposed, then gives every record its person. Every step is a sequential pass over files ordered by a random
/// key: linear in rows, one partition in memory.
/// </summary>
/// <param name="sources">The packages.</param>
/// <param name="workFolder">Where link files and spilled rows go.</param>
/// <param name="calibrateGuard">Whether the files may open profiles of the family guard: for two files alone, never for the monthly job.</param>
public sealed class LinkStage(IReadOnlyList<LinkSource> sources, string workFolder, bool calibrateGuard = false)
{
    /// <summary>Records on which the model is estimated, at most: those whose handles come first, whatever the partitions and machines.</summary>
    const long SampleRecords = 250_000;

    /// <summary>Packages of absent bodies, which hold opposed tokens only.</summary>
    public IReadOnlyList<LinkSource> Apart { get; init; } = [];

    IEnumerable<LinkSource> All => sources.Concat(Apart);

    /// <summary>Writes one link file per source and returns the balance of each.</summary>
    public LinkReport Run(CancellationToken stop)
    {
        var statistics = new LinkStatistics(sources);
        var opposed = OpposedTokens.Read(sources, Apart);
        using var candidates = new CandidateSpools(sources, workFolder);
        TokenMerge.Run(sources.Select(source => (source, PackageTables.JetonsFile)), opposed, group => ExactRule.Apply(group, candidates.Add), stop);
        var start = LinkModel.Of(LinkParameters.StartOfM(), SourcePairs());
        var found = PairFinder.Run([.. All], opposed, start, candidates, stop);
        var model = Estimate(candidates, start, stop);
        using var outcomes = new Outcomes(sources, workFolder, statistics);
        if (calibrateGuard)
            new TwoFileRounds(sources, candidates, workFolder, outcomes, opposed).Run(model, stop);
        else
            new ResolutionRound(sources, workFolder, outcomes, opposed, FamilyGuard.Strict).Run(candidates.Records(model.Weight, stop), stop);
        outcomes.Complete();
        var balances = new SortedDictionary<string, Balance>(StringComparer.Ordinal);
        foreach (var source in sources)
            balances[source.Name] = new LinkWriter(source, workFolder, opposed).Write(outcomes[source.Index], stop);
        return LinkReport.Of(balances, statistics, found, model, [.. All]);
    }

    LinkModel Estimate(CandidateSpools candidates, LinkModel start, CancellationToken stop)
    {
        var sample = (ulong)(ulong.MaxValue * Math.Min(1.0, SampleRecords / (double)Math.Max(1, sources.Sum(source => source.Persons))));
        var counts = new SortedDictionary<(int Left, int Right, int Code), long>();
        foreach (var record in candidates.Records(start.Weight, stop))
        {
            if (record.Record.Handle.High > sample)
                continue;
            foreach (var pair in record.Pairs)
            {
                // A pair of two records without NIR is seen from both sides: it counts once.
                if (pair.Other.Nir is null && pair.Other.Source < record.Record.Source)
                    continue;
                var (left, right) = LinkModel.KeyOf(record.Record.Source, pair.Other.Source);
                counts[(left, right, pair.Agreement.Code)] = counts.GetValueOrDefault((left, right, pair.Agreement.Code)) + 1;
            }
        }

        return LinkEstimate.Run(counts, SourcePairs(sample / (double)ulong.MaxValue));
    }

    Dictionary<(int Left, int Right), SourcePair> SourcePairs(double sampled = 1)
    {
        var pairs = new Dictionary<(int, int), SourcePair>();
        foreach (var left in All)
        {
            foreach (var right in All.Where(other => other.Index > left.Index))
            {
                var (smaller, all) = (Math.Max(1, Math.Min(left.Persons, right.Persons)) * sampled, Math.Max(1, left.Persons) * (double)Math.Max(1, right.Persons) * sampled);
                pairs[(left.Index, right.Index)] = new SourcePair(
                    Math.Max(2, all), smaller, Shared(left.Concentration.Naissance, right.Concentration.Naissance), Shared(left.Concentration.Residence, right.Concentration.Residence), 0.5 * smaller / Math.Max(2, all));
            }
        }

        return pairs;

        // Cauchy and Schwarz: two distributions meet at most as often as the mean of each with itself.
        static double Shared(double left, double right) => Math.Sqrt(left * right);
    }
}
