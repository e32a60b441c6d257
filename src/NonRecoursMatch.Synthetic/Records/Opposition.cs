using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Records;

/// <summary>An opposition that a body received.</summary>
/// <param name="Record">The body's own record, where the opposition quotes its reference; null where it was received with an identity.</param>
/// <param name="Scope"><c>toutes</c>, or benefit codes joined with <c>+</c>.</param>
/// <param name="Mask">The same as a bit mask: C2S 1, ASPA 2, RSA 4, PPA 8.</param>
/// <param name="Channel">How it came.</param>
internal sealed record Opposition(PlannedSource Source, Person Person, SourceRecord? Record, string Scope, int Mask, DateOnly Date, string Channel)
{
    /// <summary>The mask of an opposition to everything.</summary>
    public const int Everything = 15;
}
