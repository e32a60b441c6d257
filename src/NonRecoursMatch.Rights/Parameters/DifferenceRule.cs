namespace NonRecoursMatch.Rights.Parameters;

/// <summary>A point on which the engine follows the law and OpenFisca-France does not (<c>differences.yaml</c>).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Benefit">Benefit where it shows first.</param>
/// <param name="Fr">The difference, in French.</param>
/// <param name="En">In English.</param>
/// <param name="Reference">The text followed.</param>
public sealed record DifferenceRule(string Id, string Benefit, string Fr, string En, string Reference)
{
    /// <summary>Reads <c>differences.yaml</c>, in the order of the file.</summary>
    /// <exception cref="RightsDataException">A key is missing.</exception>
    internal static IReadOnlyList<DifferenceRule> Read(string path, string name)
        => [.. (YamlFile.Read<Document>(path, name).Differences ?? []).Select(entry => new DifferenceRule(
            YamlFile.Required(entry.Id, "id", name), YamlFile.Required(entry.Benefit, "benefit", name), YamlFile.Required(entry.Fr, "fr", name),
            YamlFile.Required(entry.En, "en", name), YamlFile.Required(entry.Reference, "reference", name)))];

    sealed class Document
    {
        public List<Entry>? Differences { get; set; }
    }

    sealed class Entry
    {
        public string? Id { get; set; }

        public string? Benefit { get; set; }

        public string? Fr { get; set; }

        public string? En { get; set; }

        public string? Reference { get; set; }
    }
}
