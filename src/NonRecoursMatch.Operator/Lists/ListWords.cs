using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Foyers;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Operator.Lists;

/// <summary>The words of the lists with their codes, in every language of the lists: what a returned list is read with.</summary>
public static class ListWords
{
    static readonly ListTexts[] s_languages = [new(CultureInfo.GetCultureInfo("fr")), new(CultureInfo.GetCultureInfo("en"))];

    /// <summary>The choices of the follow-up column.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Outcomes
        => s_languages.SelectMany(language => ListTexts.FollowUpCodes.Zip(language.FollowUps, (code, word) => KeyValuePair.Create(word, code)));

    /// <summary>The same in one language, by code, in the order in which they are offered.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> OutcomesIn(CultureInfo language)
        => [.. ListTexts.FollowUpCodes.Zip(new ListTexts(language).FollowUps, KeyValuePair.Create)];

    /// <summary>What rows of any agreement may be about.</summary>
    public static IEnumerable<KeyValuePair<string, string>> AllBenefits
        => s_languages.SelectMany(language => Enum.GetValues<Sujet>().Select(sujet => KeyValuePair.Create(language.Sujet(sujet), Subjects.NameOf(sujet))));

    /// <summary>Code of the rule behind each reason, in every language: what a report counts by.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = s_languages.SelectMany(language => Enum.GetValues<Motif>().Select(reason => KeyValuePair.Create(language.Motif(reason), reason.ToString())))
        .DistinctBy(reason => reason.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>The caution that asks not to write, in every language.</summary>
    public static IReadOnlyList<string> NoLetter => [.. s_languages.Select(language => language.Cautions(Cautions.PasDeCourrier))];

    /// <summary>What the rows of an agreement's lists are about.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Benefits(Agreement agreement)
        => s_languages.SelectMany(language => Subjects.Of(agreement).Select(sujet => KeyValuePair.Create(language.Sujet(sujet), Subjects.NameOf(sujet))));
}
