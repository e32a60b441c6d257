using System.Globalization;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Foyers;

namespace NonRecoursMatch.Operator.Lists;

/// <summary>The words of the lists with their codes, in every language of the lists: what a returned list is read with.</summary>
public static class ListWords
{
    static readonly ListTexts[] s_languages = [new(CultureInfo.GetCultureInfo("fr")), new(CultureInfo.GetCultureInfo("en"))];

    /// <summary>The choices of the follow-up column.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Outcomes
        => s_languages.SelectMany(language => ListTexts.FollowUpCodes.Zip(language.FollowUps, (code, word) => KeyValuePair.Create(word, code)));

    /// <summary>What the rows of an agreement's lists are about.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Benefits(Agreement agreement)
        => s_languages.SelectMany(language => Subjects.Of(agreement).Select(sujet => KeyValuePair.Create(language.Sujet(sujet), Subjects.NameOf(sujet))));
}
