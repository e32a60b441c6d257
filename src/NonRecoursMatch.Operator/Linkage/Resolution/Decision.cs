using NonRecoursMatch.Columns;
using NonRecoursMatch.Operator.Linkage.Model;
using NonRecoursMatch.Operator.Linkage.Pairs;
using NonRecoursMatch.Operator.Linkage.Tokens;

namespace NonRecoursMatch.Operator.Linkage.Resolution;

/// <summary>Why a pair is in the review queue.</summary>
enum ReviewReason
{
    /// <summary>Several persons of that identity.</summary>
    Homonyms,

    /// <summary>The weight is above even odds, and below a link.</summary>
    Weight,

    /// <summary>Two persons, or two records of one source, resemble it alike.</summary>
    Tie,

    /// <summary>Given names differ.</summary>
    GivenName,

    /// <summary>Birth dates differ, or are not known well enough.</summary>
    Birth,

    /// <summary>Surnames differ.</summary>
    Surname,

    /// <summary>Sexes differ.</summary>
    Sex,
}

/// <summary>What a record asks for, before the others have spoken.</summary>
/// <param name="Person">The person it would join; null when it asks for none.</param>
/// <param name="Founded">The person has no NIR: it exists only if two records ask for it.</param>
/// <param name="Kind">How.</param>
/// <param name="Weight">Weight of the best pair.</param>
/// <param name="Exact">By an identity token.</param>
readonly record struct Claim(Key128 Person, bool Founded, LinkKind Kind, double Weight, bool Exact);

/// <summary>The rule for one record: docs/linkage.md gives it in the same order.</summary>
static class Decision
{
    /// <summary>Least weight of a link: nine chances in ten.</summary>
    public static double LeastWeight { get; } = Math.Log2(9);

    /// <summary>Least distance to the second best: twenty to one.</summary>
    public static double LeastMargin { get; } = Math.Log2(20);

    const double CertainWeight = 10;

    /// <summary>By an identity token that designates one person, unless what else is known contradicts it.</summary>
    public static Claim? Exact(RecordCandidates record)
    {
        if (record.Designated is not { } person)
            return null;
        Pair? support = null;
        foreach (var pair in record.Pairs)
        {
            var bears = record.DesignatedFounded ? pair.Other.Nir is null : pair.Other.Nir == person;
            if (bears && pair.Agreement is { SameName: true, Birth: BirthLevel.Exact or BirthLevel.NewYear } && (support is null || pair.Weight > support.Value.Weight))
                support = pair;
        }

        if (support is not { } best)
            return new Claim(person, record.DesignatedFounded, LinkKind.Probable, LeastWeight, Exact: true);
        if (best.Agreement.Sex == PlaceLevel.Different || best.Agreement.BirthPlace == PlaceLevel.Different || FamilyGuard.Suspect(best.Agreement) != GuardReason.None)
            return null;
        return new Claim(person, record.DesignatedFounded, best.Agreement.SamePlace ? LinkKind.Certain : LinkKind.Probable, best.Weight, Exact: true);
    }

    /// <summary>The best of the pairs that <paramref name="among"/> lets through, and the best of another person's.</summary>
    public static (Pair? Best, Pair? Second) Leaders(RecordCandidates record, Predicate<Bearer> among)
    {
        Pair? best = null;
        Pair? second = null;
        foreach (var pair in record.Pairs)
        {
            if (!among(pair.Other))
                continue;
            if (best is null || pair.Weight > best.Value.Weight)
            {
                if (best is not null && !SamePerson(best.Value.Other, pair.Other))
                    second = best;
                best = pair;
            }
            else if (!SamePerson(best.Value.Other, pair.Other) && (second is null || pair.Weight > second.Value.Weight))
            {
                second = pair;
            }
        }

        return (best, second);
    }

    /// <summary>What keeps the best pair from being a link, or null.</summary>
    public static ReviewReason? Obstacle(FamilyGuard guard, Pair best, Pair? second) => guard.Check(best.Agreement) switch
    {
        GuardReason.GivenName => ReviewReason.GivenName,
        GuardReason.Birth => ReviewReason.Birth,
        GuardReason.Surname => ReviewReason.Surname,
        GuardReason.Sex => ReviewReason.Sex,
        _ when best.Weight < LeastWeight => ReviewReason.Weight,
        _ when second is { } other && best.Weight - other.Weight < LeastMargin => ReviewReason.Tie,
        _ => null,
    };

    /// <summary>How sure a link is.</summary>
    public static LinkKind KindOf(Pair pair)
        => pair.Weight >= CertainWeight && pair.Agreement is { SameName: true, Birth: BirthLevel.Exact, SamePlace: true, Sex: not PlaceLevel.Different }
            ? LinkKind.Certain
            : LinkKind.Probable;

    static bool SamePerson(Bearer one, Bearer other) => one.Nir is { } nir ? other.Nir == nir : one == other;
}
