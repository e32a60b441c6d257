using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Trust.Manifests;
using NonRecoursMatch.Trust.Purges;

namespace NonRecoursMatch.Cli.Commands;

/// <summary>
/// <c>purge</c>: deletes what may no longer be kept, with the proof: packages and traces of a result, or the register and traces of a body. Without
/// <c>--apply</c> it only shows them.
/// </summary>
static class PurgeCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (path, month, run) = (SharedOptions.AgreementPath(), SharedOptions.Month(required: false), SharedOptions.Run(required: false));
        var (close, apply) = (new Option<bool>("--close"), new Option<bool>("--apply"));
        var identity = SharedOptions.SignedBy();
        var source = new Option<string?>("--source") { HelpName = "ID" };
        var secret = new Option<string?>("--secret") { HelpName = "REF" };
        var searched = new Option<string[]>("--in") { HelpName = "DIR", AllowMultipleArgumentsPerToken = true };
        var (registers, passphrases) = (SharedOptions.Registers(), SharedOptions.Passphrases());
        var command = new Command("purge")
        {
            path, month, run, close, source, secret, passphrases, searched, registers, apply, identity,
        };
        command.Validators.Add(result =>
        {
            var ofResult = result.GetResult(month) is not null && result.GetValue(run) is not null;
            var ofBody = result.GetValue(source) is not null && result.GetValue(secret) is not null;
            if (ofResult == ofBody)
                result.AddError(CliTexts.Get("Error.PurgeOf"));
        });
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            if (result.GetValue(source) is { } body)
                return OfBody(screen, workspace, result.GetRequiredValue(path), body, result.GetValue(secret)!, SharedOptions.Keys(result, passphrases), result.GetValue(searched) ?? [], result.GetValue(registers), result.GetValue(apply), result.GetValue(identity));
            var chosen = result.GetRequiredValue(month);
            // An agreement whose window has ended still has packages to purge: its month is not checked.
            var agreement = Conventions.Reading.AgreementLoader.Load(result.GetRequiredValue(path), workspace.Library);
            var folders = RevisionFolders.Of(result.GetRequiredValue(run)!);
            if (folders.Count == 0)
                throw new CliException(ExitCode.InputMissing, CliTexts.Format("Error.NoResult", result.GetValue(run), PreviousResult.ReportFile));
            foreach (var folder in folders)
                _ = PreviousResult.Read(folder, agreement, chosen);
            var received = Received(agreement, chosen, result.GetValue(searched) ?? []);
            if (result.GetValue(close) && received.Count == 0 && folders.All(HasNoPackages))
                throw new CliException(ExitCode.InputMissing, CliTexts.Format("Error.PackagesElsewhere", result.GetValue(run)));
            var purge = new MonthPurge(screen, agreement, chosen, received, workspace.Today(agreement, chosen), result.GetValue(close), result.GetValue(identity));
            foreach (var folder in folders)
                purge.Run(folder, result.GetValue(apply));
            var leftover = StagingFolder.NameOf(RevisionFolders.Of(result.GetRequiredValue(run)!, folders.Count + 1));
            if (Directory.Exists(leftover))
                screen.Note(CliTexts.Format("Purge.Leftover", leftover));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The packages of a month where the operator received them; of another month or agreement, they are left alone.</summary>
    static List<string> Received(Agreement agreement, YearMonth month, string[] folders)
        => [.. folders.SelectMany(PackageIntake.PackagesIn).Where(folder => ManifestFile.Read(folder) is var manifest && manifest.Convention == agreement.Id && manifest.Mois == month.ToString())];

    /// <summary>Whether a result was made from packages that are elsewhere, and none of them was purged: to close it then would prove that nothing was deleted.</summary>
    static bool HasNoPackages(string folder) => !Directory.Exists(Path.Combine(folder, "packages")) && PurgeRecord.Read(folder) is null;

    static int OfBody(Terminal screen, Workspace workspace, string path, string id, string secret, KeyAccess keys, string[] folders, string? registers, bool apply, string? identity)
    {
        var agreement = Conventions.Reading.AgreementLoader.Load(path, workspace.Library);
        var source = SharedOptions.Find(agreement, id);
        // In force or not: what was kept under a secret that was rotated ends as well.
        using var file = keys.Open(secret);
        using var own = file.OpenSecret();
        var register = new OwnRegisters(agreement, registers).OppositionsOf(source);
        var purge = new HolderPurge(agreement, source, own, register, OwnRegisters.Clock);
        var (oppositions, traces) = (purge.Oppositions(), purge.Traces(folders));
        screen.Output.WriteLine(CliTexts.Format("Purge.Own", source.Id, oppositions, agreement.Retention.OppositionsMonths, traces.Count, agreement.Retention.TracesMonths));
        foreach (var trace in traces)
            screen.Output.WriteLine("  " + trace);
        if (oppositions + traces.Count == 0)
            return ExitCode.Done;
        if (!apply)
        {
            screen.Output.WriteLine(CliTexts.Format("Purge.Preview", source.Id));
            return ExitCode.Done;
        }

        using var signer = SharedOptions.Open(identity, screen);
        purge.Apply(traces, signer, TimeProvider.System);
        screen.Output.WriteLine(CliTexts.Format("Purge.OwnDone", Path.Combine(Path.GetDirectoryName(register)!, PurgeRecord.FileName)));
        return ExitCode.Done;
    }

    sealed class MonthPurge(Terminal screen, Agreement agreement, YearMonth month, IReadOnlyList<string> received, DateOnly today, bool close, string? identity)
    {
        public void Run(string folder, bool apply)
        {
            var candidates = PackagePurge.Find(folder, [.. received.Where(Directory.Exists)], today, close, month.LastDay.AddMonths(agreement.Retention.TracesMonths));
            var closed = PurgeRecord.Read(folder)?.Cloture;
            if (candidates.Count == 0 && (closed is not null || !close))
            {
                if (apply && !PurgeSignature.IsCurrent(folder))
                    SignAgain(folder);
                screen.Output.WriteLine(CliTexts.Format("Purge.Nothing", folder) + (closed is null ? "" : " " + CliTexts.Format("Purge.Closed", closed)));
                return;
            }

            foreach (var package in candidates)
                screen.Output.WriteLine(CliTexts.Format("Purge.Package", package.Folder, package.Files.Count, package.Bytes, CliTexts.Get("Purge." + package.Motif)));
            if (!apply)
            {
                screen.Output.WriteLine(CliTexts.Format("Purge.Preview", folder));
                return;
            }

            using var signer = SharedOptions.Open(identity, screen);
            var record = PackagePurge.Apply(folder, agreement.Id, month.ToString(), candidates, today, close, signer, TimeProvider.System);
            screen.Output.WriteLine(CliTexts.Format("Purge.Done", candidates.Sum(package => package.Files.Count), Path.Combine(folder, PurgeRecord.FileName)));
            if (record.Cloture is { } day)
                screen.Output.WriteLine(CliTexts.Format("Purge.Closed", day));
        }

        /// <summary>A purge that was interrupted before its signature, or made by a version that did not sign.</summary>
        void SignAgain(string folder)
        {
            using var signer = SharedOptions.Open(identity, screen);
            PurgeSignature.Write(folder, PurgeRecord.Read(folder)!, signer, TimeProvider.System);
        }
    }
}
