using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>run</c>: the whole month, for an agreement with a single processor.</summary>
static class RunCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (path, month) = (SharedOptions.AgreementPath(), SharedOptions.Month());
        var output = new Option<string?>("--out") { Description = "Result folder (default: out/<convention>/<month>)", HelpName = "DIR" };
        var key = new Option<string?>("--key") { Description = "Campaign root, env:NAME or file:PATH (default: the agreement's key_reference)", HelpName = "REF" };
        var command = new Command("run", "Run the whole month: check, pseudonymise, match, write one list per recipient. Needs an agreement that names a single processor.") { path, month, output, key };
        command.SetAction((result, stop) =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            var chosen = result.GetRequiredValue(month);
            var agreement = workspace.Open(result.GetRequiredValue(path), chosen);
            workspace.Parameters.RequireSupported(chosen);
            var folder = Path.GetFullPath(result.GetValue(output) ?? Path.Combine("out", agreement.Id, chosen.ToString()));
            // A reference on the command line is relative to where the user is; one in the agreement, to the agreement.
            var given = result.GetValue(key);
            var reference = given ?? agreement.KeyReference
                ?? throw new CliException(ExitCode.Configuration, screen.Say("la convention n'a pas de key_reference : donnez --key", "the agreement has no key_reference: give --key"));
            new MonthRun(workspace, screen, agreement, chosen).Run(folder, reference, given is null ? Workspace.FolderOf(agreement) : Directory.GetCurrentDirectory(), stop);
            new RunSummary(screen).Write(folder);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
