using System.Globalization;
using NonRecoursMatch.Recipient.Contacts;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>
/// What a returned list may say of the evaluation of the experiment (arrêté of 12 May 2025): a person is told of it at the first contact, and may
/// object to it without any effect on its file. Nobody is in the evaluation whom nobody told.
/// </summary>
public static class EvaluationWords
{
    /// <summary>Name of the column.</summary>
    public const string Column = "evaluation";

    /// <summary>Code of a person who was told.</summary>
    public const string Informed = "informe";

    /// <summary>Code of a person who was told and objected.</summary>
    public const string Opposed = "oppose";

    static readonly string[] s_codes = [Informed, Opposed];

    /// <summary>The choices of the column, in the language of a list.</summary>
    public static IReadOnlyList<string> Choices(ContactTexts texts) => [.. s_codes.Select(code => texts.Get("Evaluation." + code))];

    /// <summary>The words of the column in every language, with their codes.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All { get; } =
    [
        .. new[] { "fr", "en" }.Select(language => new ContactTexts(CultureInfo.GetCultureInfo(language))).SelectMany(texts => Choices(texts).Zip(s_codes, KeyValuePair.Create)),
    ];

    /// <summary>What counts of two answers about one person: an objection is never lost.</summary>
    public static string Stronger(string first, string second) => first == Opposed || second.Length == 0 ? first : second;
}
