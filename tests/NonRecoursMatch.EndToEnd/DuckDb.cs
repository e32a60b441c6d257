using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Parquet files as DuckDB reads and writes them.</summary>
static class DuckDb
{
    public const string Package = "@duckdb/node-api";

    /// <summary>First "name TYPE" for each column, then the rows, every value as text; null where unknown.</summary>
    public static IReadOnlyList<string?[]> Read(string path)
        => [.. OutsideJudge.Ask("node", [OutsideJudge.Script("parquet-rows.mjs"), path], []).Split('\n').Select(line => JsonSerializer.Deserialize<string?[]>(line)!)];

    /// <summary>Runs statements in an empty database and gives the rows of the last one, every value as text.</summary>
    public static IReadOnlyList<string?[]> Run(params string[] statements)
        => [.. OutsideJudge.Ask("node", [OutsideJudge.Script("duckdb.mjs")], JsonSerializer.SerializeToUtf8Bytes(statements)).Split('\n').Select(line => JsonSerializer.Deserialize<string?[]>(line)!)];
}
