using System.Text.Json;

namespace NonRecoursMatch.EndToEnd;

/// <summary>Parquet files as DuckDB reads them.</summary>
static class DuckDb
{
    public const string Package = "@duckdb/node-api";

    /// <summary>First "name TYPE" for each column, then the rows, every value as text; null where unknown.</summary>
    public static IReadOnlyList<string?[]> Read(string path)
        => [.. OutsideJudge.Ask("node", [OutsideJudge.Script("parquet-rows.mjs"), path], []).Split('\n').Select(line => JsonSerializer.Deserialize<string?[]>(line)!)];
}
