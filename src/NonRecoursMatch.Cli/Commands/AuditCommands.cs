using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>audit</c>: what a data protection officer asks of a result, offline and without any key of the campaign.</summary>
static class AuditCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("audit") { Verify(terminal) };

    static Command Verify(Func<ParseResult, Terminal> terminal)
    {
        var folders = new Argument<string[]>("DIR") { Arity = ArgumentArity.OneOrMore };
        var trust = new Option<string?>("--trust") { HelpName = "CERT" };
        var json = SharedOptions.Json();
        var command = new Command("verify") { folders, trust, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var anchor = result.GetValue(trust) is { } path ? Anchor(path) : null;
            var audit = ResultsAudit.Run(result.GetRequiredValue(folders), anchor);
            if (result.GetValue(json))
                screen.Output.WriteLine(AuditJson.Of(audit).ToJsonString(Readable.Json));
            else
                new AuditText(screen).Write(audit);
            return audit.Intact ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    static TrustAnchor Anchor(string path)
    {
        try
        {
            return TrustAnchor.Load(path);
        }
        catch (InvalidDataException)
        {
            throw new CliException(ExitCode.Configuration, CliTexts.Format("Error.TrustForm", path));
        }
    }
}
