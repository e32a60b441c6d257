namespace NonRecoursMatch.Conventions.Reading;

/// <summary>A value of a YAML document with its place: what faults point at.</summary>
/// <param name="Path">For example <c>sources[2].base_nir</c>; empty for the document.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
abstract record YamlValue(string Path, int Line, int Column);

/// <summary>A text, number, flag or null. Plain: written without quotes, so that its type is resolved (YAML core schema).</summary>
sealed record YamlScalar(string Path, int Line, int Column, string Text, bool Plain) : YamlValue(Path, Line, Column);

/// <summary>A list.</summary>
sealed record YamlList(string Path, int Line, int Column, IReadOnlyList<YamlValue> Items) : YamlValue(Path, Line, Column)
{
    /// <summary>The items as texts.</summary>
    public IEnumerable<YamlScalar> Scalars => Items.Cast<YamlScalar>();
}

/// <summary>A mapping, in the order of the file.</summary>
sealed record YamlMap(string Path, int Line, int Column, IReadOnlyList<KeyValuePair<string, YamlValue>> Entries) : YamlValue(Path, Line, Column)
{
    /// <summary>The value of a key, or null.</summary>
    public YamlValue? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.Ordinal)).Value;

    /// <summary>The text of a key that the schema guarantees.</summary>
    public string Text(string key) => Scalar(key).Text;

    /// <summary>The text of an optional key, or null.</summary>
    public string? TextOrNull(string key) => (Find(key) as YamlScalar)?.Text;

    /// <summary>The scalar of a key that the schema guarantees.</summary>
    public YamlScalar Scalar(string key) => (YamlScalar)Find(key)!;

    /// <summary>The mapping of a key that the schema guarantees.</summary>
    public YamlMap Map(string key) => (YamlMap)Find(key)!;

    /// <summary>The list of a key that the schema guarantees.</summary>
    public YamlList List(string key) => (YamlList)Find(key)!;
}
