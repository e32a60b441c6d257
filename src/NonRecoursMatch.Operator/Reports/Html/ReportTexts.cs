using System.Globalization;
using System.Resources;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>The words of the pages, in French or English (ReportTexts.resx, ReportTexts.fr.resx).</summary>
sealed class ReportTexts(CultureInfo culture)
{
    static readonly ResourceManager s_resources = new("NonRecoursMatch.Operator.Reports.Html.ReportTexts", typeof(ReportTexts).Assembly);

    static readonly NumberFormatInfo s_spaced = new() { NumberGroupSeparator = "\u202f" };

    public string Language => culture.TwoLetterISOLanguageName;

    public string Get(string name) => s_resources.GetString(name, culture) ?? throw new MissingManifestResourceException($"no text {name}");

    public string Format(string name, params object[] values) => string.Format(culture, Get(name), values);

    /// <summary>The text of a code, or the code itself: a cause that has no text yet still shows.</summary>
    public string OrCode(string prefix, string code) => s_resources.GetString(prefix + code, culture) ?? code;

    /// <summary>The texts whose names begin so, by the rest of their names: what a template reads.</summary>
    public Dictionary<string, string> Under(string prefix)
        => s_resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (string)entry.Key).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(name => name[prefix.Length..], Get, StringComparer.Ordinal);

    /// <summary>"octobre 2026".</summary>
    public string Month(string month) => YearMonth.Parse(month).LastDay.ToString("MMMM yyyy", culture);

    /// <summary>A share from 0 to 1, in whole hundredths.</summary>
    public string Percent(double share) => Format("pourcentage", (int)Math.Round(100 * share, MidpointRounding.AwayFromZero));

    public static string Number(long count) => count.ToString("#,0", s_spaced);
}
