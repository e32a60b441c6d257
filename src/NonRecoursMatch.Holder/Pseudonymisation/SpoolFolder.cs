using NonRecoursMatch.Formats.Spools;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>
/// The working folder of one run. All its spools have the same number of partitions, so that two of them ordered by the same key can be joined
/// partition by partition.
/// </summary>
sealed class SpoolFolder(string path, long largestFileBytes) : IDisposable
{
    readonly List<SortSpool> _spools = [];

    public SortSpool Create(string name) => Create(name, largestFileBytes);

    /// <summary>A spool of its own size, which is joined with none.</summary>
    public SortSpool Create(string name, long expectedBytes)
    {
        var spool = new SortSpool(Path.Combine(path, name), expectedBytes);
        _spools.Add(spool);
        return spool;
    }

    public void Dispose()
    {
        foreach (var spool in _spools)
            spool.Dispose();
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
