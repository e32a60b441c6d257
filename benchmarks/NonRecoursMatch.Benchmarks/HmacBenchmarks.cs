using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using NonRecoursMatch.Keys.Derivation.Lanes;

namespace NonRecoursMatch.Benchmarks;

/// <summary>HMAC-SHA-256 under one key of 32 bytes of many short texts that fit the cache, on one core; the mean is per text.</summary>
// In this process: the project that BenchmarkDotNet would generate has no lock file.
[InProcess]
[MemoryDiagnoser]
public class HmacBenchmarks
{
    /// <summary>Texts of a batch.</summary>
    public const int Texts = 1_024;

    const string OneBlock = "30-50";
    const string TwoBlocks = "64-100";

    readonly byte[] _key = SHA256.HashData("a test key"u8);
    readonly byte[] _full = new byte[Texts * HMACSHA256.HashSizeInBytes];
    readonly Range[] _places = new Range[Texts];
    readonly Dictionary<HmacKernel, HmacBatch> _kernels = [];
    byte[] _buffer = [];

    /// <summary>Bytes of the texts: of one block with the padding, as anchors are, or of two.</summary>
    [ParamsSource(nameof(Sizes))]
    public string Bytes { get; set; } = OneBlock;

    /// <summary>The values of <see cref="Bytes"/>.</summary>
    public static IEnumerable<string> Sizes { get; } = [OneBlock, TwoBlocks];

    [GlobalSetup]
    public void Setup()
    {
        var (shortest, longest) = Bytes == OneBlock ? (30, 50) : (64, 100);
        var start = 0;
        for (var i = 0; i < Texts; i++)
            _places[i] = start..(start += shortest + (i % (longest - shortest + 1)));
        _buffer = new byte[start];
        foreach (var kernel in HmacKernels.Available)
            _kernels[kernel] = HmacKernels.Create(kernel, _key);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        foreach (var kernel in _kernels.Values)
            kernel.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Texts)]
    public void HashData()
    {
        for (var i = 0; i < Texts; i++)
            HMACSHA256.HashData(_key, _buffer.AsSpan(_places[i]), _full.AsSpan(i * HMACSHA256.HashSizeInBytes));
    }

    [Benchmark(OperationsPerInvoke = Texts)]
    public void IncrementalHash() => Hash(HmacKernel.Portable);

    [Benchmark(OperationsPerInvoke = Texts)]
    public void Lanes4() => Hash(HmacKernel.Lanes4);

    [Benchmark(OperationsPerInvoke = Texts)]
    public void Lanes8() => Hash(HmacKernel.Lanes8);

    /// <summary>Only on a processor with AVX-512.</summary>
    [Benchmark(OperationsPerInvoke = Texts)]
    public void Lanes16() => Hash(HmacKernel.Lanes16);

    internal void Hash(HmacKernel kernel) => _kernels[kernel].Hash(_buffer, _places, _full);
}
