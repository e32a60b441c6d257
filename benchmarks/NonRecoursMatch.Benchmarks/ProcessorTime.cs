using System.Diagnostics;
using System.Globalization;
using NonRecoursMatch.Formats.Parquet;
using NonRecoursMatch.Keys.Derivation.Lanes;

namespace NonRecoursMatch.Benchmarks;

/// <summary>
/// The same bodies timed in turns, wall clock and processor time of this process: on a machine that others use at the same time, processor time says
/// what the work costs, and the best wall clock what it takes when the cores are free.
/// </summary>
static class ProcessorTime
{
    const int Households = 2 * 512 * 400;
    const int IdentityRows = 64 * IdentityBenchmarks.Rows;
    const int HmacTexts = 64 * HmacBenchmarks.Texts;
    static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);

    /// <summary>Measures the rights for <paramref name="duration"/> and prints nanoseconds per household.</summary>
    public static void Rights(TimeSpan duration)
    {
        var (columns, one, two) = (new ColumnBenchmarks(), new JsonBenchmarks { Threads = 1 }, new JsonBenchmarks { Threads = 2 });
        columns.Setup();
        one.Setup();
        two.Setup();
        Run(duration, "household",
        [
            ("columns, one core", Households, () => Repeat(Households / ColumnBenchmarks.Batch, () => columns.FromColumns())),
            ("columns, two cores", 2 * ColumnBenchmarks.Batches * ColumnBenchmarks.Batch, () => columns.FromColumnsTwoCores()),
            ("JSON lines, one core", JsonBenchmarks.Households, () => one.FromJsonLines()),
            ("JSON lines, two cores", JsonBenchmarks.Households, () => two.FromJsonLines()),
        ]);
    }

    /// <summary>Measures HMAC by every kernel of this processor, short texts and longer ones, for <paramref name="duration"/> each, and prints nanoseconds per text.</summary>
    public static void Hmac(TimeSpan duration)
    {
        foreach (var bytes in HmacBenchmarks.Sizes)
        {
            var hmac = new HmacBenchmarks { Bytes = bytes };
            hmac.Setup();
            Run(duration, "text",
            [
                ($"HashData, {bytes} bytes", HmacTexts, () => Repeat(HmacTexts / HmacBenchmarks.Texts, hmac.HashData)),
                .. HmacKernels.Available.Select(kernel =>
                    ($"{kernel}, {bytes} bytes", HmacTexts, (Action)(() => Repeat(HmacTexts / HmacBenchmarks.Texts, () => hmac.Hash(kernel))))),
            ]);
            hmac.Cleanup();
        }
    }

    /// <summary>Measures what the holder's step is made of, for <paramref name="duration"/> each, and prints nanoseconds per row.</summary>
    public static void Holder(TimeSpan duration)
    {
        using var identity = new IdentityBenchmarks();
        identity.Setup();
        Run(duration, "row",
        [
            ("identity: canonical texts", IdentityRows, () => Repeat(IdentityRows / IdentityBenchmarks.Rows, identity.Canonical)),
            ("identity: canonical texts and tokens", IdentityRows, () => Repeat(IdentityRows / IdentityBenchmarks.Rows, () => identity.CanonicalAndTokens())),
            ("identity: forms for tolerant linkage", IdentityRows, () => Repeat(IdentityRows / IdentityBenchmarks.Rows, identity.Forms)),
            ("identity: anchors and traits", IdentityRows, () => Repeat(IdentityRows / IdentityBenchmarks.Rows, () => identity.Anchors())),
        ]);

        var (extract, check) = (new ExtractBenchmarks(), new CheckBenchmarks());
        extract.Setup();
        Run(duration, "row",
        [
            ("CSV: CsvHelper, bytes of every cell", ExtractBenchmarks.Rows, () => extract.CsvHelperBytes()),
            ("CSV: our reader, bytes of every cell", ExtractBenchmarks.Rows, () => extract.OurReader()),
            ("CSV: to columns of text", ExtractBenchmarks.Rows, () => extract.Columns()),
            ("CSV: three tables checked", CheckBenchmarks.Rows, () => check.Validate()),
        ]);
        extract.Cleanup();

        var join = new JoinBenchmarks();
        Run(duration, "row", [("join: spool and merge", 2 * JoinBenchmarks.Rows, () => join.SpoolAndMerge())]);

        foreach (var codec in Enum.GetValues<ParquetCodec>())
        {
            var parquet = new ParquetBenchmarks { Codec = codec };
            parquet.Setup();
            Run(duration, "row",
            [
                ($"Parquet, {codec}: write", ParquetBenchmarks.Rows, parquet.Write),
                ($"Parquet, {codec}: read as text", ParquetBenchmarks.Rows, () => parquet.Read()),
            ]);
            parquet.Cleanup();
        }
    }

    static void Run(TimeSpan duration, string unit, (string Name, int Units, Action Body)[] bodies)
    {
        var measured = bodies.Select(_ => new List<(double Wall, double Processor)>()).ToArray();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < duration + s_warmUp)
        {
            for (var i = 0; i < bodies.Length; i++)
            {
                var cost = Time(bodies[i].Body, bodies[i].Units);
                if (clock.Elapsed > s_warmUp)
                    measured[i].Add(cost);
            }
        }

        for (var i = 0; i < bodies.Length; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{bodies[i].Name}: wall best {measured[i].Min(run => run.Wall):F1}, median {Median(measured[i].Select(run => run.Wall)):F1}; processor best {measured[i].Min(run => run.Processor):F1}, median {Median(measured[i].Select(run => run.Processor)):F1} ns/{unit}, {measured[i].Count} runs"));
        }
    }

    static (double Wall, double Processor) Time(Action body, int units)
    {
        using var process = Process.GetCurrentProcess();
        var (before, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        body();
        var wall = clock.Elapsed;
        process.Refresh();
        return (wall.TotalNanoseconds / units, (process.TotalProcessorTime - before).TotalNanoseconds / units);
    }

    static void Repeat(int times, Action body)
    {
        for (var i = 0; i < times; i++)
            body();
    }

    static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
