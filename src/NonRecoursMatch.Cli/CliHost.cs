using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NonRecoursMatch.Cli.Commands;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;

namespace NonRecoursMatch.Cli;

/// <summary>The composition root: commands, usage errors, interruption, and the exit code of every failure.</summary>
static class CliHost
{
    /// <summary>Parses and runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        // Descriptions and usage errors are made before the command line is read: its language is looked for alone, first.
        CultureInfo.CurrentUICulture = Terminal.LanguageOf(LanguageIn(arguments));
        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
            return Usage(parsed);
        using var signals = new Interruption();
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return await parsed.InvokeAsync(configuration, signals.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var (code, message) = signals.Token.IsCancellationRequested ? (signals.ExitCode, CliTexts.Get("Error.Interrupted")) : Failure.Of(e);
            await Console.Error.WriteLineAsync("nonrecours: " + message).ConfigureAwait(false);
            return code;
        }
    }

    /// <summary>The whole tree of commands, with its texts in the current language.</summary>
    public static RootCommand Root()
    {
        var language = Language();
        var root = new RootCommand { language };
        CommandSet.AddTo(root, result => Terminal.Of(result.GetValue(language)));
        CommandTexts.Describe(root);
        HelpWithExamples.AddTo(root);
        return root;
    }

    static Option<string?> Language()
    {
        var language = new Option<string?>("--lang") { Recursive = true, HelpName = "LANG" };
        language.AcceptOnlyFromAmong("fr", "en");
        return language;
    }

    static string? LanguageIn(string[] arguments)
    {
        var language = Language();
        var reader = new Command("nonrecours") { language };
        reader.TreatUnmatchedTokensAsErrors = false;
        return reader.Parse(arguments).GetResult(language)?.Tokens is [.., var last] ? last.Value : null;
    }

    /// <summary>System.CommandLine would print the help on stdout and return 1: usage errors go to stderr and return 2.</summary>
    static int Usage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine("nonrecours: " + error.Message);
        var path = new Stack<string>();
        for (SymbolResult? symbol = parsed.CommandResult; symbol is not null; symbol = symbol.Parent)
        {
            if (symbol is CommandResult command && command.Parent is not null)
                path.Push(command.Command.Name);
        }

        Console.Error.WriteLine(CliTexts.Format("Error.Usage", $"nonrecours {string.Join(' ', path.Append("--help"))}"));
        return ExitCode.Usage;
    }
}
