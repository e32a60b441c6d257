using System.CommandLine;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Cli.Commands;

/// <summary>Who a command of a body is about: a file of format oppositions@1, or the body's own reference.</summary>
sealed class OwnPersonOptions
{
    readonly Argument<string?> _file = new("FILE") { Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string?> _reference = new("--reference") { HelpName = "REFERENCE" };

    /// <summary>Adds them, and the rule that there is exactly one. Other users of the machine see a command line: a NIR may not be in it.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_reference);
        command.Validators.Add(result =>
        {
            if ((result.GetValue(_file) is null) == (result.GetValue(_reference) is null))
                result.AddError(CliTexts.Get("Error.FileOrReference"));
            if (result.GetValue(_reference) is { } reference && ForbiddenArgument.HoldsNir(reference))
                result.AddError(CliTexts.Get("Error.NirInArgument"));
        });
    }

    /// <summary>The file, or null.</summary>
    public string? FileOf(ParseResult result) => result.GetValue(_file);

    /// <summary>The reference, or null.</summary>
    public string? ReferenceOf(ParseResult result) => result.GetValue(_reference);
}
