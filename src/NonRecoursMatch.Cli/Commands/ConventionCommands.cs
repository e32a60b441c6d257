using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>convention</c>: make an agreement, lint it, show it to those who sign it, compare two versions of it or of an extract format.</summary>
static class ConventionCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("convention") { ConventionNewCommand.Create(terminal), Check(terminal), Show(terminal), ConventionDiffCommand.Create(terminal) };

    static Command Check(Func<ParseResult, Terminal> terminal)
    {
        var (path, json) = (SharedOptions.AgreementPath(), SharedOptions.Json());
        var command = new Command("check") { path, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var reading = AgreementLoader.Read(result.GetRequiredValue(path), new Workspace(TimeProvider.System).Library);
            screen.Output.WriteLine(result.GetValue(json)
                ? FaultReport.Json(reading, screen.Language).ToJsonString(Readable.Json)
                : FaultReport.Text(reading, screen.Language).TrimEnd());
            return reading.Agreement is null ? ExitCode.Configuration : ExitCode.Done;
        });
        return command;
    }

    static Command Show(Func<ParseResult, Terminal> terminal)
    {
        var (path, json) = (SharedOptions.AgreementPath(), SharedOptions.Json());
        var command = new Command("show") { path, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var agreement = AgreementLoader.Load(result.GetRequiredValue(path), new Workspace(TimeProvider.System).Library);
            screen.Output.WriteLine(result.GetValue(json)
                ? AgreementJson.Of(agreement).ToJsonString(Readable.Json)
                : AgreementSummary.Text(agreement, screen.Language).TrimEnd());
            return ExitCode.Done;
        });
        return command;
    }
}
