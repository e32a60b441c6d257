using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.Spools;

/// <summary>
/// Out-of-core ordering of rows by a (major, minor) pair of keys, within one process: rows are spilled to buckets by the leading bits of their
/// major key (<see cref="SpoolWriter"/>); each bucket is then loaded and sorted alone (<see cref="SpoolReader"/>), and reading them in order gives the
/// whole table in order.
/// </summary>
public sealed class SortSpool : IDisposable
{
    readonly string _directory;
    readonly SpoolWriter _writer;
    SpoolReader? _reader;

    /// <summary>Prepares the spool.</summary>
    /// <param name="directory">A folder of its own, removed on disposal.</param>
    /// <param name="expectedBytes">Rough total size of the rows; sets the number of partitions (1 to 1,024, about 2 MiB each, more when the rows are over 2 GiB).</param>
    public SortSpool(string directory, long expectedBytes)
    {
        _directory = directory;
        Directory.CreateDirectory(directory);
        var bits = SpoolWriter.BitsFor(expectedBytes);
        Partitions = 1 << bits;
        _writer = new SpoolWriter(Path.Combine(directory, "lignes.spool"), bits);
    }

    /// <summary>Number of partitions.</summary>
    public int Partitions { get; }

    /// <summary>Number of rows added.</summary>
    public long Rows => _writer.Rows;

    /// <summary>Adds a row.</summary>
    /// <exception cref="InvalidOperationException">The spool is already being read.</exception>
    public void Add(Key128 major, Key128 minor, ReadOnlySpan<byte> payload)
    {
        if (_reader is not null)
            throw new InvalidOperationException("a spool is written, then read");
        _writer.Add(major, minor, payload);
    }

    /// <summary>Loads one partition, sorted by major key, minor key, then order of addition. Rows loaded before are no longer valid.</summary>
    public SortedRows Load(int partition) => Reader().Load(partition);

    /// <summary>All partitions in order. While one is used the next one is loaded and sorted by another thread; no more than two are in memory.</summary>
    public IEnumerable<SortedRows> LoadAll() => Reader().LoadAll();

    /// <summary>Removes the spilled file.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    SpoolReader Reader() => _reader ??= new SpoolReader([_writer.Flushed()], 0, Partitions, owned: false);
}
