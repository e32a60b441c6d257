using NonRecoursMatch.Columns;
using NonRecoursMatch.Recipient.FollowUps;
using NonRecoursMatch.Recipient.Reopening;

namespace NonRecoursMatch.Recipient.Measures;

/// <summary>A row of a delivered list, as far as the level of the list goes.</summary>
/// <param name="Month">Month of the list.</param>
/// <param name="Source">Source of the person.</param>
/// <param name="Handle">Handle.</param>
/// <param name="Benefit">Code of the benefit; empty where the list names none.</param>
/// <param name="Right">What the list says of it.</param>
public sealed record ListedBenefit(YearMonth Month, string Source, Key128 Handle, string Benefit, ListedRight Right)
{
    /// <summary>The rows of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="vocabulary">Benefits with their codes.</param>
    public static IEnumerable<ListedBenefit> Of(DeliveredManifest list, FollowUpVocabulary vocabulary)
        => ListRows.Read(list).SelectMany(person => person.Rights.Select(right => new ListedBenefit(
            list.Month, person.Source, person.Handle, vocabulary.Benefit(right.Benefit) ?? throw new RecipientException(RecipientRefusal.AlteredList, list.ListPath), right)));
}
