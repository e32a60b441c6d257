using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NonRecoursMatch.Cli.Texts;

/// <summary>System.CommandLine's help, then worked examples; for the program itself, also the month in order and the exit codes.</summary>
sealed class HelpWithExamples(HelpAction standard) : SynchronousCommandLineAction
{
    /// <summary>Asking for help is never a usage error.</summary>
    public override bool ClearsParseErrors => standard.ClearsParseErrors;

    /// <summary>Makes <c>--help</c> show it, everywhere.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = standard.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (command is RootCommand)
            output.WriteLine(CliTexts.Get("Help.Cycle") + "\n");
        output.WriteLine(CliTexts.Get("Help.Examples"));
        foreach (var line in CommandTexts.Examples(command).Split('\n'))
            output.WriteLine("  " + line);
        if (command is RootCommand)
            output.WriteLine("\n" + CliTexts.Get("Help.ExitCodes"));
        return code;
    }
}
