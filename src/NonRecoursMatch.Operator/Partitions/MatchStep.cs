namespace NonRecoursMatch.Operator.Partitions;

/// <summary>
/// What a stage is made of, in order. Between two steps rows change hands: what all partitions of one have written is what each partition of the next
/// one reads a range of.
/// </summary>
public enum MatchStep
{
    /// <summary>Who objected, spread to every source. One task.</summary>
    Oppositions,

    /// <summary>What each record without NIR may be joined to. By ranges of tokens and anchors.</summary>
    Candidates,

    /// <summary>Every record is given its person. One task: a record that turns out to be of an opposed person leaves, and those that follow see it.</summary>
    Resolution,

    /// <summary>Records with their person. By ranges of dossiers.</summary>
    Records,

    /// <summary>Records of one person merged. By ranges of persons.</summary>
    Persons,

    /// <summary>Foyers and their rights. By ranges of foyers.</summary>
    Rights,
}

/// <summary>How steps make stages.</summary>
public static class MatchSteps
{
    /// <summary>The steps of a stage; the lists are one step, without a name of its own.</summary>
    public static IReadOnlyList<MatchStep> Of(MatchStage stage) => stage switch
    {
        MatchStage.Links => [MatchStep.Oppositions, MatchStep.Candidates, MatchStep.Resolution],
        MatchStage.Foyers => [MatchStep.Records, MatchStep.Persons, MatchStep.Rights],
        _ => [],
    };

    /// <summary>Whether the step may be shared among tasks.</summary>
    public static bool IsShared(this MatchStep step) => step is not (MatchStep.Oppositions or MatchStep.Resolution);

    /// <summary>Name in <c>--stage</c>.</summary>
    public static string Name(this MatchStep step) => step.ToString().ToLowerInvariant();

    /// <summary>How messages name the work of one task.</summary>
    internal static string Name(this MatchStep step, Partition partition) => step.IsShared() ? $"partition {partition} of step {step.Name()}" : $"step {step.Name()}";

    /// <summary>How a lost partition is made again.</summary>
    internal static string Remedy(this MatchStep step, Partition partition)
    {
        var one = $"`match --stage {step.Name()}{(step.IsShared() ? $" --partition {partition}" : "")}`";
        var stage = MatchRun.NameOf(step < MatchStep.Records ? MatchStage.Links : MatchStage.Foyers);
        return partition.Count > 1
            ? $"run {one} with the same --in and --out"
            : $"run `match --stage {stage}`, or {one} where steps run one by one, with the same --in and --out";
    }
}
