using System.Globalization;
using System.Resources;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>The words of <c>rapport.html</c>, in French or English (ReportTexts.resx, ReportTexts.fr.resx).</summary>
sealed class ReportTexts(CultureInfo culture)
{
    static readonly ResourceManager s_resources = new("NonRecoursMatch.Operator.Reports.Html.ReportTexts", typeof(ReportTexts).Assembly);

    static readonly NumberFormatInfo s_spaced = new() { NumberGroupSeparator = "\u202f" };

    public string Language => culture.TwoLetterISOLanguageName;

    public string Get(string name) => s_resources.GetString(name, culture) ?? throw new MissingManifestResourceException($"no text {name}");

    public string Format(string name, params object[] values) => string.Format(culture, Get(name), values);

    /// <summary>The text of a code, or the code itself: a cause that has no text yet still shows.</summary>
    public string OrCode(string prefix, string code) => s_resources.GetString(prefix + code, culture) ?? code;

    public static string Number(long count) => count.ToString("#,0", s_spaced);
}
