using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Rights.Parameters;

/// <summary>
/// The dated values of the law, read from <c>conventions/rights</c>: <c>supported.yaml</c> (the months that may be computed),
/// <c>parameters/**.yaml</c> (one parameter a file), <c>unmodelled.yaml</c>, <c>inputs.yaml</c>, <c>traps.yaml</c> and <c>differences.yaml</c>. Immutable once loaded; safe to share between threads.
/// </summary>
public sealed class RightsParameters
{
    const string SupportedFile = "supported.yaml";
    const string UnmodelledFile = "unmodelled.yaml";
    const string InputsFile = "inputs.yaml";
    const string TrapsFile = "traps.yaml";
    const string DifferencesFile = "differences.yaml";
    const string ParametersFolder = "parameters";

    readonly SortedDictionary<string, Parameter> _parameters;

    RightsParameters(SortedDictionary<string, Parameter> parameters, YearMonth from, YearMonth to, IReadOnlyList<UnmodelledRule> unmodelled, string digest)
        => (_parameters, SupportedFrom, SupportedTo, Unmodelled, Digest) = (parameters, from, to, unmodelled, digest);

    /// <summary>First month of right that may be computed.</summary>
    public YearMonth SupportedFrom { get; }

    /// <summary>Last month of right that may be computed.</summary>
    public YearMonth SupportedTo { get; }

    /// <summary>Rules that are not applied.</summary>
    public IReadOnlyList<UnmodelledRule> Unmodelled { get; }

    /// <summary>Inputs, and what follows when one is missing.</summary>
    public required IReadOnlyList<InputRule> Inputs { get; init; }

    /// <summary>Traps for people.</summary>
    public required IReadOnlyList<TrapRule> Traps { get; init; }

    /// <summary>Where OpenFisca-France and the law part.</summary>
    public required IReadOnlyList<DifferenceRule> Differences { get; init; }

    /// <summary>SHA-256 over all the files, lower-case hexadecimal: the same digest means the same law.</summary>
    public string Digest { get; }

    /// <summary>All parameters, by id.</summary>
    public IReadOnlyCollection<Parameter> All => _parameters.Values;

    /// <summary>Reads the rights folder.</summary>
    /// <param name="directory">The folder <c>conventions/rights</c>.</param>
    /// <exception cref="RightsDataException">A file is missing or faulty: the message names the file, and the line where YAML gives one.</exception>
    public static RightsParameters Load(string directory)
    {
        var supported = YamlFile.Read<Period>(Path.Combine(directory, SupportedFile), SupportedFile);
        var from = YamlFile.RequiredMonth(supported.From, "from", SupportedFile);
        var to = YamlFile.RequiredMonth(supported.To, "to", SupportedFile);
        var names = ParameterNames(directory);
        var parameters = new SortedDictionary<string, Parameter>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var parameter = ParameterFile.Read(Path.Combine(directory, name), IdOf(name), name);
            parameters.Add(parameter.Id, parameter);
        }

        var unmodelled = UnmodelledRule.Read(Path.Combine(directory, UnmodelledFile), UnmodelledFile);
        string[] files = [.. names, SupportedFile, UnmodelledFile, InputsFile, TrapsFile, DifferencesFile];
        return new RightsParameters(parameters, from, to, unmodelled, RightsDigest.Of(directory, files))
        {
            Inputs = InputRule.Read(Path.Combine(directory, InputsFile), InputsFile),
            Differences = DifferenceRule.Read(Path.Combine(directory, DifferencesFile), DifferencesFile),
            Traps = TrapRule.Read(Path.Combine(directory, TrapsFile), TrapsFile),
        };
    }

    /// <summary>The parameter of an id.</summary>
    /// <exception cref="RightsDataException">There is none.</exception>
    public Parameter this[string id] => _parameters.TryGetValue(id, out var parameter)
        ? parameter
        : throw new RightsDataException($"{id}: no such parameter in conventions/rights/{ParametersFolder}");

    /// <summary>The only value of a parameter in a month.</summary>
    /// <exception cref="RightsDataException">No such parameter, or no value for that month.</exception>
    public DatedValue At(string id, YearMonth month) => this[id].At(month);

    /// <summary>Refuses a month of right outside the supported period.</summary>
    /// <exception cref="RightsDataException">The month is outside.</exception>
    public void RequireSupported(YearMonth month)
    {
        if (month < SupportedFrom || month > SupportedTo)
            throw new RightsDataException($"rights can be computed from {SupportedFrom} to {SupportedTo}; {month} has no complete set of parameters");
    }

    /// <summary>Every value in force in a month, with its reference, by parameter id.</summary>
    /// <exception cref="RightsDataException">The month is not supported.</exception>
    public IReadOnlyList<ParameterInForce> InForce(YearMonth month)
    {
        RequireSupported(month);
        return [.. _parameters.Values.Select(parameter => new ParameterInForce(parameter, parameter.At(month)))];
    }

    /// <summary>The values in force in a month that are only estimated: reports name them.</summary>
    /// <exception cref="RightsDataException">The month is not supported.</exception>
    public IReadOnlyList<ParameterInForce> Estimated(YearMonth month)
        => [.. InForce(month).Where(entry => entry.Value.Status == ParameterStatus.Estimated)];

    static List<string> ParameterNames(string directory)
    {
        var root = Path.Combine(directory, ParametersFolder);
        if (!Directory.Exists(root))
            throw new RightsDataException($"{ParametersFolder}: the folder is missing");
        return [.. Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)];
    }

    static string IdOf(string name) => Path.ChangeExtension(name, null)[(ParametersFolder.Length + 1)..].Replace('/', '.');

    sealed class Period
    {
        public string? From { get; set; }

        public string? To { get; set; }
    }
}
