using System.Globalization;
using System.Resources;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Cli.Texts;

/// <summary>
/// Everything that the command line says to people, in French or English (CliTexts.resx, CliTexts.fr.resx). One process serves one person:
/// the language is the current UI culture, which <see cref="CliHost"/> sets before anything else.
/// </summary>
static class CliTexts
{
    static readonly ResourceManager s_resources = new("NonRecoursMatch.Cli.Texts.CliTexts", typeof(CliTexts).Assembly);

    /// <summary>What words, days and decimals are written in.</summary>
    public static CultureInfo Language => CultureInfo.CurrentUICulture;

    /// <summary>A text.</summary>
    /// <exception cref="MissingManifestResourceException">No such text: a fault of this program.</exception>
    public static string Get(string name) => Find(name) ?? throw new MissingManifestResourceException($"no text {name}");

    /// <summary>A text, or null when there is none of that name.</summary>
    public static string? Find(string name) => s_resources.GetString(name, Language);

    /// <summary>A text with its values.</summary>
    public static string Format(string name, params object?[] values) => string.Format(Language, Get(name), values);

    /// <summary>A day as people write it; documents for programs keep ISO dates. Empty for none.</summary>
    public static string Date(DateOnly? date) => date?.ToString(Get("Date"), Language) ?? "";

    /// <summary>A month as people write it.</summary>
    public static string Month(YearMonth month) => month.FirstDay.ToString(Get("Month"), Language);
}
