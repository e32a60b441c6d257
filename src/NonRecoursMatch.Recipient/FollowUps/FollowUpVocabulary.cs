using System.Globalization;
using System.Text;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>The words that a returned list may hold, with their codes. People retype: case, accents and spaces around do not count.</summary>
/// <param name="outcomes">Words of the follow-up column.</param>
/// <param name="benefits">Words of the benefit column.</param>
public sealed class FollowUpVocabulary(IEnumerable<KeyValuePair<string, string>> outcomes, IEnumerable<KeyValuePair<string, string>> benefits)
{
    /// <summary>Code of the outcome that is an incident.</summary>
    public const string WrongPerson = "mauvaise_personne";

    /// <summary>Code of a claim made.</summary>
    public const string Claimed = "demande_deposee";

    /// <summary>Code of a right that is open.</summary>
    public const string Open = "deja_ouvert";

    /// <summary>Code of the outcome that is none yet.</summary>
    public const string NotReached = "a_joindre";

    /// <summary>Code of a refusal.</summary>
    public const string Refused = "refus";

    /// <summary>Code of a person who does not wish to claim.</summary>
    public const string Unwilling = "ne_souhaite_pas";

    readonly Dictionary<string, string> _outcomes = Folded(outcomes);
    readonly Dictionary<string, string> _benefits = Folded(benefits);
    readonly Dictionary<string, string> _evaluation = Folded(EvaluationWords.All);

    /// <summary>Code of an outcome, or null.</summary>
    public string? Outcome(string word) => _outcomes.GetValueOrDefault(Fold(word));

    /// <summary>Code of a benefit, empty for an empty cell, or null.</summary>
    public string? Benefit(string word) => word.Trim().Length == 0 ? "" : _benefits.GetValueOrDefault(Fold(word));

    /// <summary>Code of what a person said of the evaluation, empty for an empty cell, or null.</summary>
    public string? Evaluation(string word) => word.Trim().Length == 0 ? "" : _evaluation.GetValueOrDefault(Fold(word));

    static Dictionary<string, string> Folded(IEnumerable<KeyValuePair<string, string>> words)
    {
        var folded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, code) in words)
            folded[Fold(word)] = code;
        return folded;
    }

    static string Fold(string word)
    {
        var letters = word.Trim().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return string.Join(' ', string.Concat(letters).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
