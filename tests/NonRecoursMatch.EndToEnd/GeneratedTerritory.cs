namespace NonRecoursMatch.EndToEnd;

/// <summary>A generated territory, run once: what most tests read, and copy before they break it.</summary>
public sealed class GeneratedTerritory : IDisposable
{
    public const string Month = "2026-10";

    readonly TemporaryFolder _folder = new();

    public GeneratedTerritory()
    {
        NonRecours.Ok("generate", "243500741", "--persons", "1500", "--seed", "11", "--out", Folder);
        Run = NonRecours.Ok("run", Folder, "--month", Month, "--out", Output);
    }

    /// <summary>The territory: agreement, keys, extracts.</summary>
    public string Folder => _folder["territoire"];

    /// <summary>The result of <c>run</c>.</summary>
    public string Output => _folder["sortie"];

    /// <summary>What <c>run</c> answered.</summary>
    internal Answer Run { get; }

    /// <summary>Sources of the agreement, in its order.</summary>
    public IReadOnlyList<string> Sources
        => [.. File.ReadLines(Path.Combine(Folder, "convention.yaml")).Where(line => line.StartsWith("  - id: ", StringComparison.Ordinal)).Select(line => line[8..].Trim())];

    public void Dispose() => _folder.Dispose();
}

/// <summary>Tests that share one generated territory and run one after the other.</summary>
[CollectionDefinition(Name)]
public class SharedTerritory : ICollectionFixture<GeneratedTerritory>
{
    public const string Name = "territory";
}
