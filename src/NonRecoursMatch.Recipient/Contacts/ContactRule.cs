using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>Why a person is not contacted this time.</summary>
public enum HoldCause
{
    /// <summary>Contacted, or helped with a claim, less than three months ago.</summary>
    ContactRecent,

    /// <summary>Refused less than a year ago.</summary>
    Refus,

    /// <summary>An earlier contact reached somebody else: the link is under inquiry.</summary>
    MauvaisePersonne,

    /// <summary>Opposed, to all the benefits of the list or to this processing.</summary>
    Opposition,

    /// <summary>More persons than the body can contact this month.</summary>
    Capacite,
}

/// <summary>A person who is not contacted, and until when.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Until">The first day on which a contact is possible again; null when no day ends it.</param>
public sealed record Hold(HoldCause Cause, DateOnly? Until);

/// <summary>How long a person is left in peace after a contact.</summary>
public static class ContactRule
{
    /// <summary>Months after a contact or a claim.</summary>
    public const int MonthsAfterContact = 3;

    /// <summary>Months after a refusal.</summary>
    public const int MonthsAfterRefusal = 12;

    /// <summary>The hold that an answer causes, however old it is; null when nobody was reached.</summary>
    /// <param name="outcome">Code of the outcome.</param>
    /// <param name="day">Day of the contact.</param>
    public static Hold? Of(string outcome, DateOnly day) => outcome switch
    {
        FollowUpVocabulary.NotReached => null,
        FollowUpVocabulary.WrongPerson => new Hold(HoldCause.MauvaisePersonne, null),
        FollowUpVocabulary.Refused or FollowUpVocabulary.Unwilling => new Hold(HoldCause.Refus, day.AddMonths(MonthsAfterRefusal)),
        _ => new Hold(HoldCause.ContactRecent, day.AddMonths(MonthsAfterContact)),
    };

    /// <summary>Whether a hold still applies: on the day that ends it, a contact is possible again.</summary>
    public static bool Applies(Hold hold, DateOnly today) => hold.Until is not { } until || today < until;

    /// <summary>The longer of two holds.</summary>
    public static Hold? Longer(Hold? first, Hold? second)
        => first is null ? second
            : second is null || first.Until is null ? first
            : second.Until is null || second.Until > first.Until ? second : first;
}
