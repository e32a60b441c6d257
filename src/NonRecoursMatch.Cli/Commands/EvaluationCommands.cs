using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Operator.Reports.Outcomes;
using NonRecoursMatch.Recipient.Evaluation;
using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>evaluation</c>: what the evaluation of the experiment is given, which is another processing than the lists.</summary>
static class EvaluationCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("evaluation") { Export(terminal), Annual(terminal) };

    static Command Export(Func<ParseResult, Terminal> terminal)
    {
        var convention = SharedOptions.Convention();
        var followUps = Several("--in", "DIR");
        var extracts = Several("--with", "EXTRACT");
        var secrets = Several("--secret", "REF");
        var key = new Option<string>("--key") { HelpName = "REF", Required = true };
        var output = new Option<string>("--out") { HelpName = "DIR", Required = true };
        var profile = new Option<string>("--profile") { HelpName = "NAME", DefaultValueFactory = _ => EvaluationProfiles.Words[0] };
        profile.AcceptOnlyFromAmong([.. EvaluationProfiles.Words]);
        var expires = SharedOptions.Day("--expires");
        var passphrases = SharedOptions.Passphrases();
        var command = new Command("export") { convention, followUps, extracts, secrets, key, passphrases, output, profile, expires };
        command.SetAction((result, stop) =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            var agreement = AgreementLoader.Load(result.GetRequiredValue(convention), workspace.Library);
            var read = FollowUpAnswers.Read(result.GetRequiredValue(followUps));
            var expiry = result.GetValue(expires) ?? EvaluationDomain.DefaultExpiry;
            var keys = SharedOptions.Keys(result, passphrases);
            Require(agreement, read, workspace, expiry);
            using var staging = new StagingFolder(result.GetRequiredValue(output), EvaluationFiles.Rows);
            using var own = new OwnMaterial(agreement, result.GetRequiredValue(extracts), result.GetRequiredValue(secrets), keys);
            using var root = keys.OpenRoot(result.GetRequiredValue(key));
            using var campaign = CampaignKey.Derive(root, EvaluationDomain.Of(agreement, expiry));
            var feed = EvaluationFeed.Make(agreement, read.Answers, own.Extracts, own.Secrets, campaign, workspace.Library, stop);
            var test = agreement.Test || root.Test || own.Secrets.Any(one => one.Test);
            var chosen = EvaluationProfiles.Of(result.GetValue(profile)!);
            EvaluationFiles.Write(staging.Folder, feed, chosen, agreement, campaign, expiry, test);
            staging.Publish();
            EvaluationText.Write(screen.Output, feed.Balance, chosen, expiry, test, Path.GetFullPath(result.GetRequiredValue(output)));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    static Command Annual(Func<ParseResult, Terminal> terminal)
    {
        var convention = SharedOptions.Convention();
        var year = new Option<int>("--year") { HelpName = "YYYY", Required = true, CustomParser = SharedOptions.ReadNumber<int> };
        var (results, followUps) = (Several("--run", "DIR"), Several("--in", "DIR"));
        var json = SharedOptions.Json();
        var command = new Command("annual") { convention, year, results, followUps, json };
        command.SetAction(result =>
        {
            var output = terminal(result).Output;
            var agreement = AgreementLoader.Load(result.GetRequiredValue(convention), new Workspace(TimeProvider.System).Library);
            var read = FollowUpAnswers.Read(result.GetRequiredValue(followUps));
            RequireSame(agreement, read);
            var answers = read.Answers.Select(answer => new YearAnswer(answer.Month, answer.Row.Prestation, answer.Row.Suivi));
            var report = AnnualReport.Of(agreement, result.GetValue(year), result.GetRequiredValue(results), answers);
            if (result.GetValue(json))
                output.WriteLine(report.ToJsonString(Readable.Json));
            else
                AnnualText.Write(output, report);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The evaluation is that of the experiment alone, and ends.</summary>
    static void Require(Agreement agreement, ReadFollowUps read, Workspace workspace, DateOnly expiry)
    {
        if (agreement.Fondement.Texte != Fondement.Experiment)
            throw new CliException(ExitCode.Configuration, CliTexts.Format("Error.NotExperiment", agreement.Fondement.Texte, Fondement.Experiment));
        RequireSame(agreement, read);
        if (read.Answers.Count > 0 && workspace.Today(agreement, read.Answers.Max(answer => answer.Month)) > expiry)
            throw new CliException(ExitCode.No, CliTexts.Format("Error.EvaluationOver", CliTexts.Date(expiry)));
    }

    static void RequireSame(Agreement agreement, ReadFollowUps read)
    {
        if (read.Conventions.FirstOrDefault(other => other != agreement.Id) is { } foreign)
            throw new CliException(ExitCode.No, CliTexts.Format("Error.OtherAgreement", foreign, agreement.Id));
    }

    static Option<string[]> Several(string name, string placeholder) => new(name) { HelpName = placeholder, Required = true, AllowMultipleArgumentsPerToken = true };
}
