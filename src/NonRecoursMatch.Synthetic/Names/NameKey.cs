using System.Globalization;
using System.Text;
using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Names;

/// <summary>
/// The comparable form of names, as the agreement's rule of exact linkage states it (marks stripped, upper case, letters only, first given name):
/// the generator needs it to keep true identities unique, the truth to know which tokens two records share. Written apart from the
/// holder's own normalisation, so that one checks the other.
/// </summary>
internal static class NameKey
{
    /// <summary>A surname: <c>Le Goff-Péron</c> gives <c>LEGOFFPERON</c>.</summary>
    public static string OfSurname(string text) => Letters(text);

    /// <summary>A given name, up to the first space: <c>Jean-Pierre Marie</c> gives <c>JEANPIERRE</c>.</summary>
    public static string OfFirstName(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return Letters(space < 0 ? text : text[..space]);
    }

    /// <summary>The weak token of an identity, as a hash of its canonical text.</summary>
    public static ulong Token(string surnameKey, string firstNameKey, DateOnly birth)
    {
        var hash = StableHash.Of(surnameKey);
        hash = StableHash.Of(firstNameKey, hash);
        return StableHash.Mix(hash ^ (ulong)birth.DayNumber);
    }

    static string Letters(string text)
    {
        var ascii = true;
        foreach (var unit in text)
            ascii &= unit is >= 'A' and <= 'Z';
        if (ascii)
            return text;
        var letters = new StringBuilder(text.Length + 2);
        foreach (var unit in text.Normalize(NormalizationForm.FormKD))
        {
            if (unit is 'œ' or 'Œ')
                letters.Append("OE");
            else if (unit is 'æ' or 'Æ')
                letters.Append("AE");
            else if (char.IsLetter(unit) && CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark)
                letters.Append(char.ToUpperInvariant(unit));
        }

        return letters.ToString();
    }
}
