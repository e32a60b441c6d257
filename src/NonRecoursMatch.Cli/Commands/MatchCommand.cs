using System.CommandLine;
using System.Globalization;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Reports.Html;
using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Manifests;

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
        var previous = new Option<string?>("--previous") { HelpName = "DIR" };
        var (before, identity) = (SharedOptions.Before(), SharedOptions.SignedBy());
        var command = new Command("match")
        {
            convention, month, folders, outFolder, stage, previous, before, identity,
        };
        var cycle = new CycleOptions();
        cycle.AddTo(command);
        command.SetAction((result, stop) =>
        {
            var given = result.GetRequiredValue(folders);
            var target = result.GetRequiredValue(outFolder);
            RefuseKeys(result.GetRequiredValue(convention), given, target, result.GetValue(previous), result.GetValue(identity));
            var workspace = new Workspace(TimeProvider.System);
            var chosen = result.GetRequiredValue(month);
            var agreement = workspace.Open(result.GetRequiredValue(convention), chosen);
            MonthPreparation.RequireOpen([target, .. given.SelectMany(folder => new[] { folder, Path.GetDirectoryName(Path.GetFullPath(folder)) }).OfType<string>()], chosen);
            ClockGuard.Require(target, agreement.Id, TimeProvider.System);
            var earlier = result.GetValue(previous) is { } folder ? PreviousResult.Read(folder, agreement, chosen) : null;
            var circumstances = new MonthCircumstances(cycle.Absences(result, agreement), earlier, cycle.Confirmed(result, agreement))
            {
                Before = result.GetValue(before) is { } report ? MonthBefore.Read(report, agreement, chosen) : null,
            };
            var screen = terminal(result);
            using var signer = SharedOptions.Open(result.GetValue(identity), screen);
            var attestation = new RunAttestation(workspace, agreement, chosen, signer, TimeProvider.System.GetUtcNow());
            return Task.FromResult(Run(screen, workspace, agreement, chosen, circumstances, given, target, result.GetValue(stage), attestation, stop));
        });
        return command;
    }

    static int Run(
        Terminal terminal, Workspace workspace, Agreement agreement, YearMonth month, MonthCircumstances circumstances, string[] folders, string outFolder, string? stageName,
        RunAttestation attestation, CancellationToken stop)
    {
        _ = circumstances.Absences.Reduce(agreement);
        var packages = PackageIntake.Open(agreement, agreement.Sha256, month, workspace.Today(agreement, month), folders, circumstances.Absences);
        if (IsDone(terminal, workspace, agreement, month, circumstances, packages, outFolder))
            return ExitCode.Done;
        MatchStage? only = stageName is null ? null : Enum.Parse<MatchStage>(stageName, ignoreCase: true);
        OutputFolder.Require(outFolder);
        Match(terminal, new MatchRun(agreement, month, workspace.Parameters, packages, outFolder, circumstances), agreement, month, workspace.Parameters.Digest, circumstances, packages, outFolder, only, stop);
        if (only is null or MatchStage.Lists)
            attestation.WriteResult(BuildTypes.Rapprochement, outFolder, outFolder, [.. packages.Select(package => package.Manifest)], packages.Select(Input));
        return ExitCode.Done;
    }

    static void Match(
        Terminal terminal, MatchRun run, Agreement agreement, YearMonth month, string parameters, MonthCircumstances circumstances, IReadOnlyList<ReceivedPackage> packages, string outFolder,
        MatchStage? only, CancellationToken stop)
    {
        using var journal = Journal.Open(Path.Combine(outFolder, JournalState.FileName), TimeProvider.System);
        Begin(journal, agreement, month, parameters, circumstances, packages);
        try
        {
            run.Run(only, done => Record(terminal, journal, done), stop);
        }
        catch (OperationCanceledException) when (only is null)
        {
            run.Discard();
            throw;
        }
    }

    /// <summary>A package by its manifest, which names its files.</summary>
    static Resource Input(ReceivedPackage package)
        => Resource.Of($"packages/{package.Source.Id}/{ManifestFile.Name}", FileEntry.Of(Path.Combine(package.Folder, ManifestFile.Name), ManifestFile.Name, 0).Sha256);

    /// <summary>Whether this result is there already; another one of the month is never written over.</summary>
    static bool IsDone(
        Terminal terminal, Workspace workspace, Agreement agreement, YearMonth month, MonthCircumstances circumstances, IReadOnlyList<ReceivedPackage> packages, string outFolder)
    {
        if (!File.Exists(Path.Combine(outFolder, PreviousResult.ReportFile)))
            return false;
        var there = PreviousResult.Read(outFolder, agreement, month);
        if (!there.IsOf(agreement, workspace.Parameters.Digest, packages, circumstances.Absences))
            throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.ResultThere", outFolder, there.Revision));
        terminal.Note(CliTexts.Format("Run.Unchanged", there.Revision));
        return true;
    }

    static void RefuseKeys(string convention, string[] folders, string outFolder, string? previous, string? identity)
    {
        var agreementFolder = Directory.Exists(convention) ? convention : Path.GetDirectoryName(Path.GetFullPath(convention))!;
        // The reference of its own certificate key is the only one that the operator is given.
        var arguments = Environment.GetCommandLineArgs().Skip(1).Select(argument => argument == identity ? "" : argument);
        var found = KeyReachGuard.Find(arguments, Environment.GetEnvironmentVariables(), [.. folders, outFolder, agreementFolder, .. previous is null ? Array.Empty<string>() : [Path.Combine(previous, "lists")]]);
        if (found.Count == 0)
            return;
        throw new CliException(ExitCode.Refused, CliTexts.Format("Error.KeyInReach", string.Join(", ", found)));
    }

    static void Begin(Journal journal, Agreement agreement, YearMonth month, string parameters, MonthCircumstances circumstances, IReadOnlyList<ReceivedPackage> packages)
    {
        var data = new JournalData().Code("convention", agreement.Id).Digest("convention-sha256", agreement.Sha256).Code("mois", month.ToString()).Digest("parametres", parameters)
            .Count("revision", circumstances.Revision);
        journal.Append("rapprochement.debut", data);
        foreach (var absent in circumstances.Absences.Sources)
            journal.Append("source.absente", new JournalData().Code("source", absent.Id).Words("motif", absent.Reason));
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
