using System.Globalization;
using System.Text;

namespace NonRecoursMatch.Conventions.Territories;

/// <summary>How alike two names or keywords are, to suggest what somebody meant. Never decides anything.</summary>
public static class Resemblance
{
    /// <summary>Lower case letters and digits only, without accents.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(character))
                folded.Append(char.ToLowerInvariant(character));
        }

        return folded.ToString();
    }

    /// <summary>
    /// The number of letters to change, add or remove; 1 when one text contains the other (a part of a name is what people type).
    /// </summary>
    public static int Distance(string left, string right)
    {
        if (left.Equals(right, StringComparison.Ordinal))
            return 0;
        if (left.Length > 3 && right.Contains(left, StringComparison.Ordinal))
            return 1;

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[right.Length];
    }

    /// <summary>The candidate nearest to <paramref name="text"/>, or null when none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        var wanted = Fold(text);
        return candidates.Select(candidate => (candidate, distance: Distance(wanted, Fold(candidate))))
            .Where(pair => pair.distance <= Math.Max(1, wanted.Length / 3))
            .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate).FirstOrDefault();
    }
}
