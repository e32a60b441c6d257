using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>run</c>: the whole month, for an agreement with a single processor.</summary>
static class RunCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (path, month) = (SharedOptions.AgreementPath(), SharedOptions.Month());
        var output = new Option<string?>("--out") { HelpName = "DIR" };
        var key = new Option<string?>("--key") { HelpName = "REF" };
        var command = new Command("run") { path, month, output, key };
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
                ?? throw new CliException(ExitCode.Configuration, CliTexts.Get("Error.NoKeyReference"));
            new MonthRun(workspace, screen, agreement, chosen).Run(folder, reference, given is null ? Workspace.FolderOf(agreement) : Directory.GetCurrentDirectory(), stop);
            new RunSummary(screen.Output).Write(folder);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
