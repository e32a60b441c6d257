using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Reports;
using NonRecoursMatch.Recipient;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Incidents;
using NonRecoursMatch.Recipient.Reopening;
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
        var (convention, month, run, json) = (SharedOptions.Convention(), SharedOptions.Month(), SharedOptions.Run(required: false), SharedOptions.Json());
        var list = new Option<string?>("--list") { HelpName = "LIST" };
        var output = new Option<string>("--out") { HelpName = "DIR", Required = true };
        var command = new Command("import")
        {
            files, convention, month, run, list, output, json,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(run) is null) == (result.GetValue(list) is null))
                result.AddError(CliTexts.Get("Error.RunOrList"));
        });
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var chosen = result.GetRequiredValue(month);
            var workspace = new Workspace(TimeProvider.System);
            var agreement = AgreementLoader.Load(result.GetRequiredValue(convention), workspace.Library);
            var today = workspace.Today(agreement, chosen);
            var (revision, listOf) = result.GetValue(run) is { } folder ? OfResult(folder, agreement, chosen) : OfBody(result.GetValue(list)!, agreement, chosen);
            var vocabulary = new FollowUpVocabulary(ListWords.Outcomes, ListWords.Benefits(agreement));
            var imported = new FollowUpImport(listOf, agreement, vocabulary, today).Read(result.GetRequiredValue(files));
            var now = TimeProvider.System.GetUtcNow();
            var incidents = IncidentRegister.Read(result.GetRequiredValue(output), now).With(imported.Incidents, chosen.ToString(), now);
            using var staging = new StagingFolder(result.GetRequiredValue(output), FollowUpFiles.Receipt);
            if (incidents.Incidents.Count > 0)
                incidents.Write(staging.Folder);
            FollowUpFiles.Write(staging.Folder, imported, agreement.Id, chosen.ToString(), revision, agreement.Thresholds.SmallCell, today);
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

    /// <summary>The lists of a result, as the operator has them.</summary>
    static (int Revision, Func<string, string> ListOf) OfResult(string folder, Agreement agreement, YearMonth month)
    {
        var delivered = PreviousResult.Read(folder, agreement, month);
        return (delivered.Revision, delivered.ListOf);
    }

    /// <summary>The one list that a recipient has.</summary>
    static (int Revision, Func<string, string> ListOf) OfBody(string list, Agreement agreement, YearMonth month)
    {
        var delivered = DeliveredManifest.Read(list);
        return delivered.Convention == agreement.Id && delivered.Month == month
            ? (delivered.Revision, body => body == delivered.Body ? delivered.ListPath : "")
            : throw new RecipientException(RecipientRefusal.Mismatch, $"{list} : {delivered.Convention}, {delivered.Month} ≠ {agreement.Id}, {month}");
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
