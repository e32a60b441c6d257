namespace NonRecoursMatch.Recipient.Evaluation;

/// <summary>Whom a feed is for, and so how much it says.</summary>
public enum EvaluationProfile
{
    /// <summary>The evaluating consortium: with the pseudonym.</summary>
    Evaluateur,

    /// <summary>The scientific committee: the same rows without the pseudonym.</summary>
    ComiteScientifique,

    /// <summary>The DGCS: generalised until nobody is alone.</summary>
    Dgcs,
}

/// <summary>The words of the profiles.</summary>
public static class EvaluationProfiles
{
    // The committee has the data for six months after the end of the evaluation.
    const int MonthsOfCommittee = 6;

    static readonly string[] s_words = ["evaluateur", "comite-scientifique", "dgcs"];

    /// <summary>All words.</summary>
    public static IReadOnlyList<string> Words => s_words;

    /// <summary>The word of a profile.</summary>
    public static string Word(EvaluationProfile profile) => s_words[(int)profile];

    /// <summary>The profile of a word.</summary>
    public static EvaluationProfile Of(string word) => (EvaluationProfile)Array.IndexOf(s_words, word);

    /// <summary>The last day on which a profile may be used, from that of the feed.</summary>
    public static DateOnly Expiry(EvaluationProfile profile, DateOnly feed)
        => profile == EvaluationProfile.Evaluateur ? feed : Columns.YearMonth.Of(feed).AddMonths(MonthsOfCommittee).LastDay;
}
