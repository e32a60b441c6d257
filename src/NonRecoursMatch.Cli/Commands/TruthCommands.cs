using System.CommandLine;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Synthetic.Comparison;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>truth</c>: how the lists of a synthetic territory compare with what is true of its people.</summary>
static class TruthCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("truth", "Measure a run on a generated territory against its truth.") { Compare(terminal) };

    static Command Compare(Func<ParseResult, Terminal> terminal)
    {
        var territory = new Argument<string>("TERRITORY_DIR") { Description = "Folder made by `generate`" };
        var lists = new Option<string>("--lists") { Description = "Folder `lists` of the run", HelpName = "DIR", Required = true };
        var exact = new Option<bool>("--exact") { Description = "Exit with 1 unless the lists equal the expected ones" };
        var json = SharedOptions.Json();
        var command = new Command("compare", "Print precision, recall and differences of the lists.") { territory, lists, exact, json };
        command.SetAction(result =>
        {
            var comparison = ListComparison.Compare(result.GetRequiredValue(territory), result.GetRequiredValue(lists));
            terminal(result).Output.WriteLine((result.GetValue(json) ? comparison.ToJson() : comparison.ToText()).TrimEnd());
            return comparison.Exact || !result.GetValue(exact) ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }
}
