using System.Diagnostics;
using System.Globalization;

namespace NonRecoursMatch.Benchmarks;

/// <summary>
/// The same bodies timed in turns, wall clock and processor time of this process: on a machine that others use at the same time, processor time says
/// what the work costs, and the best wall clock what it takes when the cores are free.
/// </summary>
static class ProcessorTime
{
    const int Households = 2 * 512 * 400;
    static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);

    /// <summary>Measures for <paramref name="duration"/> and prints nanoseconds per household.</summary>
    public static void Run(TimeSpan duration)
    {
        var (columns, one, two) = (new ColumnBenchmarks(), new JsonBenchmarks { Threads = 1 }, new JsonBenchmarks { Threads = 2 });
        columns.Setup();
        one.Setup();
        two.Setup();
        (string Name, int Households, Action Body)[] bodies =
        [
            ("columns, one core", Households, () => Repeat(Households / ColumnBenchmarks.Batch, () => columns.FromColumns())),
            ("columns, two cores", 2 * ColumnBenchmarks.Batches * ColumnBenchmarks.Batch, () => columns.FromColumnsTwoCores()),
            ("JSON lines, one core", JsonBenchmarks.Households, () => one.FromJsonLines()),
            ("JSON lines, two cores", JsonBenchmarks.Households, () => two.FromJsonLines()),
        ];
        var measured = bodies.Select(_ => new List<(double Wall, double Processor)>()).ToArray();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < duration + s_warmUp)
        {
            for (var i = 0; i < bodies.Length; i++)
            {
                var cost = Time(bodies[i].Body, bodies[i].Households);
                if (clock.Elapsed > s_warmUp)
                    measured[i].Add(cost);
            }
        }

        for (var i = 0; i < bodies.Length; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{bodies[i].Name}: wall best {measured[i].Min(run => run.Wall):F1}, median {Median(measured[i].Select(run => run.Wall)):F1}; processor best {measured[i].Min(run => run.Processor):F1}, median {Median(measured[i].Select(run => run.Processor)):F1} ns/household, {measured[i].Count} runs"));
        }
    }

    static (double Wall, double Processor) Time(Action body, int households)
    {
        using var process = Process.GetCurrentProcess();
        var (before, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        body();
        var wall = clock.Elapsed;
        process.Refresh();
        return (wall.TotalNanoseconds / households, (process.TotalProcessorTime - before).TotalNanoseconds / households);
    }

    static void Repeat(int times, Action body)
    {
        for (var i = 0; i < times; i++)
            body();
    }

    static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
