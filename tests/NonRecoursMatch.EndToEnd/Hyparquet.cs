using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Parquet files as hyparquet and hyparquet-writer, in JavaScript, read and write them. Columns are compared by <see cref="ColumnSums"/>.</summary>
static class Hyparquet
{
    public const string Package = "hyparquet-writer";

    /// <summary>The sums of the columns of a file.</summary>
    public static IReadOnlyList<string> Read(string path) => Columns(path);

    /// <summary>Writes a file of columns of every type and encoding that hyparquet-writer has; the sums of what it was given.</summary>
    public static IReadOnlyList<string> Write(string path, string codec) => Columns(path, "--write", codec);

    static IReadOnlyList<string> Columns(params string[] arguments)
        => [.. OutsideJudge.Ask("node", [OutsideJudge.Script("hyparquet-columns.mjs"), .. arguments], []).Split('\n').Select(line => string.Join(' ', JsonSerializer.Deserialize<string[]>(line)!))];
}
