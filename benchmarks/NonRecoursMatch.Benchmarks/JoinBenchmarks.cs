using BenchmarkDotNet.Attributes;
using NonRecoursMatch.Formats.Spools;

namespace NonRecoursMatch.Benchmarks;

/// <summary>
/// Two tables of tokens and handles in no order joined on the token out of core, as every stage joins: spilled by the leading bits, sorted partition
/// by partition, runs of one token met. The mean is per row of both tables.
/// </summary>
// In this process: the project that BenchmarkDotNet would generate has no lock file.
[InProcess]
[MemoryDiagnoser]
public class JoinBenchmarks
{
    /// <summary>Rows of each table.</summary>
    public const int Rows = 1_000_000;

    readonly TokenPair _tables = new(Rows);

    [Benchmark(OperationsPerInvoke = 2 * Rows)]
    public long SpoolAndMerge()
    {
        var folder = Directory.CreateTempSubdirectory("nonrecours-").FullName;
        try
        {
            using var spool = new SortSpool(Path.Combine(folder, "jetons"), TokenJoin.SpilledBytes(2 * Rows));
            for (var row = 0; row < Rows; row++)
            {
                TokenJoin.AddLeft(spool, TokenPair.Left(row), TokenPair.Handle(row));
                TokenJoin.AddRight(spool, _tables.Right(row), TokenPair.Handle(row));
            }

            var pairs = TokenJoin.Pairs(spool, (_, _) => { });
            return pairs == _tables.Shared ? pairs : throw new InvalidOperationException($"{pairs} pairs were found");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
