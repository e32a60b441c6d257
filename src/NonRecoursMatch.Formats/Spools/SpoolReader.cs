namespace NonRecoursMatch.Formats.Spools;

/// <summary>
/// Reads a range of the buckets of one or more files that were spilled with the same bits, in the order of (major key, minor key, file, addition):
/// what several tasks have spilled comes back as if one had. No more than two buckets are in memory.
/// </summary>
public sealed class SpoolReader : IDisposable
{
    readonly IReadOnlyList<SpoolFile> _files;
    readonly int _first;
    readonly int _end;
    readonly bool _owned;
    SortedRows _current = new();
    SortedRows _next = new();

    internal SpoolReader(IReadOnlyList<SpoolFile> files, int first, int end, bool owned)
        => (_files, _first, _end, _owned) = (files, first, end, owned);

    /// <summary>Opens completed files.</summary>
    /// <param name="paths">The files, of which all have the same number of buckets.</param>
    /// <param name="part">Position of this reader among all, from 0.</param>
    /// <param name="parts">Readers among which the buckets are shared in order.</param>
    /// <exception cref="InvalidDataException">One is not a complete file of spilled rows.</exception>
    public static SpoolReader Open(IEnumerable<string> paths, int part = 0, int parts = 1)
    {
        var files = new List<SpoolFile>();
        try
        {
            foreach (var path in paths)
                files.Add(SpoolFile.Open(path, out _));
            var buckets = files.Count > 0 ? files[0].Buckets : 0;
            if (files.Exists(file => file.Buckets != buckets))
                throw new InvalidDataException("files of spilled rows that are read together have the same number of buckets");
            return new SpoolReader(files, Start(part), Start(part + 1), owned: true);

            // The first bucket b for which b * parts / buckets reaches the part.
            int Start(int of) => ((of * buckets) + parts - 1) / parts;
        }
        catch
        {
            foreach (var file in files)
                file.Dispose();
            throw;
        }
    }

    /// <summary>Number of rows, number of bytes and SHA-256 of the index of a completed file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="whole">Whether to read every chunk, too.</param>
    /// <exception cref="InvalidDataException">It is not a complete file of spilled rows, or a chunk is not what was written.</exception>
    public static (long Rows, string Digest) Describe(string path, bool whole)
    {
        using var file = SpoolFile.Open(path, out var digest);
        if (whole)
            file.Verify();
        return (file.Rows, digest);
    }

    /// <summary>Loads one bucket of the range. Rows loaded before are no longer valid.</summary>
    public SortedRows Load(int bucket) => _current.Load(_files, _first + bucket);

    /// <summary>All buckets of the range in order. While one is used the next one is loaded and sorted by another thread.</summary>
    /// <exception cref="AlteredSpoolException">A chunk is not what was written.</exception>
    public IEnumerable<SortedRows> LoadAll()
    {
        if (_first == _end)
            yield break;
        var loading = Task.Run(() => _current.Load(_files, _first));
        try
        {
            for (var bucket = _first; bucket < _end; bucket++)
            {
                var rows = loading.GetAwaiter().GetResult();
                (_current, _next) = (_next, _current);
                if (bucket + 1 < _end)
                {
                    var (following, other) = (bucket + 1, _current);
                    loading = Task.Run(() => other.Load(_files, following));
                }

                yield return rows;
            }
        }
        finally
        {
            // A reader that stops half-way must not leave a thread reading files that are about to be removed.
            loading.ContinueWith(_ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_owned)
            return;
        foreach (var file in _files)
            file.Dispose();
    }
}
