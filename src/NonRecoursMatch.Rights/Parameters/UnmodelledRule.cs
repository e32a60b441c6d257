namespace NonRecoursMatch.Rights.Parameters;

/// <summary>A rule of law that the engine does not apply; carried into reports so that nobody takes silence for a check.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Benefit"><c>rsa</c>, <c>ppa</c>, <c>c2s</c>, <c>aspa</c> or <c>asi</c>.</param>
/// <param name="Fr">What is not modelled and what follows, in French.</param>
/// <param name="En">The same in English.</param>
/// <param name="Article">Article or source.</param>
/// <param name="When">The only situation in which it can matter, or null for all.</param>
/// <param name="Raises">Whether it could open a right that is refused without it.</param>
/// <param name="Doubts">Whether its absence makes the verdict unsure wherever it can matter: to be checked, neither presumed nor refused.</param>
public sealed record UnmodelledRule(string Id, string Benefit, string Fr, string En, string Article, string? When, bool Raises, bool Doubts)
{
    /// <summary>Reads <c>unmodelled.yaml</c>, in the order of the file.</summary>
    /// <exception cref="RightsDataException">A key is missing or an id is there twice.</exception>
    internal static IReadOnlyList<UnmodelledRule> Read(string path, string name)
    {
        var rules = (YamlFile.Read<Document>(path, name).Rules ?? []).Select(entry => new UnmodelledRule(
            YamlFile.Required(entry.Id, "id", name),
            YamlFile.Required(entry.Benefit, "benefit", name),
            YamlFile.Required(entry.Fr, "fr", name),
            YamlFile.Required(entry.En, "en", name),
            YamlFile.Required(entry.Article, "article", name),
            entry.When,
            entry.Raises,
            entry.Doubts)).ToList();
        var twice = rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? rules : throw new RightsDataException($"{name}: `{twice.Key}` is there twice");
    }

    sealed class Document
    {
        public List<Entry>? Rules { get; set; }
    }

    sealed class Entry
    {
        public string? Id { get; set; }

        public string? Benefit { get; set; }

        public string? Fr { get; set; }

        public string? En { get; set; }

        public string? Article { get; set; }

        public string? When { get; set; }

        public bool Raises { get; set; }

        public bool Doubts { get; set; }
    }
}
