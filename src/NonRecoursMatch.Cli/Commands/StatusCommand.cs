using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>status</c>: who has sent, who is late, what to chase, which results are there.</summary>
static class StatusCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (path, month, run, json) = (SharedOptions.AgreementPath(), SharedOptions.Month(), SharedOptions.Run(required: false), SharedOptions.Json());
        var command = new Command("status") { path, month, run, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            var chosen = result.GetRequiredValue(month);
            var agreement = workspace.Open(result.GetRequiredValue(path), chosen);
            var status = MonthStatus.Of(agreement, chosen, workspace.Today(agreement, chosen), result.GetValue(run) ?? Workspace.DefaultOutput(agreement, chosen));
            if (result.GetValue(json))
                screen.Output.WriteLine(StatusJson.Of(status, screen.Language).ToJsonString(Readable.Json));
            else
                new StatusText(screen).Write(status);
            return status.Waiting == 0 ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }
}
