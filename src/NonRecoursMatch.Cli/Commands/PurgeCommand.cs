using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Trust.Purges;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>purge</c>: deletes the packages that may no longer be kept, with the proof. Without <c>--apply</c> it only shows them.</summary>
static class PurgeCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (path, month, run) = (SharedOptions.AgreementPath(), SharedOptions.Month(), SharedOptions.Run(required: true));
        var (close, apply) = (new Option<bool>("--close"), new Option<bool>("--apply"));
        var identity = SharedOptions.SignedBy();
        var command = new Command("purge")
        {
            path, month, run, close, apply, identity,
        };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            var chosen = result.GetRequiredValue(month);
            // An agreement whose window has ended still has packages to purge: its month is not checked.
            var agreement = Conventions.Reading.AgreementLoader.Load(result.GetRequiredValue(path), workspace.Library);
            var folders = RevisionFolders.Of(result.GetRequiredValue(run)!);
            if (folders.Count == 0)
                throw new CliException(ExitCode.InputMissing, CliTexts.Format("Error.NoResult", result.GetValue(run), PreviousResult.ReportFile));
            foreach (var folder in folders)
                _ = PreviousResult.Read(folder, agreement, chosen);
            var purge = new MonthPurge(screen, agreement, chosen, workspace.Today(agreement, chosen), result.GetValue(close), result.GetValue(identity));
            foreach (var folder in folders)
                purge.Run(folder, result.GetValue(apply));
            var leftover = StagingFolder.NameOf(RevisionFolders.Of(result.GetRequiredValue(run)!, folders.Count + 1));
            if (Directory.Exists(leftover))
                screen.Note(CliTexts.Format("Purge.Leftover", leftover));
            return ExitCode.Done;
        });
        return command;
    }

    sealed class MonthPurge(Terminal screen, Agreement agreement, YearMonth month, DateOnly today, bool close, string? identity)
    {
        public void Run(string folder, bool apply)
        {
            var candidates = PackagePurge.Find(folder, today, close);
            var closed = PurgeRecord.Read(folder)?.Cloture;
            if (candidates.Count == 0 && (closed is not null || !close))
            {
                if (apply && !PurgeSignature.IsCurrent(folder))
                    SignAgain(folder);
                screen.Output.WriteLine(CliTexts.Format("Purge.Nothing", folder) + (closed is null ? "" : " " + CliTexts.Format("Purge.Closed", closed)));
                return;
            }

            foreach (var package in candidates)
                screen.Output.WriteLine(CliTexts.Format("Purge.Package", $"{folder}/packages/{package.Name}", package.Files.Count, package.Bytes, CliTexts.Get("Purge." + package.Motif)));
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
