using NonRecoursMatch.Recipient.FollowUps;

namespace NonRecoursMatch.Recipient.Contacts;

/// <summary>The operator's words that a list is made of, as far as a contact needs to understand them.</summary>
/// <param name="Vocabulary">Benefits and outcomes, with their codes.</param>
/// <param name="Choices">The choices of the follow-up column, in the language of the list.</param>
/// <param name="Outcomes">The same by code.</param>
/// <param name="NoLetter">The caution that forbids a letter, in every language.</param>
public sealed record ContactWords(FollowUpVocabulary Vocabulary, IReadOnlyList<string> Choices, IReadOnlyDictionary<string, string> Outcomes, IReadOnlyList<string> NoLetter);
