namespace NonRecoursMatch.Rights.Articles;

/// <summary>Ties a step of a rule to the text that it applies, so that documents and explanations name it and a reader can check it.</summary>
/// <param name="reference">Article and code, for example <c>R815-29 CSS</c>, or the public document that sets the guard.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ArticleAttribute(string reference) : Attribute
{
    /// <summary>Article and code.</summary>
    public string Reference { get; } = reference;
}
