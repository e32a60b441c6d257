namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>What stands in an agreement where nobody has answered yet.</summary>
public static class Gap
{
    const string Mark = "À COMPLÉTER";

    /// <summary>The text for an unanswered question.</summary>
    public static string Of(string question) => $"{Mark} ({question})";

    /// <summary>Whether a text is one; people also write the words themselves.</summary>
    public static bool Is(string text) => text.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) || text.StartsWith("A COMPLETER", StringComparison.OrdinalIgnoreCase);
}
