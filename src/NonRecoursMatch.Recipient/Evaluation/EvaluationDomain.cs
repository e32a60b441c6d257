using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Recipient.Evaluation;

/// <summary>
/// The key domain of the evaluation feed, which is another processing than the lists (arrêté of 12 May 2025): its purpose enters the derivation, so
/// that no token of one is a token of the other, whatever the root key (invariant I7).
/// </summary>
public static class EvaluationDomain
{
    /// <summary>The purpose stamp.</summary>
    public const string Purpose = "evaluation";

    /// <summary>Last day of the data at the evaluators, unless the data protection officer sets another one.</summary>
    public static readonly DateOnly DefaultExpiry = new(2027, 5, 31);

    /// <summary>
    /// The domain of a feed. Its month is that in which the feed expires: the months of one evaluation can be followed together, and nothing can be
    /// joined to what comes after it.
    /// </summary>
    public static CampaignDomain Of(Agreement agreement, DateOnly expiry)
        => new(agreement.Id, YearMonth.Of(expiry), agreement.Territory.Code ?? "", Purpose);
}
