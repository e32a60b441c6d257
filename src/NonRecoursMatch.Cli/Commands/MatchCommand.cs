using System.CommandLine;
using System.Globalization;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Trust.Journals;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>match</c>: the operator's work, without any key.</summary>
static class MatchCommand
{
    /// <summary>Marks a finished stage on stderr, so that <c>run</c> can show the child's progress.</summary>
    public const string StageMark = "stage done: ";

    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var convention = SharedOptions.Convention();
        var month = SharedOptions.Month();
        var folders = new Option<string[]>("--in") { HelpName = "DIR", Required = true, AllowMultipleArgumentsPerToken = true };
        var outFolder = new Option<string>("--out") { HelpName = "DIR", Required = true };
        var stage = new Option<string?>("--stage") { HelpName = "NAME" };
        stage.AcceptOnlyFromAmong([.. Enum.GetValues<MatchStage>().Select(MatchRun.NameOf)]);
        var command = new Command("match")
        {
            convention, month, folders, outFolder, stage,
        };
        command.SetAction((result, stop) => Task.FromResult(Run(
            terminal(result), result.GetRequiredValue(convention), result.GetRequiredValue(month), result.GetRequiredValue(folders),
            result.GetRequiredValue(outFolder), result.GetValue(stage), stop)));
        return command;
    }

    static int Run(Terminal terminal, string convention, YearMonth month, string[] folders, string outFolder, string? stageName, CancellationToken stop)
    {
        RefuseKeys(convention, folders, outFolder);
        var clock = TimeProvider.System;
        var workspace = new Workspace(clock);
        var agreement = workspace.Open(convention, month);
        var packages = PackageIntake.Open(agreement, agreement.Sha256, month, workspace.Today(agreement, month), folders);
        MatchStage? only = stageName is null ? null : Enum.Parse<MatchStage>(stageName, ignoreCase: true);
        OutputFolder.Require(outFolder);
        using var journal = Journal.Open(Path.Combine(outFolder, "journal.jsonl"), clock);
        Begin(journal, agreement, month, workspace.Parameters.Digest, packages);
        var run = new MatchRun(agreement, month, workspace.Parameters, packages, outFolder);
        try
        {
            run.Run(only, done => Record(terminal, journal, done), stop);
        }
        catch (OperationCanceledException) when (only is null)
        {
            run.Discard();
            throw;
        }

        return ExitCode.Done;
    }

    static void RefuseKeys(string convention, string[] folders, string outFolder)
    {
        var agreementFolder = Directory.Exists(convention) ? convention : Path.GetDirectoryName(Path.GetFullPath(convention))!;
        var found = KeyReachGuard.Find(Environment.GetCommandLineArgs().Skip(1), Environment.GetEnvironmentVariables(), [.. folders, outFolder, agreementFolder]);
        if (found.Count == 0)
            return;
        throw new CliException(ExitCode.Refused, CliTexts.Format("Error.KeyInReach", string.Join(", ", found)));
    }

    static void Begin(Journal journal, Agreement agreement, YearMonth month, string parameters, IReadOnlyList<ReceivedPackage> packages)
    {
        var data = new JournalData().Code("convention", agreement.Id).Digest("convention-sha256", agreement.Sha256).Code("mois", month.ToString()).Digest("parametres", parameters);
        journal.Append("rapprochement.debut", data);
        foreach (var package in packages)
        {
            var received = new JournalData().Code("source", package.Source.Id).Code("kcv", package.Manifest.Kcv).Count("personnes", package.Persons);
            foreach (var file in package.Manifest.Fichiers)
                received.Digest(file.Name, file.Sha256);
            journal.Append("paquet.recu", received);
        }
    }

    static void Record(Terminal terminal, Journal journal, StageDone done)
    {
        foreach (var (name, balance) in done.Balances)
        {
            var data = new JournalData().Code("objet", name).Count("entrees", balance.RowsIn).Count("sorties", balance.RowsOut);
            foreach (var (cause, count) in balance.Drops)
                data.Count("ecart." + cause, count);
            journal.Append("etape." + MatchRun.NameOf(done.Stage), data);
        }

        terminal.Note(StageMark + MatchRun.NameOf(done.Stage) + string.Create(
            CultureInfo.InvariantCulture, $" ({done.Balances.Sum(balance => balance.Value.RowsIn)} in, {done.Balances.Sum(balance => balance.Value.RowsOut)} out)"));
    }
}
