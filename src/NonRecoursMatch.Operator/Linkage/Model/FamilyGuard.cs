using NonRecoursMatch.Operator.Linkage.Pairs;

namespace NonRecoursMatch.Operator.Linkage.Model;

/// <summary>Why a pair is left to a human however high its weight: relatives agree on surname, birth place and residence.</summary>
enum GuardReason
{
    /// <summary>Nothing against a link.</summary>
    None,

    /// <summary>Given names differ: twins, brothers and sisters.</summary>
    GivenName,

    /// <summary>Birth dates differ, or are not known well enough: parent and child of one name, homonyms.</summary>
    Birth,

    /// <summary>Surnames differ, and birth date, given name and places are not all the same.</summary>
    Surname,

    /// <summary>Sexes differ while something else does.</summary>
    Sex,
}

/// <summary>
/// The family guard: evidence of Fellegi and Sunter adds up field by field as if fields were independent, which they are not among relatives. A
/// pair of these profiles is never a link, only a question; unless the files themselves show that they hold no such relatives
/// (<see cref="Resolution.GuardCalibration"/>), which the monthly job does not ask them.
/// </summary>
/// <param name="Open">Profiles that the files open.</param>
sealed record FamilyGuard(IReadOnlySet<int> Open)
{
    const int ProfileBits = 13;

    /// <summary>Every profile is held back.</summary>
    public static FamilyGuard Strict { get; } = new(new HashSet<int>());

    /// <summary>
    /// The levels of an agreement that tell relatives from one person: all but sex and the class of the name. Nothing of what surrounds the pair may
    /// enter here: refutation counts only while it does not depend on the profile.
    /// </summary>
    public static int ProfileOf(Agreement pair) => pair.Code & ((1 << ProfileBits) - 1);

    /// <summary>What holds a pair back.</summary>
    public GuardReason Check(Agreement pair) => Open.Contains(ProfileOf(pair)) ? GuardReason.None : Suspect(pair);

    /// <summary>What holds a pair back where nothing is known of the files.</summary>
    public static GuardReason Suspect(Agreement pair)
    {
        if (pair.GivenName is FirstNameLevel.Missing or FirstNameLevel.Initial or FirstNameLevel.Different)
            return GuardReason.GivenName;
        if (!IsBirthSure(pair))
            return GuardReason.Birth;
        if (pair.Surname == FamilyNameLevel.Missing || (pair.Surname == FamilyNameLevel.Different && !IsChangeOfName(pair)))
            return GuardReason.Surname;
        return pair.Sex == PlaceLevel.Different && !(pair.SameName && pair.Birth == BirthLevel.Exact) ? GuardReason.Sex : GuardReason.None;
    }

    /// <summary>A date that is not exactly the same, or is the 1 January of those whose birthday nobody knows, needs a place that is; nothing known of places contradicts nothing.</summary>
    static bool IsBirthSure(Agreement pair) => pair.Birth switch
    {
        BirthLevel.Exact => true,
        BirthLevel.NewYear or BirthLevel.Swapped or BirthLevel.Two => pair.SamePlace || pair is { BirthPlace: PlaceLevel.Missing, Residence: PlaceLevel.Missing },
        _ => false,
    };

    /// <summary>A name taken at marriage that only one source knows: birth date, given name and a place must be the same.</summary>
    static bool IsChangeOfName(Agreement pair)
        => pair is { Birth: BirthLevel.Exact, GivenName: FirstNameLevel.Exact or FirstNameLevel.Other, Sex: not PlaceLevel.Different, SamePlace: true };
}
