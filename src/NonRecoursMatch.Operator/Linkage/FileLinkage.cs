using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>Links two files alone, by the steps of the monthly job.</summary>
/// <param name="sources">The two files.</param>
/// <param name="workFolder">Where steps hand each other their rows.</param>
/// <param name="calibrateGuard">Whether the files may open profiles of the family guard.</param>
public sealed class FileLinkage(IReadOnlyList<LinkSource> sources, string workFolder, bool calibrateGuard = false)
{
    /// <summary>Links.</summary>
    public (LinkReport Report, LinkedPairs Pairs) Run(CancellationToken stop)
    {
        var work = new WorkFolder(workFolder, inputs: "", durable: false);
        var stage = new LinkStage(sources, work, calibrateGuard);
        stage.Run(MatchStep.Oppositions, Partition.Whole, stop);
        Workers.Run(Partition.All(Workers.Count), partition => stage.Run(MatchStep.Candidates, partition, stop));
        stage.Run(MatchStep.Resolution, Partition.Whole, stop);
        var resolved = work.Require(MatchStep.Resolution);
        return (resolved.Counts.Single().Rapprochement!, LinkedPairs.Read(sources, resolved.Folder));
    }
}
