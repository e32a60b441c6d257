using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Operator.Lists.Revisions;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>run</c>: the whole month, for an agreement with a single processor.</summary>
static class RunCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (path, month, json) = (SharedOptions.AgreementPath(), SharedOptions.Month(), SharedOptions.Json());
        var output = new Option<string?>("--out") { HelpName = "DIR" };
        var key = new Option<string?>("--key") { HelpName = "REF" };
        var (identity, registers) = (SharedOptions.SignedBy(), SharedOptions.Registers());
        var (resume, dryRun) = (new Option<bool>("--resume"), new Option<bool>("--dry-run"));
        var command = new Command("run")
        {
            path, month, output, key, registers, identity, resume, dryRun, json,
        };
        var cycle = new CycleOptions();
        cycle.AddTo(command);
        command.SetAction((result, stop) =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            var chosen = result.GetRequiredValue(month);
            var agreement = workspace.Open(result.GetRequiredValue(path), chosen);
            workspace.Parameters.RequireSupported(chosen);
            // A reference on the command line is relative to where the user is; one in the agreement, to the agreement.
            var given = result.GetValue(key);
            var reference = given ?? agreement.KeyReference
                ?? throw new CliException(ExitCode.Configuration, CliTexts.Get("Error.NoKeyReference"));
            var request = new MonthRequest(
                result.GetValue(output) ?? Workspace.DefaultOutput(agreement, chosen), reference, given is null ? Workspace.FolderOf(agreement) : Directory.GetCurrentDirectory())
            {
                Absences = cycle.Absences(result, agreement),
                Confirmed = cycle.Confirmed(result, agreement),
                Registers = result.GetValue(registers),
                Resume = result.GetValue(resume),
                Identity = result.GetValue(identity),
            };
            return Task.FromResult(result.GetValue(dryRun)
                ? Plan(screen, RunPlan.Make(workspace, agreement, chosen, request, stop), result.GetValue(json))
                : Run(screen, new MonthRun(workspace, screen, agreement, chosen, request).Run(stop), result.GetValue(json)));
        });
        return command;
    }

    static int Run(Terminal screen, MonthResult made, bool json)
    {
        if (made.Unchanged)
            screen.Note(CliTexts.Format("Run.Unchanged", made.Revision));
        if (json)
            screen.Output.Write(File.ReadAllText(Path.Combine(made.Folder, PreviousResult.ReportFile)));
        else
            new RunSummary(screen.Output).Write(made.Folder);
        return ExitCode.Done;
    }

    static int Plan(Terminal screen, RunPlan plan, bool json)
    {
        if (json)
            screen.Output.WriteLine(RunPlanJson.Of(plan, screen.Language).ToJsonString(Readable.Json));
        else
            new RunPlanText(screen).Write(plan);
        if (plan.Problem is { } problem)
            screen.Note("nonrecours: " + problem);
        return plan.Code;
    }
}
