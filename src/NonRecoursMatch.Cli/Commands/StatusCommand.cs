using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>status</c>: who has sent, who is late, what to chase.</summary>
static class StatusCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (path, month, json) = (SharedOptions.AgreementPath(), SharedOptions.Month(), SharedOptions.Json());
        var command = new Command("status") { path, month, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var workspace = new Workspace(TimeProvider.System);
            var chosen = result.GetRequiredValue(month);
            var agreement = workspace.Open(result.GetRequiredValue(path), chosen);
            var sources = SourceStatus.Of(agreement, chosen, workspace.Today(agreement, chosen));
            if (result.GetValue(json))
                screen.Output.WriteLine(Json(agreement.Id, chosen.ToString(), sources, screen).ToJsonString(Readable.Json));
            else
                Table(screen, sources);
            return sources.All(source => source.Arrival == Arrival.Received) ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    static void Table(Terminal screen, IReadOnlyList<SourceStatus> sources)
    {
        var width = sources.Max(source => source.Source.Id.Length);
        var wordWidth = sources.Max(source => Word(source.Arrival).Length);
        foreach (var source in sources)
        {
            var chase = source.Arrival == Arrival.Received ? CliTexts.Date(source.DataDate) : source.Missing.Count > 0 ? string.Join(", ", source.Missing) : "";
            screen.Output.WriteLine($"{source.Source.Id.PadRight(width)}  {Word(source.Arrival).PadRight(wordWidth)}  {CliTexts.Date(source.Due),-11}  {chase}".TrimEnd());
            if (source.Faults.Count > 0)
                screen.Output.WriteLine(FaultReport.Text(source.Faults, screen.Language).TrimEnd());
        }

        var waiting = sources.Count(source => source.Arrival != Arrival.Received);
        screen.Output.WriteLine(waiting == 0 ? CliTexts.Get("Status.Complete") : CliTexts.Format("Status.Waiting", waiting));
    }

    static JsonObject Json(string convention, string month, IReadOnlyList<SourceStatus> sources, Terminal screen) => new()
    {
        ["convention"] = convention,
        ["month"] = month,
        ["sources"] = new JsonArray([.. sources.Select(source => new JsonObject
        {
            ["id"] = source.Source.Id,
            ["status"] = source.Arrival.ToString().ToLowerInvariant(),
            ["due"] = Iso(source.Due),
            ["data_date"] = source.DataDate is null ? null : Iso(source.DataDate.Value),
            ["missing"] = new JsonArray([.. source.Missing.Select(file => JsonValue.Create(file))]),
            ["faults"] = FaultReport.Json(source.Faults, screen.Language),
        })]),
    };

    static string Word(Arrival arrival) => CliTexts.Get("Status." + arrival);

    static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
