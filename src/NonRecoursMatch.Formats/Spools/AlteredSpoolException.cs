namespace NonRecoursMatch.Formats.Spools;

/// <summary>Spilled rows are not what was written.</summary>
public sealed class AlteredSpoolException(string path, long offset) : IOException($"{path} was altered: what is read at {offset} is not what was written there")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
