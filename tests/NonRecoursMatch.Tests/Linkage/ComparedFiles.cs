using System.Text;
using NonRecoursMatch.Cli.Comparing;
using NonRecoursMatch.Holder.IdentityFiles;
using NonRecoursMatch.Operator.Linkage;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>Two files of identities compared as <c>linkage link</c> does.</summary>
sealed record ComparedFiles(IReadOnlyList<ComparedFiles.Line> Lines, byte[] Bytes, LinkReport Report, IdentityCounts LeftCounts, IdentityCounts RightCounts)
{
    public IEnumerable<Line> Links => Lines.Where(line => line.Class != PairFile.Review);

    public static ComparedFiles Run(IEnumerable<string> left, IEnumerable<string> right)
    {
        using var folder = new TemporaryFolder(inMemory: true);
        return Run(folder, Write(folder["a.csv"], left), Write(folder["b.csv"], right));
    }

    public static ComparedFiles Run(TemporaryFolder folder, string left, string right)
    {
        using var comparison = new FileComparison(MadeTokens.Library, folder["travail"]);
        Directory.CreateDirectory(folder["travail"]);
        var report = comparison.RunAsync(left, right, CancellationToken.None).GetAwaiter().GetResult();
        PairFile.Write(folder["pairs.csv"], comparison);
        var lines = File.ReadLines(folder["pairs.csv"]).Skip(1).Select(line => line.Split(';')).Select(cells => new Line(cells[0], cells[1], cells[2], cells[3], cells[4]));
        return new ComparedFiles([.. lines], File.ReadAllBytes(folder["pairs.csv"]), report, comparison.Left.Counts, comparison.Right.Counts);
    }

    /// <summary>Rows with ids made of a letter and a number.</summary>
    public static List<string> Rows(char letter, IEnumerable<Persona> personas)
        => [.. personas.Select((persona, index) => persona.Row($"{letter}{index}"))];

    public static string Write(string path, IEnumerable<string> rows)
    {
        File.WriteAllText(path, string.Join('\n', rows.Prepend(Persona.Header)) + "\n", new UTF8Encoding(false));
        return path;
    }

    /// <summary>A line of the file of pairs.</summary>
    internal sealed record Line(string Left, string Right, string Class, string Weight, string Pass)
    {
        public Line Transposed() => this with { Left = Right, Right = Left };
    }
}
