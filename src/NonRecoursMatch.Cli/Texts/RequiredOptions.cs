using System.CommandLine;
using System.CommandLine.Parsing;

namespace NonRecoursMatch.Cli.Texts;

/// <summary>System.CommandLine 3 marks a required option, and refuses its absence, in English whatever the language: here both are said in the person's own.</summary>
static class RequiredOptions
{
    /// <summary>Takes the duty over from System.CommandLine, for a command whose options are already described. A missing argument is said with them.</summary>
    public static void TakeOver(Command command)
    {
        var required = command.Options.Where(option => option.Required).ToList();
        foreach (var option in required)
        {
            option.Required = false;
            option.Description = CliTexts.Format("Help.Required", option.Description);
        }

        command.Validators.Add(result => Check(result, required));
    }

    static void Check(CommandResult result, List<Option> required)
    {
        foreach (var argument in result.Command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0 && result.GetResult(argument)?.Tokens is not [_, ..]))
            result.AddError(CliTexts.Format("Error.RequiredArgument", argument.HelpName));
        foreach (var option in required.Where(option => result.GetResult(option) is null))
            result.AddError(CliTexts.Format("Error.Required", option.Name, option.HelpName));
    }
}
