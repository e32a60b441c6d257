using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Comparing;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>convention diff</c>: what differs between two versions of an extract format or of an agreement, and what each difference means. Answers as <c>diff</c> does.</summary>
static class ConventionDiffCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (before, after, json) = (new Argument<string>("OLD"), new Argument<string>("NEW"), SharedOptions.Json());
        var command = new Command("diff") { before, after, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var (old, here) = (result.GetRequiredValue(before), result.GetRequiredValue(after));
            var differences = Compare(old, here, new Workspace(TimeProvider.System).Library);
            var report = new DifferenceReport(old, here, differences, screen.Language);
            screen.Output.WriteLine(result.GetValue(json) ? report.Json().ToJsonString(Readable.Json) : report.Text().TrimEnd());
            return differences.Count == 0 ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    /// <exception cref="CliException">One is a format, the other an agreement (2).</exception>
    static IReadOnlyList<Difference> Compare(string before, string after, ConventionLibrary library)
    {
        var formats = IsFormat(before, library);
        if (formats != IsFormat(after, library))
            throw new CliException(ExitCode.Usage, CliTexts.Format("Error.DiffKinds", before, after));
        return formats
            ? FormatComparison.Compare(library.FindFormat(before), library.FindFormat(after))
            : AgreementComparison.Compare(AgreementLoader.Load(before, library), AgreementLoader.Load(after, library));
    }

    /// <exception cref="FileNotFoundException">It is neither a known format nor there (66).</exception>
    static bool IsFormat(string path, ConventionLibrary library)
    {
        if (library.Formats.ContainsKey(path))
            return true;
        if (!Path.Exists(path))
            throw new FileNotFoundException(path, path);
        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || (Directory.Exists(path) && !File.Exists(Path.Combine(path, AgreementLoader.FileName)));
    }
}
