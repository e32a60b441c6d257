using System.CommandLine;
using System.Text.RegularExpressions;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Intake;

namespace NonRecoursMatch.Cli.Commands;

/// <summary>What <c>run</c> and <c>match</c> may be told about one month: sources that will not come, losses that were checked.</summary>
sealed partial class CycleOptions
{
    const int LongestReason = 120;

    readonly Option<string[]> _without = new("--without") { HelpName = "SOURCE" };
    readonly Option<string[]> _reason = new("--reason") { HelpName = "TEXT" };
    readonly Option<string[]> _confirm = new("--confirm") { HelpName = "SOURCE" };

    /// <summary>Adds the options and the rule that every absence has its reason.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_without);
        command.Options.Add(_reason);
        command.Options.Add(_confirm);
        command.Validators.Add(result =>
        {
            var reasons = result.GetValue(_reason) ?? [];
            if ((result.GetValue(_without) ?? []).Length != reasons.Length)
                result.AddError(CliTexts.Get("Error.Reason"));
            foreach (var reason in reasons.Where(reason => !IsReason(reason)))
                result.AddError(CliTexts.Format("Error.ReasonForm", LongestReason));
        });
    }

    /// <summary>The absences of a command line; the n-th <c>--reason</c> is that of the n-th <c>--without</c>.</summary>
    /// <exception cref="CliException">A source is not in the agreement, or is named twice (2).</exception>
    public Absences Absences(ParseResult result, Agreement agreement)
    {
        var sources = result.GetValue(_without) ?? [];
        foreach (var source in sources)
            Find("--without", agreement, source);
        if (sources.Distinct(StringComparer.Ordinal).Count() < sources.Length)
            throw new CliException(ExitCode.Usage, CliTexts.Get("Error.WithoutTwice"));
        return Operator.Intake.Absences.Of(agreement, [.. sources.Zip(result.GetValue(_reason)!, (source, reason) => new AbsentSource(source, reason.Trim()))]);
    }

    /// <summary>The sources whose loss of persons is confirmed.</summary>
    /// <exception cref="CliException">One is not in the agreement (2).</exception>
    public IReadOnlyList<string> Confirmed(ParseResult result, Agreement agreement)
    {
        var sources = result.GetValue(_confirm) ?? [];
        foreach (var source in sources)
            Find("--confirm", agreement, source);
        return sources;
    }

    /// <summary>The same options for a child process.</summary>
    public static IEnumerable<string> Arguments(Absences absences, IReadOnlyList<string> confirmed)
        => [.. absences.Sources.SelectMany(absent => new[] { "--without", absent.Id, "--reason", absent.Reason }), .. confirmed.SelectMany(source => new[] { "--confirm", source })];

    static void Find(string option, Agreement agreement, string id)
    {
        if (agreement.Sources.All(source => source.Id != id))
            throw new CliException(ExitCode.Usage, CliTexts.Format("Error.SourceOf", option, id, string.Join(", ", agreement.Sources.Select(source => source.Id))));
    }

    /// <summary>One line without a run of digits: the reason is published, and no number of a person or telephone may be in it.</summary>
    static bool IsReason(string reason)
        => reason.Trim().Length is > 0 and <= LongestReason && !reason.Any(char.IsControl) && reason.Any(char.IsLetter) && !LongNumber().IsMatch(reason);

    [GeneratedRegex(@"(\d[ .]?){5}", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();
}
