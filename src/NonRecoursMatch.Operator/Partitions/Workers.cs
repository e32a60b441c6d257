namespace NonRecoursMatch.Operator.Partitions;

/// <summary>Shares a step among the processors of this machine: the same partitions as on many machines, one thread each.</summary>
static class Workers
{
    const int Most = 16;

    /// <summary>Partitions that this machine works on at once.</summary>
    public static int Count { get; } = Math.Min(Environment.ProcessorCount, Most);

    /// <summary>Runs a task per partition; of several failures the first one is thrown once all have ended.</summary>
    public static void Run(IEnumerable<Partition> partitions, Action<Partition> task)
        => Task.WhenAll(partitions.Select(partition => Task.Factory.StartNew(
            () => task(partition), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).GetAwaiter().GetResult();
}
