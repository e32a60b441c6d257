using System.CommandLine;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Keys.Vectors;

namespace NonRecoursMatch.Cli.Commands.Keys;

/// <summary><c>key rotate</c>: a new key in the place of an old one, which is refused from then on.</summary>
static class KeyRotateCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (reference, files, passphrases, expires) = (KeyCommands.Reference(), KeyCommands.Out(), SharedOptions.Passphrases(), SharedOptions.Day("--expires"));
        var command = new Command("rotate") { reference, files, expires, passphrases };
        command.SetAction(result =>
        {
            var paths = KeyCommands.Free(result.GetRequiredValue(files));
            var chosen = result.GetRequiredValue(reference);
            try
            {
                using var made = KeyRotation.Rotate(SharedOptions.Keys(result, passphrases), chosen, paths, result.GetValue(expires));
                KeyText.Write(terminal(result), KeyFacts.Of(made), json: false);
            }
            catch (ArgumentException)
            {
                throw new CliException(ExitCode.Usage, CliTexts.Get("Error.KeyHalves"));
            }
        });
        return command;
    }
}
