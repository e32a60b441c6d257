using BenchmarkDotNet.Attributes;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Households;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Benchmarks;

/// <summary>RSA, PPA, ASPA, ASI and C2S of one batch that fits the cache, from columns, on one core; the mean is per household.</summary>
// In this process: the project that BenchmarkDotNet would generate has no lock file.
[InProcess]
[MemoryDiagnoser]
public class ColumnBenchmarks
{
    /// <summary>Households of a batch.</summary>
    public const int Batch = 512;

    /// <summary>Batches of each of two cores.</summary>
    public const int Batches = 200;

    readonly RightsEngine _engine = new();
    readonly RightsEngine[] _engines = [new(), new()];
    FoyerColumns _columns = new();
    FoyerColumns _others = new();
    LawBook? _laws;

    [GlobalSetup]
    public void Setup()
    {
        var shelf = new LawShelf(Population.Parameters);
        _columns = Population.Columns(Batch, shelf);
        _others = Population.Columns(Batch, shelf);
        _laws = shelf[_columns.Mois];
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public double FromColumns()
    {
        _engine.Compute(_columns, _laws!);
        return _engine.Rsa[0];
    }

    /// <summary>Two engines side by side, each over its own batch.</summary>
    [Benchmark(OperationsPerInvoke = 2 * Batches * Batch)]
    public double FromColumnsTwoCores()
    {
        Parallel.ForEach(_engines, engine =>
        {
            for (var i = 0; i < Batches; i++)
                engine.Compute(engine == _engines[0] ? _columns : _others, _laws!);
        });
        return _engines[0].Rsa[0];
    }
}

/// <summary>The same from JSON lines to JSON lines, in memory, verdicts and texts included.</summary>
// In this process: the project that BenchmarkDotNet would generate has no lock file.
[InProcess]
[MemoryDiagnoser]
public class JsonBenchmarks
{
    /// <summary>Lines.</summary>
    public const int Households = 30_000;

    byte[] _lines = [];

    /// <summary>Blocks computed at a time.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => _lines = Population.JsonLines(Households);

    [Benchmark(OperationsPerInvoke = Households)]
    public long FromJsonLines()
    {
        using var input = new MemoryStream(_lines);
        return HouseholdFile.Compute(input, Stream.Null, Population.Parameters, _ => true, null, french: true, Threads, CancellationToken.None).Computed;
    }
}
