using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NonRecoursMatch.Cli.Commands;
using NonRecoursMatch.Cli.Running;
using NonRecoursMatch.Cli.Terminals;

namespace NonRecoursMatch.Cli;

/// <summary>The composition root: commands, usage errors, interruption, and the exit code of every failure.</summary>
static class CliHost
{
    /// <summary>Parses and runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var language = new Option<string?>("--lang") { Description = "Language of the messages, fr or en (default: NONRECOURS_LANG, then the locale)", Recursive = true, HelpName = "LANG" };
        language.AcceptOnlyFromAmong("fr", "en");
        var root = new RootCommand("Finds the people entitled to RSA, prime d'activité, C2S or ASPA who do not receive them, from pseudonymised extracts, and gives each body the list of its own people.");
        root.Options.Add(language);
        CommandSet.AddTo(root, result => Terminal.Of(result.GetValue(language)));

        // Usage errors come from the parser, which speaks the language that is current before it has read --lang.
        CultureInfo.CurrentUICulture = Terminal.LanguageOf(arguments.SkipWhile(argument => argument != language.Name).ElementAtOrDefault(1));
        var parsed = root.Parse(arguments);
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
            var (code, message) = signals.Token.IsCancellationRequested ? (signals.ExitCode, signals.Message) : Failure.Of(e);
            await Console.Error.WriteLineAsync("nonrecours: " + message).ConfigureAwait(false);
            return code;
        }
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

        Console.Error.WriteLine($"usage: nonrecours {string.Join(' ', path.Append("--help"))}");
        return ExitCode.Usage;
    }
}
