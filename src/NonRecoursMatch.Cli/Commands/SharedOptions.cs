using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using NonRecoursMatch.Cli.Terminals;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Signing;

namespace NonRecoursMatch.Cli.Commands;

/// <summary>Options that several commands share, so that they read the same everywhere.</summary>
static class SharedOptions
{
    /// <summary><c>--month AAAA-MM</c>.</summary>
    public static Option<YearMonth> Month(bool required = true) => new("--month")
    {
        HelpName = "YYYY-MM",
        Required = required,
        CustomParser = ReadMonth,
    };

    /// <summary><c>--convention PATH</c>.</summary>
    public static Option<string> Convention() => new("--convention")
    {
        HelpName = "PATH",
        Required = true,
    };

    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json() => new("--json");

    /// <summary>The positional agreement of <c>run</c>, <c>status</c> and <c>convention</c>.</summary>
    public static Argument<string> AgreementPath() => new("CONVENTION");

    /// <summary><c>--run DIR</c>: the result of <c>run</c>.</summary>
    public static Option<string?> Run(bool required) => new("--run") { HelpName = "DIR", Required = required };

    /// <summary><c>--identity REF</c>: who signs; without it a key of this run alone.</summary>
    public static Option<string?> SignedBy() => new("--identity") { HelpName = "REF" };

    /// <summary>Opens the identity that signs, and says so when it is of this run alone.</summary>
    /// <exception cref="SigningRefusedException">It may not sign (77).</exception>
    public static SigningIdentity Open(string? reference, Terminal terminal)
    {
        var identity = SigningIdentity.Open(reference, Directory.GetCurrentDirectory(), TimeProvider.System);
        if (identity.Ephemeral)
            terminal.Note(CliTexts.Get("Signing.Ephemeral"));
        return identity;
    }

    /// <summary><c>--before FILE</c>: the report of the month before.</summary>
    public static Option<string?> Before() => new("--before") { HelpName = "FILE" };

    /// <summary><c>--source ID</c>.</summary>
    public static Option<string> Source() => new("--source") { HelpName = "ID", Required = true };

    /// <summary><c>--passphrase REF</c>, as often as needed.</summary>
    public static Option<string[]> Passphrases() => new("--passphrase") { HelpName = "REF" };

    /// <summary>How the keys of a command are opened.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="passphrases">The option <c>--passphrase</c>.</param>
    /// <param name="folder">Folder of relative references; null: where the user is.</param>
    public static KeyAccess Keys(ParseResult result, Option<string[]> passphrases, string? folder = null)
        => new(folder ?? Directory.GetCurrentDirectory(), result.GetValue(passphrases) ?? [], TimeProvider.System);

    /// <summary>A day, AAAA-MM-JJ.</summary>
    public static Option<DateOnly?> Day(string name) => new(name)
    {
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            if (result.Tokens.Count == 1 && DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError(CliTexts.Format("Error.Day", name));
            return null;
        },
    };

    /// <summary><c>--registers DIR</c>: where a body keeps what lasts beyond a month.</summary>
    public static Option<string?> Registers() => new("--registers") { HelpName = "DIR" };

    /// <summary>Reads a number, written the same whatever the language: a point, no grouping.</summary>
    public static T ReadNumber<T>(ArgumentResult result)
        where T : struct, INumber<T>
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (T.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        result.AddError(CliTexts.Format("Error.Number", (result.Parent as OptionResult)?.Option.Name, text));
        return default;
    }

    /// <summary>The source called <paramref name="id"/>.</summary>
    /// <exception cref="CliException">There is none (2).</exception>
    public static Source Find(Agreement agreement, string id)
        => agreement.Sources.FirstOrDefault(source => source.Id == id)
            ?? throw new CliException(ExitCode.Usage, CliTexts.Format("Error.Source", id, string.Join(", ", agreement.Sources.Select(source => source.Id))));

    /// <summary>The certificate of <c>--trust</c>.</summary>
    /// <exception cref="CliException">It is none (78).</exception>
    public static TrustAnchor Anchor(string path)
    {
        try
        {
            return TrustAnchor.Load(path);
        }
        catch (InvalidDataException)
        {
            throw new CliException(ExitCode.Configuration, CliTexts.Format("Error.TrustForm", path));
        }
    }

    static YearMonth ReadMonth(ArgumentResult result)
    {
        if (result.Tokens.Count == 1 && YearMonth.TryParse(result.Tokens[0].Value, out var month))
            return month;
        result.AddError(CliTexts.Get("Error.Month"));
        return default;
    }
}
