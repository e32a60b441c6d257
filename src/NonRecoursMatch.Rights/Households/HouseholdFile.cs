using System.Collections.Concurrent;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Households;

/// <summary>How many lines a file gave.</summary>
/// <param name="Computed">Households computed.</param>
/// <param name="Refused">Lines that could not be.</param>
public readonly record struct LineCounts(long Computed, long Refused);

/// <summary>Computes a file of households: read by blocks, computed on all cores, written in the order of the input, in bounded memory.</summary>
public static class HouseholdFile
{
    /// <summary>Reads households from <paramref name="input"/> and writes a result or an error line for each to <paramref name="output"/>.</summary>
    /// <param name="defaultMonth">Month of the lines that carry none.</param>
    /// <param name="french">Language of questions, cautions and errors.</param>
    /// <param name="threads">Blocks computed at a time.</param>
    public static LineCounts Compute(
        Stream input, Stream output, RightsParameters parameters, CommuneKnown known, YearMonth? defaultMonth, bool french, int threads, CancellationToken stop)
    {
        var shelf = new LawShelf(parameters);
        var idle = new ConcurrentBag<BlockComputation>();
        var pending = new Queue<Task<BlockComputation>>();
        var counts = default(LineCounts);
        try
        {
            foreach (var block in LineBlocks.Of(input))
            {
                stop.ThrowIfCancellationRequested();
                if (pending.Count == threads)
                    WriteNext();
                pending.Enqueue(Task.Run(() => Run(block), stop));
            }

            while (pending.Count > 0)
                WriteNext();
        }
        finally
        {
            foreach (var worker in idle)
                worker.Dispose();
        }

        return counts;

        BlockComputation Run(LineBlock block)
        {
            var worker = idle.TryTake(out var free) ? free : new BlockComputation(shelf, known, defaultMonth, french);
            worker.Compute(block);
            block.Return();
            return worker;
        }

        void WriteNext()
        {
            var worker = pending.Dequeue().GetAwaiter().GetResult();
            output.Write(worker.Output.Span);
            counts = new LineCounts(counts.Computed + worker.Computed, counts.Refused + worker.Refused);
            idle.Add(worker);
        }
    }
}
