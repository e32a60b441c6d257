namespace NonRecoursMatch.EndToEnd;

/// <summary>An operator whose steps are run one by one over the packages of the generated territory.</summary>
sealed class SharedMonth : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly string _packages;
    readonly List<string> _more = [];

    public SharedMonth(GeneratedTerritory territory)
    {
        _packages = Path.Combine(territory.Output, "packages");
        Directory.CreateDirectory(_folder["operateur"]);
        File.Copy(Path.Combine(territory.Folder, "convention.yaml"), _folder["operateur", "convention.yaml"]);
    }

    public string this[params string[] parts] => _folder[parts];

    /// <summary>Where the steps hand each other their partitions.</summary>
    public string Work(params string[] parts) => _folder[["sortie", "travail", .. parts]];

    /// <summary>From now on the month goes without a source.</summary>
    public void Without(string source) => _more.AddRange(["--without", source, "--reason", "retard"]);

    /// <summary>Runs a step, or one partition of it; its messages.</summary>
    public string Ok(string step, string? partition = null) => NonRecours.Ok(Arguments(step, partition)).Error;

    /// <summary>Runs a step, or one partition of it, whatever the answer.</summary>
    public Answer Run(string step, string? partition) => NonRecours.Run(Arguments(step, partition));

    /// <summary>Expects a refusal whose message has these parts.</summary>
    public void Refused(int exitCode, string step, string? partition, params string[] said)
    {
        var answer = Run(step, partition);
        answer.ExitCode.ShouldBe(exitCode, answer.Error);
        foreach (var part in said)
            answer.Error.ShouldContain(part);
    }

    public void Dispose() => _folder.Dispose();

    string[] Arguments(string step, string? partition) =>
    [
        "match", "--convention", _folder["operateur"], "--month", GeneratedTerritory.Month, "--in", _packages, "--out", _folder["sortie"], "--stage", step,
        .. partition is null ? Array.Empty<string>() : ["--partition", partition], .. _more,
    ];
}
