using System.Buffers.Binary;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.Spools;

/// <summary>
/// Out-of-core ordering of rows by a (major, minor) pair of keys. Rows are spilled to partition files by the leading bits of their major key;
/// each partition is then loaded and sorted alone. Keys are uniformly random (tokens, handles), so partitions are equal without sampling, and
/// reading them in order gives the whole table in order. Rows must hold no identity: they touch the disk as they are.
/// </summary>
public sealed class SortSpool : IDisposable
{
    /// <summary>A partition that stays in the processor's cache while it is sorted and read in order: measured a fifth faster than thirty times as much.</summary>
    const long BytesPerPartition = 2L << 20;
    const int MostBits = 10;

    readonly string _directory;
    readonly int _bits;
    readonly SpoolFile?[] _files;
    SortedRows _current = new();
    SortedRows _next = new();
    bool _reading;

    /// <summary>Prepares the spool.</summary>
    /// <param name="directory">A folder of its own, removed on disposal.</param>
    /// <param name="expectedBytes">Rough total size of the rows; sets the number of partitions (1 to 1,024, about 2 MiB each, more when the rows are over 2 GiB).</param>
    public SortSpool(string directory, long expectedBytes)
    {
        _directory = directory;
        while (_bits < MostBits && (expectedBytes >> _bits) > BytesPerPartition)
            _bits++;
        _files = new SpoolFile?[1 << _bits];
        Directory.CreateDirectory(directory);
    }

    /// <summary>Number of partitions.</summary>
    public int Partitions => _files.Length;

    /// <summary>Number of rows added.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <exception cref="InvalidOperationException">The spool is already being read.</exception>
    public void Add(Key128 major, Key128 minor, ReadOnlySpan<byte> payload)
    {
        if (_reading)
            throw new InvalidOperationException("a spool is written, then read");
        var partition = _bits == 0 ? 0 : (int)(major.High >> (64 - _bits));
        var file = _files[partition] ??= new SpoolFile(Path.Combine(_directory, $"{partition:x3}.spool"));
        var row = file.Reserve(SortedRows.HeaderSize + payload.Length);
        major.Write(row);
        minor.Write(row[Key128.Size..]);
        BinaryPrimitives.WriteInt32LittleEndian(row[(2 * Key128.Size)..], payload.Length);
        payload.CopyTo(row[SortedRows.HeaderSize..]);
        Rows++;
    }

    /// <summary>Loads one partition, sorted by major key, minor key, then order of addition. Rows loaded before are no longer valid.</summary>
    public SortedRows Load(int partition)
    {
        _reading = true;
        return _current.Load(_files[partition]);
    }

    /// <summary>All partitions in order. While one is used the next one is loaded and sorted by another thread; no more than two are in memory.</summary>
    public IEnumerable<SortedRows> LoadAll()
    {
        _reading = true;
        var loading = Task.Run(() => _current.Load(_files[0]));
        try
        {
            for (var partition = 0; partition < Partitions; partition++)
            {
                var rows = loading.GetAwaiter().GetResult();
                (_current, _next) = (_next, _current);
                if (partition + 1 < Partitions)
                {
                    var (file, other) = (_files[partition + 1], _current);
                    loading = Task.Run(() => other.Load(file));
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

    /// <summary>Removes the spilled files.</summary>
    public void Dispose()
    {
        foreach (var file in _files)
            file?.Dispose();
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }
}
