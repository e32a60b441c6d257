using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Operator.Lists.Revisions;

namespace NonRecoursMatch.Cli.Running;

/// <summary>
/// A folder that takes its final name only when all of it is complete. Disposing without <see cref="Publish"/> (error, Ctrl-C) removes it,
/// unless it is to be taken up again.
/// </summary>
sealed class StagingFolder : IDisposable
{
    readonly string _final;
    bool _kept;

    /// <summary>Prepares a folder beside <paramref name="final"/>; what an interrupted run may have left there is removed.</summary>
    /// <param name="final">The final name.</param>
    /// <param name="mark">A file that every result of this kind holds: a folder without it is somebody's, and is never replaced. Null: none is ever replaced.</param>
    /// <param name="keepLeftover">Whether to go on with what an interrupted run has left.</param>
    /// <exception cref="CliException">The folder cannot be created, or holds something else (73).</exception>
    public StagingFolder(string final, string? mark, bool keepLeftover = false)
    {
        _final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(final));
        Folder = NameOf(_final);
        try
        {
            if (File.Exists(_final))
                throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.OutIsFile", _final));
            if (Directory.Exists(_final) && Directory.EnumerateFileSystemEntries(_final).Any() && (mark is null || !File.Exists(Path.Combine(_final, mark))))
                throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.NoEarlierResult", _final, mark ?? PreviousResult.ReportFile));
            if (!keepLeftover)
                Remove(Folder);
            Directory.CreateDirectory(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.CannotCreate, CliTexts.Format("Error.CannotCreate", _final, e.Message));
        }
    }

    /// <summary>Where to write.</summary>
    public string Folder { get; }

    /// <summary>The temporary name of a folder.</summary>
    public static string NameOf(string final) => final + ".partial";

    /// <summary>Removes what an interrupted run may have left for a folder.</summary>
    public static void RemoveLeftover(string final) => Remove(NameOf(final));

    /// <summary>Leaves the folder under its temporary name, to be taken up again.</summary>
    public void Keep() => _kept = true;

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
    public void Dispose()
    {
        if (!_kept)
            Remove(Folder);
    }

    static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
