using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Rights.Explanations;
using NonRecoursMatch.Rights.Households;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>rights</c>: compute described households, explain one, print rules and dated parameters.</summary>
static class RightsCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("rights")
        {
            Compute(terminal), Explain(terminal), Show(terminal),
        };

    static Command Compute(Func<ParseResult, Terminal> terminal)
    {
        var month = SharedOptions.Month(required: false);
        var input = new Option<string>("--in") { HelpName = "FILE", Required = true };
        var output = new Option<string>("--out") { HelpName = "FILE", Required = true };
        var command = new Command("compute") { month, input, output };
        command.SetAction((result, stop) =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            using var source = Open(result.GetRequiredValue(input));
            var path = result.GetRequiredValue(output);
            using var target = Create(path);
            var chosen = result.GetValue(month);
            var counts = HouseholdFile.Compute(
                source, target.Stream, workspace.Parameters, Known(workspace), chosen == default ? null : chosen, French(screen), Environment.ProcessorCount, stop);
            target.Commit();
            screen.Note(CliTexts.Format("Rights.Done", counts.Computed, counts.Refused, path));
            return Task.FromResult(counts.Refused == 0 ? ExitCode.Done : ExitCode.No);
        });
        return command;
    }

    static Command Explain(Func<ParseResult, Terminal> terminal)
    {
        var month = SharedOptions.Month(required: false);
        var input = new Argument<string>("FILE");
        var id = new Option<string?>("--id") { HelpName = "ID" };
        var json = SharedOptions.Json();
        var command = new Command("explain") { input, id, month, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            var chosen = result.GetValue(month);
            try
            {
                var explanation = HouseholdSearch.Explain(
                    result.GetRequiredValue(input), result.GetValue(id), workspace.Parameters, Known(workspace), chosen == default ? null : chosen, French(screen))
                    ?? throw new CliException(ExitCode.InputMissing, CliTexts.Get("Error.NoHousehold"));
                screen.Output.WriteLine((result.GetValue(json) ? explanation.ToJson().ToJsonString(Readable.Json) : explanation.ToText()).TrimEnd());
                return ExitCode.Done;
            }
            catch (HouseholdException fault)
            {
                throw new CliException(ExitCode.No, (fault.Field.Length == 0 ? "" : fault.Field + ": ") + (French(screen) ? fault.Fr : fault.En));
            }
        });
        return command;
    }

    static Command Show(Func<ParseResult, Terminal> terminal)
    {
        var benefit = new Argument<string>("BENEFIT");
        benefit.AcceptOnlyFromAmong([.. RuleSheet.Benefits]);
        var (month, json) = (SharedOptions.Month(), SharedOptions.Json());
        var command = new Command("show") { benefit, month, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var sheet = new RuleSheet(result.GetRequiredValue(benefit), result.GetValue(month), new Workspace(TimeProvider.System).Parameters, French(screen));
            screen.Output.WriteLine((result.GetValue(json) ? sheet.ToJson().ToJsonString(Readable.Json) : sheet.ToText()).TrimEnd());
            return ExitCode.Done;
        });
        return command;
    }

    static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    static AtomicFile Create(string path)
    {
        try
        {
            return new AtomicFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.CannotCreate", path, e.Message));
        }
    }

    static CommuneKnown Known(Workspace workspace)
    {
        var communes = workspace.Library.Communes;
        return code => communes.ToCurrent(code) is not null;
    }

    static bool French(Terminal screen) => screen.Language.TwoLetterISOLanguageName != "en";
}
