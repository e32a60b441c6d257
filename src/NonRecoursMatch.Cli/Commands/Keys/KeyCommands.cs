using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;

namespace NonRecoursMatch.Cli.Commands.Keys;

/// <summary><c>key</c>: the custodian's root keys and the holders' secrets, from their making to their destruction. A key value is never printed.</summary>
static class KeyCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal) => new("key")
    {
        KeyNewCommand.Create(terminal),
        KeyShowCommand.Create(terminal),
        KeyWrapCommands.Wrap(terminal),
        KeyWrapCommands.Unwrap(terminal),
        KeyRotateCommand.Create(terminal),
        KeyDestroyCommand.Create(terminal),
    };

    /// <summary>The key that a command is about.</summary>
    public static Argument<string> Reference() => new("REF");

    /// <summary>Files that hold the whole key, or its two halves.</summary>
    public static Option<string[]> Out() => new("--out") { HelpName = "FILE", Required = true, AllowMultipleArgumentsPerToken = true, Arity = new ArgumentArity(1, 2) };

    /// <summary>Places where no file is yet, in folders that exist.</summary>
    /// <exception cref="CliException">A file is there, or its folder cannot be created (73).</exception>
    public static string[] Free(params IEnumerable<string> paths) => [.. paths.Select(Path.GetFullPath).Select(path =>
    {
        if (Path.Exists(path))
            throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.KeyExists", path));
        OutputFolder.Require(Path.GetDirectoryName(path)!);
        return path;
    })];
}
