using System.Globalization;
using Spectre.Console;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>
/// Where text goes: results to stdout, progress and log to stderr. No ANSI code when redirected, under NO_COLOR or on a dumb terminal:
/// decided here, because Spectre writes escapes to a redirected stderr.
/// </summary>
sealed class Terminal
{
    Terminal(TextWriter output, TextWriter error, bool color, bool live, CultureInfo language)
    {
        Output = output;
        Error = error;
        Live = live;
        Language = language;
        Screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = live || color ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = live ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(error),
        });
    }

    /// <summary>Results only.</summary>
    public TextWriter Output { get; }

    /// <summary>Messages.</summary>
    public TextWriter Error { get; }

    /// <summary>Stderr as a screen.</summary>
    public IAnsiConsole Screen { get; }

    /// <summary>Whether a live progress display makes sense: an interactive stderr.</summary>
    public bool Live { get; }

    /// <summary>Language of the messages.</summary>
    public CultureInfo Language { get; }

    /// <summary>The process's terminal. NO_COLOR removes colours, not progress.</summary>
    /// <param name="language"><c>--lang</c>, or null: then NONRECOURS_LANG, then the locale (French when it is not English).</param>
    public static Terminal Of(string? language)
    {
        var live = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb" && Environment.GetEnvironmentVariable("CI") is null;
        var color = live && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(Console.Out, Console.Error, color, live, LanguageOf(language));
    }

    /// <summary>Writes one line to stderr.</summary>
    public void Note(string line) => Error.WriteLine(line);

    /// <summary>The language chosen by <c>--lang</c>, then NONRECOURS_LANG, then the locale.</summary>
    public static CultureInfo LanguageOf(string? option)
    {
        var chosen = option ?? Environment.GetEnvironmentVariable("NONRECOURS_LANG");
        return CultureInfo.GetCultureInfo(string.IsNullOrEmpty(chosen)
            ? IsEnglish(CultureInfo.CurrentUICulture) && CultureInfo.CurrentUICulture.Name.Length > 0 ? "en" : "fr"
            : chosen.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "fr");
    }

    static bool IsEnglish(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en";
}
