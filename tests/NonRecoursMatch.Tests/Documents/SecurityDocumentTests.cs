using System.Text.RegularExpressions;

namespace NonRecoursMatch.Tests.Documents;

/// <summary>Every measure of SECURITY.md names a test that exists.</summary>
public partial class SecurityDocumentTests
{
    [Fact]
    public void Every_measure_names_tests_that_exist()
    {
        var rows = File.ReadLines(Repository.Path("SECURITY.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();
        rows.Count.ShouldBeGreaterThan(10);
        var sources = Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .GroupBy(path => Path.GetFileNameWithoutExtension(path)).ToDictionary(files => files.Key, files => string.Concat(files.Select(File.ReadAllText)), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var named = TestName().Matches(row.Split('|')[^2]);
            named.ShouldNotBeEmpty(row);
            foreach (Match test in named)
                sources.GetValueOrDefault(test.Groups[1].Value, "").ShouldContain($"void {test.Groups[2].Value}(", customMessage: test.Value);
        }
    }

    [GeneratedRegex(@"`(\w+)\.(\w+)`", RegexOptions.CultureInvariant)]
    private static partial Regex TestName();
}
