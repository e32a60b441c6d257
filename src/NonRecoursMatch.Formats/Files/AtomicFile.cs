namespace NonRecoursMatch.Formats.Files;

/// <summary>
/// A file that exists under its final name only when it is complete: written beside it under a temporary name, flushed to disk, renamed.
/// Disposing without <see cref="Commit"/> removes the temporary file.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    readonly string _final;
    readonly string _temporary;
    bool _committed;

    /// <summary>Starts the file; missing folders are made.</summary>
    /// <exception cref="IOException">The folder cannot be made or the file not created.</exception>
    public AtomicFile(string path)
    {
        _final = Path.GetFullPath(path);
        _temporary = _final + ".partial";
        Directory.CreateDirectory(Path.GetDirectoryName(_final)!);
        Stream = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 17);
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Flushes to disk and gives the file its final name, replacing one that was there.</summary>
    public void Commit()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_temporary, _final, overwrite: true);
        _committed = true;
    }

    /// <summary>Writes a whole text (UTF-8, no byte order mark) in one go.</summary>
    public static void WriteText(string path, string text)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        file.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_committed)
            File.Delete(_temporary);
    }
}
