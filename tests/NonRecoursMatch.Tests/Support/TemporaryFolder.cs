namespace NonRecoursMatch.Tests.Support;

/// <summary>A folder that disappears with the test.</summary>
sealed class TemporaryFolder : IDisposable
{
    const string MemoryFolder = "/dev/shm";

    /// <summary>Creates the folder.</summary>
    /// <param name="inMemory">
    /// Whether to prefer a file system in memory, where there is one: every output is flushed to disk, which is all that tests with many small
    /// outputs would wait for.
    /// </param>
    public TemporaryFolder(bool inMemory = false)
        => Path = inMemory && Directory.Exists(MemoryFolder)
            ? Directory.CreateDirectory(System.IO.Path.Combine(MemoryFolder, "nonrecours-" + System.IO.Path.GetRandomFileName())).FullName
            : Directory.CreateTempSubdirectory("nonrecours-").FullName;

    public string Path { get; }

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Copies a folder with everything in it.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
