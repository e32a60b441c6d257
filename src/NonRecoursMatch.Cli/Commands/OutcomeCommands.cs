using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Reports;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>outcome</c>: takes over the follow-up of returned lists, and counts it.</summary>
static class OutcomeCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("outcome") { Import(terminal), Report(terminal) };

    static Command Import(Func<ParseResult, Terminal> terminal)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var (convention, month, run, json) = (SharedOptions.Convention(), SharedOptions.Month(), SharedOptions.Run(required: true), SharedOptions.Json());
        var output = new Option<string>("--out") { HelpName = "DIR", Required = true };
        var command = new Command("import")
        {
            files, convention, month, run, output, json,
        };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var chosen = result.GetRequiredValue(month);
            var workspace = new Workspace(TimeProvider.System);
            var agreement = AgreementLoader.Load(result.GetRequiredValue(convention), workspace.Library);
            var today = workspace.Today(agreement, chosen);
            var delivered = PreviousResult.Read(result.GetRequiredValue(run)!, agreement, chosen);
            var vocabulary = new FollowUpVocabulary(ListWords.Outcomes, ListWords.Benefits(agreement));
            var imported = new FollowUpImport(Path.Combine(delivered.Folder, "lists"), agreement, vocabulary, today).Read(result.GetRequiredValue(files));
            using var staging = new StagingFolder(result.GetRequiredValue(output), FollowUpFiles.Receipt);
            FollowUpFiles.Write(staging.Folder, imported, agreement.Id, chosen.ToString(), delivered.Revision, agreement.Thresholds.SmallCell, today);
            var receipt = FollowUpText.Of(imported, chosen);
            Formats.Files.AtomicFile.WriteText(Path.Combine(staging.Folder, "recu.txt"), receipt);
            var document = File.ReadAllText(Path.Combine(staging.Folder, FollowUpFiles.Receipt));
            staging.Publish();
            screen.Output.Write(result.GetValue(json) ? document : receipt);
            if (imported.Incidents.Any())
                screen.Note(CliTexts.Format("Outcome.Incident", imported.Incidents.Count()));
            return imported.Faults.Count == 0 ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    static Command Report(Func<ParseResult, Terminal> terminal)
    {
        var folders = new Option<string[]>("--in") { HelpName = "DIR", Required = true, AllowMultipleArgumentsPerToken = true };
        var json = SharedOptions.Json();
        var command = new Command("report") { folders, json };
        command.SetAction(result =>
        {
            var output = terminal(result).Output;
            var (answers, smallCell) = FollowUpAnswers.Read(result.GetRequiredValue(folders));
            var counts = OutcomeReport.Of(answers.Select(answer => (answer.Row.Prestation, answer.Row.Suivi)), smallCell);
            if (result.GetValue(json))
                output.Write(System.Text.Encoding.UTF8.GetString(StableJson.Bytes(new { version = 1, petite_cellule = smallCell, suivi = counts })));
            else
                FollowUpText.Write(output, counts);
            return ExitCode.Done;
        });
        return command;
    }
}
