using NonRecoursMatch.Operator.Linkage.Resolution;
using NonRecoursMatch.Operator.Partitions;

namespace NonRecoursMatch.Operator.Linkage.Pairs;

/// <summary>Reads what all partitions of the step <c>candidates</c> spilled.</summary>
sealed class CandidateReader(IReadOnlyList<LinkSource> sources, FinishedStep candidates)
{
    /// <summary>Every record with its candidates, by source and handle; the same object each time.</summary>
    /// <param name="weight">Weight of an agreement between two sources.</param>
    /// <param name="stop">Interrupts.</param>
    public IEnumerable<RecordCandidates> Records(Func<Agreement, int, int, double> weight, CancellationToken stop)
    {
        var record = new RecordCandidates(weight);
        foreach (var source in sources.OrderBy(source => source.Index))
        {
            foreach (var rows in candidates.Rows(CandidateSpools.NameOf(source), Partition.Whole))
            {
                stop.ThrowIfCancellationRequested();
                for (var start = 0; start < rows.Count;)
                {
                    var end = rows.EndOfRun(start);
                    record.Load(source.Index, rows, start, end);
                    yield return record;
                    start = end;
                }
            }
        }
    }
}
