using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Benchmarks;

/// <summary>The synthetic territory of <c>samples/redon</c>, as a holder has it before its step.</summary>
static class SampleTerritory
{
    static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "redon");

    /// <summary>Reference data.</summary>
    public static ConventionLibrary Library { get; } = ConventionLibrary.Open();

    /// <summary>Its agreement.</summary>
    public static Agreement Agreement { get; } = AgreementLoader.Load(Path.Combine(s_folder, AgreementLoader.FileName), Library);

    /// <summary>A source of it.</summary>
    public static Source Source(string id) => Agreement.Sources.Single(source => source.Id == id);

    /// <summary>Path of a file of a source.</summary>
    public static string FileOf(string source, string table) => Path.Combine(Source(source).Folder, table + ".csv");

    /// <summary>The columns of a file that are asked for, row by row.</summary>
    public static byte[][][] Cells(string source, string table, params string[] columns)
    {
        using var reader = new DelimitedReader(FileOf(source, table), Source(source).Format.Separator);
        var at = columns.Select(column => reader.Header.ToList().IndexOf(column)).ToArray();
        var rows = new List<byte[][]>();
        while (reader.Read())
            rows.Add([.. at.Select(index => reader.Field(index).ToArray())]);
        return [.. rows];
    }

    /// <summary>A file of a source with its rows repeated until it has as many as are asked for.</summary>
    public static void WriteRepeated(string source, string table, int rows, string path)
    {
        var lines = File.ReadAllLines(FileOf(source, table));
        File.WriteAllLines(path, Enumerable.Range(0, rows).Select(row => lines[1 + (row % (lines.Length - 1))]).Prepend(lines[0]));
    }
}
