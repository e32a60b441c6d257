using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Reports.Html;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>run</c>: the whole month, for an agreement with a single processor.</summary>
static class RunCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (path, month, json) = (SharedOptions.AgreementPath(), SharedOptions.Month(), SharedOptions.Json());
        var output = new Option<string?>("--out") { HelpName = "DIR" };
        var key = new Option<string?>("--key") { HelpName = "REF" };
        var (before, identity, registers) = (SharedOptions.Before(), SharedOptions.SignedBy(), SharedOptions.Registers());
        var (resume, dryRun) = (new Option<bool>("--resume"), new Option<bool>("--dry-run"));
        var passphrases = SharedOptions.Passphrases();
        var command = new Command("run")
        {
            path, month, output, key, passphrases, registers, before, identity, resume, dryRun, json,
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
            var outFolder = result.GetValue(output) ?? Workspace.DefaultOutput(agreement, chosen);
            var request = new MonthRequest(
                outFolder, reference, SharedOptions.Keys(result, passphrases, given is null ? Workspace.FolderOf(agreement) : Directory.GetCurrentDirectory()))
            {
                Absences = cycle.Absences(result, agreement),
                Confirmed = cycle.Confirmed(result, agreement),
                Before = Given(result.GetValue(before), agreement, chosen) ?? RevisionFolders.ReportBefore(outFolder, agreement, chosen),
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

    /// <summary>The report given by name, once it was seen to be the right one: not after the holders' hours of work.</summary>
    static string? Given(string? before, Agreement agreement, YearMonth month)
    {
        if (before is not null)
            _ = MonthBefore.Read(before, agreement, month);
        return before is null ? null : Path.GetFullPath(before);
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
