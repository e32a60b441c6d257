using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>
/// Keeps what a program writes into its temporary folder, though it deletes it: each file gets a second name as soon as it appears. A link, not an open
/// file: .NET takes an advisory lock when it opens, which would disturb the program.
/// </summary>
sealed class TemporaryFiles : IDisposable
{
    readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);
    readonly FileSystemWatcher _watcher;
    readonly string _kept;
    int _number;

    /// <summary>Begins to watch.</summary>
    /// <param name="folder">The temporary folder of the program.</param>
    /// <param name="kept">Where the second names go: a new folder on the same file system.</param>
    public TemporaryFiles(string folder, string kept)
    {
        _kept = kept;
        Directory.CreateDirectory(kept);
        _watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, InternalBufferSize = 1 << 16 };
        _watcher.Created += (_, change) => Keep(change.FullPath);
        _watcher.Changed += (_, change) => Keep(change.FullPath);
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher.Dispose();

    void Keep(string path)
    {
        if (!File.Exists(path) || !_seen.TryAdd(path, true))
            return;
        // It may have been deleted in between: then nothing of it is on the disk.
        _ = Link(Bytes(path), Bytes(Path.Combine(_kept, string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _number)}-{Path.GetFileName(path)}"))));
    }

    static byte[] Bytes(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    [DllImport("libc", EntryPoint = "link")]
    static extern int Link(byte[] existing, byte[] created);
}
