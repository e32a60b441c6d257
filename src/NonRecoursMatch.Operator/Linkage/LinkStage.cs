using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Pairs;
using NonRecoursMatch.Operator.Linkage.Resolution;
using NonRecoursMatch.Operator.Linkage.Tokens;
using NonRecoursMatch.Operator.Partitions;
using NonRecoursMatch.Operator.Reports;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>
/// Stage <c>links</c>: removes the opposed, then gives every record its person. Every step is a sequential pass over files ordered by a random
/// key: linear in rows, one bucket in memory.
/// </summary>
/// <param name="sources">The packages.</param>
/// <param name="work">Where steps hand each other their partitions.</param>
/// <param name="calibrateGuard">Whether the files may open profiles of the family guard: for two files alone, never for the monthly job.</param>
sealed class LinkStage(IReadOnlyList<LinkSource> sources, WorkFolder work, bool calibrateGuard = false)
{
    /// <summary>Records on which the model is estimated, at most: those whose handles come first, whatever the partitions and machines.</summary>
    const long SampleRecords = 250_000;

    /// <summary>Packages of absent bodies, which hold opposed tokens only.</summary>
    public IReadOnlyList<LinkSource> Apart { get; init; } = [];

    IEnumerable<LinkSource> All => sources.Concat(Apart);

    /// <summary>Runs one step of the stage over one partition.</summary>
    public void Run(MatchStep step, Partition partition, CancellationToken stop)
    {
        using var output = new PartitionOutput(work, step, partition);
        if (step == MatchStep.Oppositions)
            Oppose(output);
        else if (step == MatchStep.Candidates)
            FindCandidates(output, partition, stop);
        else
            Resolve(output, stop);
    }

    /// <summary>Who leaves.</summary>
    void Oppose(PartitionOutput output)
    {
        OpposedTokens.Read(sources, Apart).Write(output.Table(OpposedFile.Name, OpposedFile.Schema));
        output.Publish(StageRecord.Empty);
    }

    /// <summary>What the tokens and anchors of one range say.</summary>
    void FindCandidates(PartitionOutput output, Partition range, CancellationToken stop)
    {
        var opposed = Opposed();
        var candidates = new CandidateSpools(sources, output);
        TokenMerge.Run(sources.Select(source => (source, PackageTables.JetonsFile)), range, opposed, group => ExactRule.Apply(group, candidates.Add), stop);
        var found = PairFinder.Run([.. All], range, opposed, Start(), candidates, stop);
        output.Publish(StageRecord.Empty with { Comparaisons = found });
    }

    /// <summary>One link file per source, and the balance of each.</summary>
    void Resolve(PartitionOutput output, CancellationToken stop)
    {
        var (finished, opposed, statistics) = (work.Require(MatchStep.Candidates), Opposed(), new LinkStatistics(sources));
        var candidates = new CandidateReader(sources, finished);
        var model = Estimate(candidates, Start(), stop);
        using var outcomes = new Outcomes(sources, output.Folder, output.Table(ReviewFile.Name, ReviewFile.Schema), statistics);
        if (calibrateGuard)
            new TwoFileRounds(sources, candidates, output.Folder, outcomes, opposed).Run(model, stop);
        else
            new ResolutionRound(sources, output.Folder, outcomes, opposed, FamilyGuard.Strict).Run(candidates.Records(model.Weight, stop), stop);
        var balances = new SortedDictionary<string, Balance>(StringComparer.Ordinal);
        foreach (var source in sources)
            balances[source.Name] = new LinkWriter(source, output.Folder, opposed).Write(output.Table(LinkFile.NameFor(source.Name), LinkFile.Schema), outcomes[source.Index], stop);
        var comparisons = StageRecord.Sum(finished.Counts).Comparaisons!;
        output.Publish(new StageRecord(balances, Rapprochement: LinkReport.Of(balances, statistics, comparisons, model, [.. All])));
    }

    OpposedTokens Opposed() => OpposedTokens.Read(work.Require(MatchStep.Oppositions).Tables(OpposedFile.Name));

    /// <summary>Weights before anything is estimated.</summary>
    LinkModel Start() => LinkModel.Of(LinkParameters.StartOfM(), SourcePairs());

    LinkModel Estimate(CandidateReader candidates, LinkModel start, CancellationToken stop)
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
