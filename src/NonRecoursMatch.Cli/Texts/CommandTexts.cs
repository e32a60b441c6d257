using System.CommandLine;

namespace NonRecoursMatch.Cli.Texts;

/// <summary>
/// Gives every command, option and argument of the tree its text, found by its place: <c>Command.key.new</c>, <c>Option.key.new.out</c>, or
/// <c>Option.month</c> when it means the same everywhere. A text that is missing must not stop a month: the tests refuse it.
/// </summary>
static class CommandTexts
{
    /// <summary>Describes a command and everything under it, in the current language.</summary>
    public static void Describe(Command command)
    {
        var path = PathOf(command);
        command.Description = CliTexts.Find("Command" + path) ?? command.Description;
        foreach (var option in command.Options)
        {
            option.Description = Nearest("Option", path, option.Name.TrimStart('-')) ?? option.Description;
            option.HelpName = Placeholder(option.HelpName);
        }

        RequiredOptions.TakeOver(command);
        foreach (var argument in command.Arguments)
        {
            argument.Description = Nearest("Argument", path, argument.Name) ?? argument.Description;
            argument.HelpName = Placeholder(argument.HelpName ?? argument.Name);
        }

        foreach (var child in command.Subcommands)
            Describe(child);
    }

    /// <summary>The worked examples of a command: lines of explanation that start with <c>#</c>, and command lines.</summary>
    public static string Examples(Command command) => CliTexts.Get("Example" + PathOf(command));

    /// <summary>Names from the root down, each after a dot; empty for the root itself.</summary>
    static string PathOf(Command command)
        => command is RootCommand ? "" : string.Concat(command.Parents.OfType<Command>().Select(PathOf)) + "." + command.Name;

    static string? Nearest(string kind, string path, string name) => CliTexts.Find($"{kind}{path}.{name}") ?? CliTexts.Find($"{kind}.{name}");

    /// <summary>The word that stands for a value, translated where it is a word.</summary>
    static string? Placeholder(string? word) => word is null ? null : CliTexts.Find("Placeholder." + word) ?? word;
}
