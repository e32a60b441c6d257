using NonRecoursMatch.Holder;

namespace NonRecoursMatch.Cli.Running;

/// <summary>Turns rows read per table into a share of what the source announces.</summary>
sealed class RowProgress(IReadOnlyDictionary<string, long> rows, Action<double> report) : IProgress<HolderProgress>
{
    readonly Dictionary<string, long> _done = [];

    public void Report(HolderProgress value)
    {
        _done[value.Step] = value.Rows;
        report(Math.Min(0.99, (double)_done.Values.Sum() / Math.Max(1, rows.Values.Sum())));
    }
}
