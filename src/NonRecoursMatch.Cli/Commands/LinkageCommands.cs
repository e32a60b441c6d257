using System.CommandLine;
using System.Text;
using NonRecoursMatch.Cli.Comparing;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Operator.Linkage;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>linkage</c>: links two files of identities as the monthly job would, and measures the result against a truth.</summary>
static class LinkageCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("linkage") { Link(terminal), Evaluate(terminal) };

    static Command Link(Func<ParseResult, Terminal> terminal)
    {
        var left = new Option<string>("--left") { HelpName = "FILE", Required = true };
        var right = new Option<string>("--right") { HelpName = "FILE", Required = true };
        var output = new Option<string>("--out") { HelpName = "FILE", Required = true };
        var json = SharedOptions.Json();
        var command = new Command("link")
        {
            left, right, output, json,
        };
        command.SetAction(async (result, stop) =>
        {
            var screen = terminal(result);
            var path = Path.GetFullPath(result.GetRequiredValue(output));
            using var comparison = new FileComparison(new Workspace(TimeProvider.System).Library, WorkFolder(path));
            var report = await comparison.RunAsync(result.GetRequiredValue(left), result.GetRequiredValue(right), stop).ConfigureAwait(false);
            PairFile.Write(path, comparison);
            if (result.GetValue(json))
                screen.Output.Write(Encoding.UTF8.GetString(StableJson.Bytes(new { gauche = comparison.Left.Counts, droite = comparison.Right.Counts, rapprochement = report })));
            else
                Summarise(screen, comparison, path);
            return ExitCode.Done;
        });
        return command;
    }

    static Command Evaluate(Func<ParseResult, Terminal> terminal)
    {
        var pairs = new Option<string>("--pairs") { HelpName = "FILE", Required = true };
        var truth = new Option<string>("--truth") { HelpName = "FILE", Required = true };
        var command = new Command("evaluate") { pairs, truth };
        command.SetAction(result =>
        {
            var document = Evaluation.Of(result.GetRequiredValue(pairs), result.GetRequiredValue(truth)).Document();
            terminal(result).Output.Write(Encoding.UTF8.GetString(StableJson.Bytes(document)));
            return ExitCode.Done;
        });
        return command;
    }

    static void Summarise(Terminal screen, FileComparison comparison, string path)
    {
        var pairs = comparison.Pairs.Pairs;
        screen.Output.WriteLine(CliTexts.Format("Linkage.Rows", comparison.Left.Ids.Count, comparison.Right.Ids.Count));
        foreach (var kind in (LinkKind[])[LinkKind.Certain, LinkKind.Probable, LinkKind.Review])
            screen.Output.WriteLine("  " + CliTexts.Format("Linkage." + kind, pairs.Count(pair => pair.Kind == kind)));
        screen.Note(CliTexts.Format("Linkage.Done", path));
    }

    /// <summary>Tokens lie beside the result, on its disk, never in a shared temporary folder.</summary>
    static string WorkFolder(string path)
    {
        try
        {
            var folder = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.travail");
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.CannotCreate", path, e.Message));
        }
    }
}
