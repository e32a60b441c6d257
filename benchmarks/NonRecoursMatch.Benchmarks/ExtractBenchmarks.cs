using BenchmarkDotNet.Attributes;
using CsvHelper;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Benchmarks;

/// <summary>From the bytes of a CSV to columns, on one core, beside CsvHelper's own reading of the same bytes; the mean is per row of 25 cells, about 90 bytes.</summary>
// In this process: the project that BenchmarkDotNet would generate has no lock file.
[InProcess]
[MemoryDiagnoser]
public class ExtractBenchmarks
{
    /// <summary>Rows of the file.</summary>
    public const int Rows = 200_000;
    const int RowsPerBatch = 16_384;

    readonly string _path = Path.GetTempFileName();

    [GlobalSetup]
    public void Setup() => SampleTerritory.WriteRepeated("cpam-35", "personnes", Rows, _path);

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_path);

    /// <summary>Every cell looked at, nothing kept.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public long CsvHelperBytes()
    {
        using var reader = CsvReader.FromFile(_path, new CsvReaderOptions { Separator = ';', DetectSeparatorHint = false, HasHeader = true });
        var bytes = 0L;
        while (reader.Read())
        {
            for (var field = 0; field < reader.FieldCount; field++)
                bytes += reader.GetSpan(field).Length;
        }

        return bytes;
    }

    /// <summary>Every cell looked at through our reader, which also knows the line and takes no record above 1 MiB.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long OurReader()
    {
        using var reader = new DelimitedReader(_path, ';');
        var bytes = 0L;
        while (reader.Read())
        {
            for (var field = 0; field < reader.FieldCount; field++)
                bytes += reader.Field(field).Length;
        }

        return bytes;
    }

    /// <summary>Every cell copied to a column of text, a batch at a time.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    public long Columns()
    {
        using var reader = new DelimitedReader(_path, ';');
        var batch = new Batch(new TableSchema([.. reader.Header.Select(name => new ColumnField(name, ColumnKind.Utf8))]));
        var rows = 0L;
        while (reader.Read())
        {
            for (var field = 0; field < batch.Columns.Count; field++)
                batch.Columns[field].Append(reader.Field(field));
            rows++;
            if (batch.Length == RowsPerBatch)
                batch.Clear();
        }

        return rows;
    }
}

/// <summary>An extract of three tables checked as <c>validate</c> does: every cell, the keys between tables, persons held twice; the mean is per row.</summary>
// In this process: the project that BenchmarkDotNet would generate has no lock file.
[InProcess]
[MemoryDiagnoser]
public class CheckBenchmarks
{
    /// <summary>Rows of the three tables of <c>caf-35</c> in the sample.</summary>
    public const int Rows = 12_692;

    static readonly string[] s_tables = ["personnes", "ressources", "prestations"];

    readonly ExtractValidator _validator = new(SampleTerritory.Agreement, SampleTerritory.Library);
    readonly string[] _files = [.. s_tables.Select(table => SampleTerritory.FileOf("caf-35", table))];

    [Benchmark(OperationsPerInvoke = Rows)]
    public long Validate()
    {
        var report = _validator.Validate(SampleTerritory.Source("caf-35"), _files, month: null, progress: null, CancellationToken.None);
        var rows = report.Tables.Sum(table => table.Rows);
        return rows == Rows ? rows : throw new InvalidOperationException($"{rows} rows were read");
    }
}
