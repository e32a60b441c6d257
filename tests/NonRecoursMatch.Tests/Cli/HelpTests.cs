using System.CommandLine;
using NonRecoursMatch.Cli;
using NonRecoursMatch.Cli.Texts;

namespace NonRecoursMatch.Tests.Cli;

/// <summary>Every command explains itself in both languages, with examples that work.</summary>
public class HelpTests
{
    [Fact]
    public void Every_command_option_and_argument_is_described_in_both_languages()
    {
        var (french, english) = Spoken.Both(() => Tree(CliHost.Root()).SelectMany(Described).ToList());
        french.Count.ShouldBeGreaterThan(60);
        foreach (var (said, other) in french.Zip(english))
        {
            said.Description.ShouldNotBeNullOrEmpty(said.Name);
            said.Description.ShouldNotBe(other.Description, $"{said.Name} has one text for both languages: see CliTexts.resx and CliTexts.fr.resx");
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_command_has_examples_and_the_program_accepts_each_of_them(string language)
    {
        using var spoken = new Spoken(language);
        var root = CliHost.Root();
        foreach (var command in Tree(root))
        {
            var lines = CommandLines(CommandTexts.Examples(command)).ToList();
            lines.ShouldNotBeEmpty(command.Name);
            foreach (var line in lines)
            {
                line.ShouldStartWith("nonrecours ");
                var parsed = root.Parse(line["nonrecours ".Length..]);
                parsed.Errors.Select(error => error.Message).ShouldBeEmpty(line);
            }

            // The first example of a command that does something is about that very command.
            if (command.Subcommands.Count == 0)
                root.Parse(lines[0]["nonrecours ".Length..]).CommandResult.Command.ShouldBeSameAs(command);
        }
    }

    [Fact]
    public void Examples_are_the_same_commands_in_both_languages()
    {
        var (french, english) = Spoken.Both(() => Tree(CliHost.Root()).SelectMany(command => CommandLines(CommandTexts.Examples(command))).ToList());
        french.ShouldBe(english);
    }

    [Theory]
    [InlineData("fr", "Exemples :", "# Le mois d'octobre 2026")]
    [InlineData("en", "Examples:", "# The month of October 2026")]
    public void Help_ends_with_the_examples(string language, string title, string explanation)
    {
        var help = Help(language, "run", "--help");
        help.IndexOf(title, StringComparison.Ordinal).ShouldBeGreaterThan(help.IndexOf("--month", StringComparison.Ordinal));
        help.ShouldContain(explanation);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void The_help_of_the_program_shows_the_month_in_order_and_every_exit_code(string language)
    {
        var help = Help(language, "--help");
        var steps = new[] { "\n  convention check ", "\n  key new ", "\n  status   ", "\n  validate   ", "\n  pseudonymize   ", "\n  match   " };
        steps.Select(step => help.LastIndexOf(step, StringComparison.Ordinal)).ShouldBe(steps.Select(step => help.LastIndexOf(step, StringComparison.Ordinal)).Order());
        steps.ShouldAllBe(step => help.Contains(step, StringComparison.Ordinal));
        foreach (var code in typeof(ExitCode).GetFields().Select(field => field.GetRawConstantValue()!.ToString()!))
            help.Split('\n').ShouldContain(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Contains(code));
    }

    [Theory]
    [InlineData("fr", "run convention.yaml", "il manque --month <AAAA-MM>")]
    [InlineData("en", "run convention.yaml", "--month <YYYY-MM> is required")]
    [InlineData("fr", "run --month 2026-10", "il manque <CONVENTION>")]
    [InlineData("fr", "generate 243500741 --persons 1,5 --seed 1 --out x", "--persons : 1,5 n'est pas un nombre de la forme attendue")]
    [InlineData("en", "watch --inbox x --interval often", "--interval: often is not a number of the expected form")]
    public void A_usage_error_is_said_in_the_language_of_the_person(string language, string line, string said)
    {
        using var spoken = new Spoken(language);
        CliHost.Root().Parse(line).Errors.Select(error => error.Message).ShouldBe([said]);
    }

    static string Help(string language, params string[] arguments)
    {
        using var spoken = new Spoken(language);
        using var output = new StringWriter();
        CliHost.Root().Parse(arguments).Invoke(new InvocationConfiguration { Output = output }).ShouldBe(0);
        return output.ToString();
    }

    static IEnumerable<Command> Tree(Command command) => command.Subcommands.SelectMany(Tree).Prepend(command);

    static IEnumerable<(string Name, string? Description)> Described(Command command) =>
    [
        (command.Name, command.Description),
        .. command.Options.Select(option => ($"{command.Name} {option.Name}", option.Description)),
        .. command.Arguments.Select(argument => ($"{command.Name} {argument.Name}", argument.Description)),
    ];

    /// <summary>The command lines of an example, those continued with a backslash on one line.</summary>
    static IEnumerable<string> CommandLines(string example)
        => example.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => !line.StartsWith('#'));
}
