namespace NonRecoursMatch.Rights.Parameters;

/// <summary>An input that benefits read, and what follows when it is missing (<c>inputs.yaml</c>).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Indispensable">Benefits that cannot be presumed without it.</param>
/// <param name="Useful">Benefits whose amount it changes.</param>
/// <param name="OverPresumes">Whether computing without it presumes too much (else, misses rights).</param>
/// <param name="DefaultFr">The cautious default, in French.</param>
/// <param name="DefaultEn">In English.</param>
/// <param name="QuestionFr">The question to ask, in French.</param>
/// <param name="QuestionEn">In English.</param>
/// <param name="Reference">Articles.</param>
public sealed record InputRule(
    string Id, IReadOnlyList<string> Indispensable, IReadOnlyList<string> Useful, bool OverPresumes, string DefaultFr, string DefaultEn, string QuestionFr,
    string QuestionEn, string Reference)
{
    /// <summary>Whether a benefit reads it.</summary>
    public bool Matters(string benefit) => Indispensable.Contains(benefit) || Useful.Contains(benefit);

    /// <summary>Reads <c>inputs.yaml</c>, in the order of the file.</summary>
    /// <exception cref="RightsDataException">A key is missing, or a word unknown.</exception>
    internal static IReadOnlyList<InputRule> Read(string path, string name)
        => [.. (YamlFile.Read<Document>(path, name).Inputs ?? []).Select(entry => new InputRule(
            YamlFile.Required(entry.Id, "id", name), Needing(entry, "indispensable", name), Needing(entry, "utile", name),
            entry.Erreur switch { "trop" => true, "peu" => false, _ => throw new RightsDataException($"{name}: `erreur` must be trop or peu") },
            YamlFile.Required(entry.Defaut?.Fr, "defaut", name), YamlFile.Required(entry.Defaut?.En, "defaut", name),
            YamlFile.Required(entry.Question?.Fr, "question", name), YamlFile.Required(entry.Question?.En, "question", name),
            YamlFile.Required(entry.Reference, "reference", name)))];

    static string[] Needing(Entry entry, string need, string name)
    {
        if (entry.Besoin is null || entry.Besoin.Values.Any(word => word is not ("indispensable" or "utile")))
            throw new RightsDataException($"{name}: `besoin` must say indispensable or utile by benefit");
        return [.. entry.Besoin.Where(pair => pair.Value == need).Select(pair => pair.Key)];
    }

    sealed class Document
    {
        public List<Entry>? Inputs { get; set; }
    }

    sealed class Entry
    {
        public string? Id { get; set; }

        public Dictionary<string, string>? Besoin { get; set; }

        public string? Erreur { get; set; }

        public Texts? Defaut { get; set; }

        public Texts? Question { get; set; }

        public string? Reference { get; set; }
    }

    sealed class Texts
    {
        public string? Fr { get; set; }

        public string? En { get; set; }
    }
}
