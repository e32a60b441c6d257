using System.CommandLine;
using System.Text;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Recipient.Incidents;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>incident</c>: wrong persons who were contacted, and the 72 hours of each.</summary>
static class IncidentCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("incident") { List(terminal), Close(terminal) };

    static Command List(Func<ParseResult, Terminal> terminal)
    {
        var folders = new Option<string[]>("--in") { HelpName = "DIR", Required = true, AllowMultipleArgumentsPerToken = true };
        var json = SharedOptions.Json();
        var command = new Command("list") { folders, json };
        command.SetAction(result =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var all = result.GetRequiredValue(folders).SelectMany(folder => Existing(folder, now).Incidents).ToList();
            var output = terminal(result).Output;
            if (result.GetValue(json))
                output.Write(Encoding.UTF8.GetString(StableJson.Bytes(new { version = 1, ouverts = all.Count(one => one.IsOpen), en_retard = all.Count(one => one.IsLate(now)), incidents = all })));
            else
                Write(output, all, now);
            return all.Exists(one => one.IsLate(now)) ? ExitCode.No : ExitCode.Done;
        });
        return command;
    }

    static Command Close(Func<ParseResult, Terminal> terminal)
    {
        var folder = new Option<string>("--in") { HelpName = "DIR", Required = true };
        var handle = new Option<string>("--handle") { HelpName = "HANDLE", Required = true };
        var conclusion = new Option<string>("--conclusion") { HelpName = "CODE", Required = true };
        conclusion.AcceptOnlyFromAmong([.. Incident.Conclusions]);
        var command = new Command("close") { folder, handle, conclusion };
        command.SetAction(result =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var register = Existing(result.GetRequiredValue(folder), now);
            var closed = register.Close(result.GetRequiredValue(handle).ToLowerInvariant(), result.GetRequiredValue(conclusion), now);
            var count = register.Incidents.Count(one => one.IsOpen) - closed.Incidents.Count(one => one.IsOpen);
            if (count > 0)
                closed.Write(result.GetRequiredValue(folder));
            terminal(result).Output.WriteLine(CliTexts.Format("Incident.Closed", count));
            return count > 0 ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    static IncidentRegister Existing(string folder, DateTimeOffset now)
        => Directory.Exists(folder) ? IncidentRegister.Read(folder, now) : throw new DirectoryNotFoundException(folder);

    static void Write(TextWriter output, List<Incident> all, DateTimeOffset now)
    {
        output.WriteLine(CliTexts.Format("Incident.Count", all.Count(one => one.IsOpen), all.Count(one => one.IsLate(now)), all.Count(one => !one.IsOpen)));
        foreach (var one in all.OrderBy(one => (!one.IsOpen, one.Echeance)))
        {
            var state = one.IsLate(now) ? CliTexts.Get("Incident.Late") : one.IsOpen ? CliTexts.Get("Incident.Open") : $"{CliTexts.Get("Incident.Done")} {one.ClosLe}, {one.Conclusion}";
            output.WriteLine($"  {one.Echeance}  {one.Mois}  {one.Source}  {one.Poignee}  {one.Prestation}  {state}");
        }
    }
}
