using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Recipient.Evaluation;

/// <summary>A person of the follow-up as the body's own extract knows it. Lives in memory only.</summary>
/// <param name="Source">Source.</param>
/// <param name="Texts">Canonical texts of name, given name and birth date; the first makes the pseudonym.</param>
/// <param name="Commune">Commune code; empty for a protected address.</param>
/// <param name="Opposed">Whether it opposed to the processing at the body.</param>
/// <param name="Answers">Its answers.</param>
sealed record MetPerson(string Source, IReadOnlyList<string> Texts, string Commune, bool Opposed, IReadOnlyList<DatedAnswer> Answers)
{
    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";
}
