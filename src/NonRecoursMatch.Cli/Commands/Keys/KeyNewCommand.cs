using System.CommandLine;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Keys.Vectors;

namespace NonRecoursMatch.Cli.Commands.Keys;

/// <summary><c>key new</c>: a key in one file, or in two halves for two custodians.</summary>
static class KeyNewCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var kind = new Option<string>("--kind") { DefaultValueFactory = _ => "root", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("root", "secret");
        var (files, passphrases, test) = (KeyCommands.Out(), SharedOptions.Passphrases(), new Option<bool>("--test"));
        var (from, expires) = (SharedOptions.Day("--from"), SharedOptions.Day("--expires"));
        var command = new Command("new") { kind, files, passphrases, from, expires, test };
        command.SetAction(result =>
        {
            var paths = KeyCommands.Free(result.GetRequiredValue(files));
            var references = result.GetValue(passphrases) ?? [];
            if (references.Length != 0 && references.Length != paths.Length)
                throw new CliException(ExitCode.Usage, CliTexts.Format("Error.KeyPassphrases", paths.Length));
            if (result.GetValue(from) > result.GetValue(expires))
                throw new CliException(ExitCode.Usage, CliTexts.Get("Error.KeyDates"));
            using var key = KeyFile.Create(
                result.GetRequiredValue(kind) == "root" ? KeyKind.Root : KeyKind.Secret, result.GetValue(test), TimeProvider.System, result.GetValue(from), result.GetValue(expires));
            key.Save(paths, references);
            KeyText.Write(terminal(result), KeyFacts.Of(key), json: false);
        });
        return command;
    }
}
