using System.Globalization;

namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>What stands in an agreement where nobody has answered yet.</summary>
public static class Gap
{
    const string Mark = "À COMPLÉTER";

    // An agreement is in French, like the texts that it cites, whoever prepares it.
    static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr");

    /// <summary>The text for an unanswered question: it asks again, and gives the name under which a file of answers would answer.</summary>
    public static string Of(Question question) => $"{Mark} : {question.Text(s_french)} ({question.Id})";

    /// <summary>Whether a text is one; people also write the words themselves.</summary>
    public static bool Is(string text) => text.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) || text.StartsWith("A COMPLETER", StringComparison.OrdinalIgnoreCase);
}
