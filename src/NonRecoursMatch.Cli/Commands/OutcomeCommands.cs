using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Operator.Lists;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Reports.Html;
using NonRecoursMatch.Recipient;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Incidents;
using NonRecoursMatch.Recipient.Reopening;

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
        var folders = Several("--in", "DIR", required: true);
        var lists = Several("--list", "LIST", required: false);
        var convention = new Option<string?>("--convention") { HelpName = "PATH" };
        var (extracts, secrets) = (Several("--with", "EXTRACT", required: false), Several("--secret", "REF", required: false));
        var page = new Option<string?>("--page") { HelpName = "FILE" };
        var (passphrases, json) = (SharedOptions.Passphrases(), SharedOptions.Json());
        var command = new Command("report") { folders, lists, convention, extracts, secrets, page, passphrases, json };
        command.Validators.Add(result =>
        {
            if (new[] { result.GetValue(convention) is null, result.GetResult(extracts) is null, result.GetResult(secrets) is null }.Distinct().Count() > 1)
                result.AddError(CliTexts.Get("Error.OwnMaterial"));
        });
        command.SetAction((result, stop) =>
        {
            var output = terminal(result).Output;
            var inputs = new OutcomeInputs(FollowUpAnswers.Read(result.GetRequiredValue(folders)), result.GetValue(lists) ?? []);
            if (result.GetValue(convention) is { } path)
            {
                var agreement = AgreementLoader.Load(path, new Workspace(TimeProvider.System).Library);
                using var own = new OwnMaterial(agreement, result.GetRequiredValue(extracts), result.GetRequiredValue(secrets), SharedOptions.Keys(result, passphrases));
                inputs.Look(agreement, own.Extracts, own.Secrets, stop);
            }

            var report = inputs.Report();
            if (result.GetValue(page) is { } file)
                FollowUpPage.Write(report, CliTexts.Language, file);
            if (result.GetValue(json))
                output.WriteLine(report.ToJsonString(Readable.Json));
            else
                OutcomeText.Write(output, report);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    static Option<string[]> Several(string name, string placeholder, bool required)
        => new(name) { HelpName = placeholder, Required = required, AllowMultipleArgumentsPerToken = true };
}
