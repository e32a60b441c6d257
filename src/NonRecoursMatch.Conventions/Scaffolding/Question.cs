using System.Globalization;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>A question of <c>convention new</c>.</summary>
/// <param name="Id">Where its answer goes, for example <c>sources.caf-35.base_legale</c>: its name in a file of answers, and in the gap that it leaves.</param>
/// <param name="Form">What an answer looks like.</param>
/// <param name="Default">Taken when there is no answer; null where only who answers for it may decide: legal grounds, documents, dates.</param>
public sealed record Question(string Id, AnswerForm Form, string? Default = null)
{
    /// <summary>The sentence, in a language.</summary>
    public string Text(CultureInfo culture)
    {
        // sources.caf-35.nom is asked like every sources.*.nom, with the name in the middle as its argument.
        var parts = Id.Split('.');
        var key = parts is ["sources" or "certificats" or "responsables" or "prestations", _, _] ? $"{parts[0]}.{parts[2]}" : Id;
        return Texts.Format("ask." + key, culture, parts.Length == 3 ? parts[1] : "");
    }
}

/// <summary>Who answers.</summary>
public interface IAnswers
{
    /// <summary>The answer to a question, of its form.</summary>
    /// <returns>Null when nobody answers: the place is then left as a gap.</returns>
    string? To(Question question);
}
