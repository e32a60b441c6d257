using System.CommandLine;
using System.CommandLine.Parsing;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Cli.Commands;

/// <summary>Options that several commands share, so that they read the same everywhere.</summary>
static class SharedOptions
{
    /// <summary><c>--month AAAA-MM</c>.</summary>
    public static Option<YearMonth> Month(bool required = true) => new("--month")
    {
        Description = "Reference month, YYYY-MM",
        HelpName = "YYYY-MM",
        Required = required,
        CustomParser = ReadMonth,
    };

    /// <summary><c>--convention PATH</c>.</summary>
    public static Option<string> Convention() => new("--convention")
    {
        Description = "The agreement: a file, or a folder that holds convention.yaml",
        HelpName = "PATH",
        Required = true,
    };

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document" };

    /// <summary>The positional agreement of <c>run</c>, <c>status</c> and <c>convention</c>.</summary>
    public static Argument<string> AgreementPath() => new("CONVENTION") { Description = "The agreement: a file, or a folder that holds convention.yaml" };

    /// <summary><c>--source ID</c>.</summary>
    public static Option<string> Source() => new("--source") { Description = "Source of the agreement, for example caf-35", HelpName = "ID", Required = true };

    /// <summary>The source called <paramref name="id"/>.</summary>
    /// <exception cref="CliException">There is none (2).</exception>
    public static Source Find(Agreement agreement, string id)
        => agreement.Sources.FirstOrDefault(source => source.Id == id)
            ?? throw new CliException(ExitCode.Usage, $"--source: {id} is not in the agreement; sources: {string.Join(", ", agreement.Sources.Select(source => source.Id))}");

    static YearMonth ReadMonth(ArgumentResult result)
    {
        if (result.Tokens.Count == 1 && YearMonth.TryParse(result.Tokens[0].Value, out var month))
            return month;
        result.AddError("--month: a month is written YYYY-MM, for example 2026-10");
        return default;
    }
}
