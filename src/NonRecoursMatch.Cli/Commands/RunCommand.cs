using System.CommandLine;
using NonRecoursMatch.Cli.Terminals;

namespace NonRecoursMatch.Cli.Commands;

static class RunCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var c = new Command("run", "x");
        c.SetAction((result, stop) => Task.FromResult(terminal(result).Live ? 0 : 1));
        return c;
    }
}
