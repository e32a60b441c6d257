using System.Text;
using System.Text.RegularExpressions;

namespace NonRecoursMatch.EndToEnd;

/// <summary>A private copy of the generated territory to break, and what must be true whatever goes wrong.</summary>
sealed class Workbench : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public Workbench(GeneratedTerritory territory)
    {
        TemporaryFolder.Copy(territory.Folder, Folder);
        Identities = IdentityValues.Of(territory.Folder);
    }

    public string Folder => _folder["territoire"];

    public string Output => _folder["sortie"];

    public IReadOnlySet<string> Identities { get; }

    public string this[params string[] parts] => _folder[parts];

    /// <summary>Path of a file of an extract.</summary>
    public string Extract(string source, string file) => Path.Combine(Folder, "extraits", source, file);

    /// <summary>Replaces a text of a file, in the bytes of UTF-8; fails when it is not there.</summary>
    public static void Replace(string path, string before, string after)
    {
        var text = File.ReadAllText(path);
        text.ShouldContain(before);
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal), new UTF8Encoding(false));
    }

    /// <summary>Runs the month on the copy.</summary>
    public Answer Run(string month = GeneratedTerritory.Month, params string[] more) => NonRecours.Run(["run", Folder, "--month", month, "--out", Output, .. more]);

    /// <summary>A refusal: its exit code, a message with these parts on stderr, nothing on stdout, no identity anywhere, no output under a final name.</summary>
    public void ShouldRefuse(Answer answer, int exitCode, params string[] said)
    {
        answer.ExitCode.ShouldBe(exitCode, answer.Error);
        answer.Output.ShouldBeEmpty();
        foreach (var part in said)
            answer.Error.ShouldContain(part);
        IdentityValues.In(answer.Output + answer.Error, Identities).ShouldBeEmpty();
        answer.Error.ShouldNotContain("\u001b");
        answer.Error.ShouldNotContain("   at ");
        Directory.Exists(Output + ".partial").ShouldBeFalse();
        if (Directory.Exists(Output))
            Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>The identities of an extract, to look for in what the program says.</summary>
static partial class IdentityValues
{
    // Shorter names are words of French.
    const int ShortestName = 4;

    static readonly string[] s_columns = ["nir", "nir_ouvrant_droit", "nom", "nom_naissance", "nom_usage", "prenom", "prenom1", "prenom2", "prenom3", "date_naissance"];

    public static IReadOnlySet<string> Of(string territory)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(territory, "extraits"), "*.csv", SearchOption.AllDirectories))
        {
            var lines = File.ReadAllLines(path);
            var columns = lines[0].Split(';').Select((name, index) => (name, index)).Where(column => s_columns.Contains(column.name)).Select(column => column.index).ToList();
            foreach (var cells in lines.Skip(1).Select(line => line.Split(';')))
                values.UnionWith(columns.Select(column => cells[column]).Where(value => value.Length >= ShortestName));
        }

        values.Count.ShouldBeGreaterThan(1_000);
        return values;
    }

    /// <summary>The identities that appear in a text as whole words, or as digits.</summary>
    public static IReadOnlyList<string> In(string text, IReadOnlySet<string> identities)
        => [.. Words().Matches(text).Select(word => word.Value).Where(identities.Contains).Distinct()];

    /// <summary>Every run of that many digits in some bytes.</summary>
    public static IEnumerable<string> DigitsIn(byte[] bytes, int length)
    {
        var run = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            run = char.IsAsciiDigit((char)bytes[i]) ? run + 1 : 0;
            if (run >= length)
                yield return Encoding.ASCII.GetString(bytes, i + 1 - length, length);
        }
    }

    [GeneratedRegex(@"\d\d/\d\d/\d{4}|[\p{L}\d]+(?:[-' ][\p{Lu}][\p{L}\d]*)*")]
    private static partial Regex Words();
}
