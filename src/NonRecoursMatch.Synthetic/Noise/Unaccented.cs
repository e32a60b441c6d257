using System.Globalization;
using System.Text;

namespace NonRecoursMatch.Synthetic.Noise;

/// <summary>Capitals without accents, as many programs still write names.</summary>
internal static class Unaccented
{
    /// <summary><c>Jean-François</c> gives <c>JEAN-FRANCOIS</c>.</summary>
    public static string Capitals(string name)
    {
        var capitals = new StringBuilder(name.Length);
        foreach (var unit in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark)
                capitals.Append(char.ToUpperInvariant(unit));
        }

        return capitals.ToString();
    }
}
