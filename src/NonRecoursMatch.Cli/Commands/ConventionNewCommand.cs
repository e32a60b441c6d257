using System.CommandLine;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Conventions.Rendering;
using NonRecoursMatch.Conventions.Scaffolding;

namespace NonRecoursMatch.Cli.Commands;

/// <summary><c>convention new</c>: an agreement from the answers of who decides, with a named gap for every question that is still open.</summary>
static class ConventionNewCommand
{
    public static Command Create(Func<ParseResult, Terminal> terminal)
    {
        var (path, json) = (SharedOptions.AgreementPath(), SharedOptions.Json());
        var answers = new Option<string?>("--answers") { HelpName = "FILE" };
        var command = new Command("new") { path, answers, json };
        command.SetAction(result =>
        {
            var screen = terminal(result);
            var library = new Workspace(TimeProvider.System).Library;
            var target = Target(result.GetRequiredValue(path));
            Write(target, Text(screen, library, result.GetValue(answers)));
            var reading = AgreementLoader.Read(target, library);
            screen.Output.WriteLine(result.GetValue(json)
                ? FaultReport.Json(reading, screen.Language).ToJsonString(Readable.Json)
                : CliTexts.Format("New.Written", target) + "\n" + FaultReport.Text(reading, screen.Language).TrimEnd());
            return ExitCode.Done;
        });
        return command;
    }

    static string Text(Terminal screen, Conventions.ConventionLibrary library, string? file)
    {
        if (file is not null)
        {
            var written = AnswersFile.Read(file);
            var text = AgreementScaffold.Text(written, library);
            written.RequireAllUsed();
            return text;
        }

        if (Console.IsInputRedirected || Console.IsErrorRedirected)
            throw new CliException(ExitCode.Usage, CliTexts.Get("Error.NoTerminal"));
        screen.Note(CliTexts.Get("New.Welcome"));
        return AgreementScaffold.Text(new TerminalAnswers(screen.Error, Console.In), library);
    }

    /// <summary>The file to make. What is there may be signed: it is never written over.</summary>
    static string Target(string path)
    {
        var file = Path.GetFullPath(Path.GetExtension(path) is ".yaml" or ".yml" ? path : Path.Combine(path, AgreementLoader.FileName));
        if (File.Exists(file) || Directory.Exists(file))
            throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.AgreementThere", file));
        OutputFolder.Require(Path.GetDirectoryName(file)!);
        return file;
    }

    static void Write(string target, string text)
    {
        var temporary = target + ".partial";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, target, overwrite: false);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
