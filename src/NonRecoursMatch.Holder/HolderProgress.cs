namespace NonRecoursMatch.Holder;

/// <summary>How far a long work is.</summary>
/// <param name="Step">Table being read, or step.</param>
/// <param name="Rows">Rows so far.</param>
public readonly record struct HolderProgress(string Step, long Rows)
{
    const long Every = 1 << 13;

    /// <summary>Called for every row: reports and looks for an interruption once in a while.</summary>
    internal static void Tick(IProgress<HolderProgress>? progress, string step, long rows, CancellationToken stop)
    {
        if ((rows & (Every - 1)) != 0)
            return;
        stop.ThrowIfCancellationRequested();
        progress?.Report(new HolderProgress(step, rows));
    }
}
