namespace NonRecoursMatch.Cli.Running;

/// <summary>
/// A folder that takes its final name only when all of it is complete. Disposing without <see cref="Publish"/> (error, Ctrl-C) removes it.
/// </summary>
sealed class StagingFolder : IDisposable
{
    readonly string _final;

    /// <summary>Prepares an empty folder beside <paramref name="final"/>; what an interrupted run may have left there is removed.</summary>
    /// <exception cref="CliException">The folder cannot be created (73).</exception>
    public StagingFolder(string final)
    {
        _final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(final));
        Folder = _final + ".partial";
        try
        {
            if (File.Exists(_final))
                throw new CliException(ExitCode.CannotCreate, $"{_final} is a file; --out takes a folder");
            Remove(Folder);
            Directory.CreateDirectory(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.CannotCreate, $"{_final} cannot be created: {e.Message}");
        }
    }

    /// <summary>Where to write.</summary>
    public string Folder { get; }

    /// <summary>Gives the folder its final name; a previous result of the same name is replaced as a whole.</summary>
    public void Publish()
    {
        var previous = _final + ".previous";
        Remove(previous);
        if (Directory.Exists(_final))
            Directory.Move(_final, previous);
        Directory.Move(Folder, _final);
        Remove(previous);
    }

    /// <inheritdoc/>
    public void Dispose() => Remove(Folder);

    static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
