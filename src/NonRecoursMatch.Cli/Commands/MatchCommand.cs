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
using NonRecoursMatch.Operator.Partitions;
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
        stage.AcceptOnlyFromAmong([.. MatchWork.Names]);
        var partition = PartitionOption();
        var previous = new Option<string?>("--previous") { HelpName = "DIR" };
        var (before, identity) = (SharedOptions.Before(), SharedOptions.SignedBy());
        var command = new Command("match")
        {
            convention, month, folders, outFolder, stage, partition, previous, before, identity,
        };
        var cycle = new CycleOptions();
        cycle.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(partition) is not null && result.GetValue(stage) is var name && (name is null || MatchWork.Of(name, null).Step?.IsShared() != true))
                result.AddError(CliTexts.Format("Error.PartitionStage", string.Join(", ", MatchWork.SharedNames)));
        });
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
            var work = MatchWork.Of(result.GetValue(stage), result.GetValue(partition));
            return Task.FromResult(Run(terminal(result), workspace, agreement, chosen, circumstances, given, target, work, result.GetValue(identity), stop));
        });
        return command;
    }

    static Option<Partition?> PartitionOption() => new("--partition")
    {
        HelpName = "I/N",
        CustomParser = result =>
        {
            if (result.Tokens.Count == 1 && Partition.TryParse(result.Tokens[0].Value, out var partition))
                return partition;
            result.AddError(CliTexts.Format("Error.Partition", Partition.Most));
            return null;
        },
    };

    static int Run(
        Terminal terminal, Workspace workspace, Agreement agreement, YearMonth month, MonthCircumstances circumstances, string[] folders, string outFolder, MatchWork work,
        string? identity, CancellationToken stop)
    {
        _ = circumstances.Absences.Reduce(agreement);
        var packages = PackageIntake.Open(agreement, agreement.Sha256, month, workspace.Today(agreement, month), folders, circumstances.Absences, work.ReadsPackages);
        if (IsDone(terminal, workspace, agreement, month, circumstances, packages, outFolder))
            return ExitCode.Done;
        OutputFolder.Require(outFolder);
        var run = new MatchRun(agreement, month, workspace.Parameters, packages, outFolder, circumstances);
        if (work.Step?.IsShared() == true)
        {
            RunPartition(terminal, run, work, stop);
            return ExitCode.Done;
        }

        var startedOn = TimeProvider.System.GetUtcNow();
        using var signer = work.EndsTheMonth ? SharedOptions.Open(identity, terminal) : null;
        Match(terminal, run, agreement, month, workspace.Parameters.Digest, circumstances, packages, outFolder, work, stop);
        if (signer is not null)
            new RunAttestation(workspace, agreement, month, signer, startedOn).WriteResult(BuildTypes.Rapprochement, outFolder, outFolder, [.. packages.Select(package => package.Manifest)], packages.Select(Input));
        return ExitCode.Done;
    }

    /// <summary>One of many tasks: it writes its partition and nothing else; the journal has one author at a time.</summary>
    static void RunPartition(Terminal terminal, MatchRun run, MatchWork work, CancellationToken stop)
    {
        var (step, partition) = (work.Step!.Value, work.Partition);
        terminal.Note(CliTexts.Format(run.Run(step, partition, _ => { }, stop) ? "Match.PartitionDone" : "Match.PartitionThere", step.Name(), partition));
    }

    static void Match(
        Terminal terminal, MatchRun run, Agreement agreement, YearMonth month, string parameters, MonthCircumstances circumstances, IReadOnlyList<ReceivedPackage> packages, string outFolder,
        MatchWork work, CancellationToken stop)
    {
        using var journal = Journal.Open(Path.Combine(outFolder, JournalState.FileName), TimeProvider.System);
        Begin(journal, agreement, month, parameters, circumstances, packages);
        try
        {
            if (work.Step is { } step)
                run.Run(step, Partition.Whole, done => Record(terminal, journal, done), stop);
            else
                run.Run(work.Stage, done => Record(terminal, journal, done), stop);
        }
        catch (OperationCanceledException) when (work is { Step: null, Stage: null })
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
