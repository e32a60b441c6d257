using System.Globalization;
using System.Text;

namespace NonRecoursMatch.Synthetic.Places;

/// <summary>Identifiers made from names: lower-case letters and digits, hyphens between words.</summary>
internal static class Slug
{
    /// <summary><c>Saint-Nicolas-de-Redon</c> gives <c>saint-nicolas-de-redon</c>.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var unit in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(unit))
                slug.Append(char.ToLowerInvariant(unit));
            else if (CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
