using NonRecoursMatch.Operator;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Cli.Running;

/// <summary>What one call of <c>match</c> does: every stage, one stage, or one step of a stage over one partition.</summary>
/// <param name="Stage">The stage; null for all, or for a step.</param>
/// <param name="Step">The step; null for a stage.</param>
/// <param name="Partition">Which partition of the step.</param>
sealed record MatchWork(MatchStage? Stage, MatchStep? Step, Partition Partition)
{
    /// <summary>Names for <c>--stage</c>.</summary>
    public static IEnumerable<string> Names => Enum.GetValues<MatchStage>().Select(MatchRun.NameOf).Concat(Enum.GetValues<MatchStep>().Select(step => step.Name()));

    /// <summary>Those that take <c>--partition</c>.</summary>
    public static IEnumerable<string> SharedNames => Enum.GetValues<MatchStep>().Where(step => step.IsShared()).Select(step => step.Name());

    /// <summary>Whether lists and report are made.</summary>
    public bool EndsTheMonth => Step is null && Stage is null or MatchStage.Lists;

    /// <summary>Whether files of packages are read, and not only what other steps left of them.</summary>
    public bool ReadsPackages => Step is not (MatchStep.Persons or MatchStep.Rights);

    /// <summary>Reads <c>--stage</c>, one of <see cref="Names"/> or null, and <c>--partition</c>.</summary>
    public static MatchWork Of(string? name, Partition? partition)
    {
        MatchStage? stage = Enum.TryParse<MatchStage>(name, ignoreCase: true, out var whole) ? whole : null;
        MatchStep? step = stage is null && Enum.TryParse<MatchStep>(name, ignoreCase: true, out var part) ? part : null;
        return new MatchWork(stage, step, partition ?? Partition.Whole);
    }
}
