using System.CommandLine;
using System.CommandLine.Parsing;
using NonRecoursMatch.Cli.Auditing;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Trust.Audits;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>audit</c>: what a data protection officer asks of a result, offline and without any key of the campaign.</summary>
static class AuditCommands
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
        => new("audit") { Verify(terminal), Report(terminal), AccessCommand.Create(terminal) };

    static Command Verify(Func<ParseResult, Terminal> terminal)
    {
        var folders = new Argument<string[]>("DIR") { Arity = ArgumentArity.OneOrMore };
        var trust = new Option<string?>("--trust") { HelpName = "CERT" };
        var kept = new Option<KeptCheckpoint[]>("--checkpoint") { HelpName = "RANK:SHA256", CustomParser = Kept };
        var json = SharedOptions.Json();
        var command = new Command("verify") { folders, trust, kept, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var anchor = result.GetValue(trust) is { } path ? SharedOptions.Anchor(path) : null;
            var audit = ResultsAudit.Run(result.GetRequiredValue(folders), anchor, result.GetValue(kept) ?? []);
            if (result.GetValue(json))
                screen.Output.WriteLine(AuditJson.Of(audit).ToJsonString(Readable.Json));
            else
                new AuditText(screen).Write(audit);
            return audit.Intact ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    static Command Report(Func<ParseResult, Terminal> terminal)
    {
        var folder = new Argument<string>("DIR");
        var output = new Option<string?>("--out") { HelpName = "DIR" };
        var json = SharedOptions.Json();
        var command = new Command("report") { folder, output, json };
        command.SetAction(result =>
        {
            var given = Path.TrimEndingDirectorySeparator(Path.GetFullPath(result.GetRequiredValue(folder)));
            var month = AuditedMonth.Read(given, new Workspace(TimeProvider.System));
            var sheet = SheetWriter.Make(month);
            // Beside the result, never in it: a file that nothing signs would be a difference.
            var target = result.GetValue(output) ?? given + "-fiche";
            OutputFolder.Require(target);
            AtomicFile.WriteText(Path.Combine(target, "fiche.html"), SheetWriter.Html(sheet));
            AtomicFile.WriteText(Path.Combine(target, "fiche.json"), SheetWriter.Json(sheet));
            var screen = terminal(result);
            if (result.GetValue(json))
                screen.Output.Write(SheetWriter.Json(sheet));
            else
                screen.Output.WriteLine(Path.Combine(target, "fiche.html"));
            return month.Audit.Differences.Count == 0 ? ExitCode.Done : ExitCode.No;
        });
        return command;
    }

    static KeptCheckpoint[] Kept(ArgumentResult result)
    {
        var kept = result.Tokens.Select(token => KeptCheckpoint.Parse(token.Value)).OfType<KeptCheckpoint>().ToArray();
        if (kept.Length < result.Tokens.Count)
            result.AddError(CliTexts.Get("Error.Checkpoint"));
        return kept;
    }
}
