using System.Text.RegularExpressions;

namespace NonRecoursMatch.Tests.Documents;

/// <summary>
/// The section "Measured" of the README. Its tables are copies of tables of <c>benchmarks/results</c> between two markers, which name the file and the heading
/// (or <c>-</c> for the first table of the file): <c>&lt;!-- measured: peers.md # - --&gt;</c> and <c>&lt;!-- end --&gt;</c>.
/// </summary>
static partial class MeasuredFigures
{
    const string End = "<!-- end -->";

    /// <summary>The README with every copied table as its source has it now.</summary>
    public static string Refreshed(string readme) => Block().Replace(readme, found => $"{found.Groups["start"].Value}\n{Table(found.Groups["file"].Value, found.Groups["heading"].Value)}\n{End}");

    /// <summary>How many tables are copied.</summary>
    public static int Blocks(string readme) => Block().Count(readme);

    /// <summary>The paragraphs of the section that are no copied tables, each with the results files that it links to.</summary>
    public static IEnumerable<(string Text, IReadOnlyList<string> Files)> Paragraphs(string readme)
    {
        var section = readme[readme.IndexOf("\n## Measured\n", StringComparison.Ordinal)..];
        section = Block().Replace(section[..section.IndexOf("\n## ", 1, StringComparison.Ordinal)], "");
        foreach (var paragraph in section.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            yield return (Code().Replace(Target().Replace(paragraph, ""), ""), [.. Results().Matches(paragraph).Select(found => found.Groups[1].Value)]);
    }

    /// <summary>The numbers of a text, as they are written.</summary>
    public static IReadOnlySet<string> Numbers(string text) => Number().Matches(text).Select(found => found.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>A file of results.</summary>
    public static string Result(string file) => File.ReadAllText(Repository.Path("benchmarks", "results", file));

    static string Table(string file, string heading)
    {
        var lines = Result(file).Split('\n').AsEnumerable();
        if (heading != "-")
            lines = lines.SkipWhile(line => line.TrimStart('#', ' ') != heading);
        var table = lines.SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).ToList();
        table.Count.ShouldBeGreaterThan(2, $"{file} has no table under \"{heading}\"");
        return string.Join('\n', table);
    }

    [GeneratedRegex(@"(?<start><!-- measured: (?<file>[\w.-]+) # (?<heading>[^\n]+?) -->)\n.*?<!-- end -->", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    [GeneratedRegex(@"`[^`]*`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(benchmarks/results/([\w.-]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Results();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
