using BenchmarkDotNet.Attributes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Parquet;
using NonRecoursMatch.Formats.Parquet.Reading;

namespace NonRecoursMatch.Benchmarks;

/// <summary>A Parquet file of a token, five integers and three amounts written and read, on one core; the mean is per row of 60 bytes.</summary>
// In this process: the project that BenchmarkDotNet would generate has no lock file.
[InProcess]
[MemoryDiagnoser]
public class ParquetBenchmarks
{
    /// <summary>Rows of the file.</summary>
    public const int Rows = 500_000;
    const int Integers = 5;
    const int Amounts = 3;

    static readonly ParquetColumn[] s_columns =
    [
        new("jeton", ColumnKind.Key128, Nullable: false),
        .. Enumerable.Range(0, Integers).Select(i => new ParquetColumn($"entier{i}", ColumnKind.Int32)),
        .. Enumerable.Range(0, Amounts).Select(i => new ParquetColumn($"montant{i}", ColumnKind.Int64, Cents: true)),
    ];

    readonly string _folder = Directory.CreateTempSubdirectory("nonrecours-").FullName;

    /// <summary>Compression.</summary>
    [Params(ParquetCodec.Uncompressed, ParquetCodec.Gzip)]
    public ParquetCodec Codec { get; set; }

    [GlobalSetup]
    public void Setup() => Write(Path.Combine(_folder, "lu.parquet"));

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark(OperationsPerInvoke = Rows)]
    public void Write() => Write(Path.Combine(_folder, "ecrit.parquet"));

    /// <summary>Every cell as text, which is how extracts in Parquet are read.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long Read()
    {
        using var reader = new ParquetReader(Path.Combine(_folder, "lu.parquet"));
        var bytes = 0L;
        while (reader.Read())
        {
            for (var field = 0; field < reader.FieldCount; field++)
                bytes += reader.Field(field).Length;
        }

        return bytes;
    }

    void Write(string path)
    {
        using var writer = new ParquetWriter(path, s_columns, Codec);
        for (var row = 0; row < Rows; row++)
        {
            var (columns, token) = (writer.Batch.Columns, TokenPair.Left(row));
            columns[0].Append(token);
            for (var i = 1; i <= Integers; i++)
                columns[i].Append((int)(token.Low >> i) & 0xFFF);
            for (var i = 1; i <= Amounts; i++)
                columns[Integers + i].Append((long)(token.High >> i) & 0x3FFFF);
            writer.RowDone();
        }

        writer.Complete();
    }
}
