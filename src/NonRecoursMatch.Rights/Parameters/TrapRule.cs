using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Rights.Parameters;

/// <summary>Advice that can harm: what to ask or to say before it (<c>traps.yaml</c>). Never a refusal.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Benefit">Benefit that is above 0.</param>
/// <param name="From">First month in which it applies.</param>
/// <param name="When">Situation of the household, or null for all.</param>
/// <param name="IsQuestion">A question, which leaves the right to be checked; else a caution.</param>
/// <param name="Fr">What is asked or said, in French.</param>
/// <param name="En">In English.</param>
/// <param name="Article">Articles.</param>
public sealed record TrapRule(string Id, string Benefit, YearMonth From, string? When, bool IsQuestion, string Fr, string En, string Article)
{
    /// <summary>Reads <c>traps.yaml</c>, in the order of the file.</summary>
    /// <exception cref="RightsDataException">A key is missing, or a word unknown.</exception>
    internal static IReadOnlyList<TrapRule> Read(string path, string name)
        => [.. (YamlFile.Read<Document>(path, name).Traps ?? []).Select(entry => new TrapRule(
            YamlFile.Required(entry.Id, "id", name), YamlFile.Required(entry.Benefit, "benefit", name), YamlFile.RequiredMonth(entry.Depuis, "depuis", name), entry.Quand,
            entry.Issue switch { "question" => true, "precaution" => false, _ => throw new RightsDataException($"{name}: `issue` must be question or precaution") },
            YamlFile.Required(entry.Fr, "fr", name), YamlFile.Required(entry.En, "en", name), YamlFile.Required(entry.Article, "article", name)))];

    sealed class Document
    {
        public List<Entry>? Traps { get; set; }
    }

    sealed class Entry
    {
        public string? Id { get; set; }

        public string? Benefit { get; set; }

        public string? Depuis { get; set; }

        public string? Quand { get; set; }

        public string? Issue { get; set; }

        public string? Fr { get; set; }

        public string? En { get; set; }

        public string? Article { get; set; }
    }
}
