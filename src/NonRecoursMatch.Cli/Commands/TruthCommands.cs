using System.CommandLine;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Synthetic.Comparison;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>truth</c>: how the lists of a synthetic territory compare with what is true of its people.</summary>
static class TruthCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("truth") { Compare(terminal) };

    static Command Compare(Func<ParseResult, Terminal> terminal)
    {
        var territory = new Argument<string>("TERRITORY_DIR");
        var lists = new Option<string>("--lists") { HelpName = "DIR", Required = true };
        var exact = new Option<bool>("--exact");
        var json = SharedOptions.Json();
        var command = new Command("compare") { territory, lists, exact, json };
        command.SetAction(result =>
        {
            var comparison = ListComparison.Compare(result.GetRequiredValue(territory), result.GetRequiredValue(lists));
            var output = terminal(result).Output;
            if (result.GetValue(json))
                output.WriteLine(comparison.ToJson().TrimEnd());
            else
                ComparisonTable.Write(output, comparison);
            return comparison.Exact || !result.GetValue(exact) ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }
}
