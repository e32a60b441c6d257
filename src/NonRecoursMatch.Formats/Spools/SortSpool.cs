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
    const int HeaderSize = (2 * Key128.Size) + sizeof(int);
    const long BytesPerPartition = 48L << 20;
    const int MostBits = 10;

    readonly string _directory;
    readonly int _bits;
    readonly FileStream?[] _files;
    byte[] _bytes = [];
    SortedRows.Entry[] _entries = [];
    bool _reading;

    /// <summary>Prepares the spool.</summary>
    /// <param name="directory">A folder of its own, removed on disposal.</param>
    /// <param name="expectedBytes">Rough total size of the rows; sets the number of partitions (1 to 1,024, about 48 MiB each).</param>
    public SortSpool(string directory, long expectedBytes)
    {
        _directory = directory;
        while (_bits < MostBits && (expectedBytes >> _bits) > BytesPerPartition)
            _bits++;
        _files = new FileStream?[1 << _bits];
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
        var file = _files[partition] ??= new FileStream(PathOf(partition), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 15);
        Span<byte> header = stackalloc byte[HeaderSize];
        major.Write(header);
        minor.Write(header[Key128.Size..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[(2 * Key128.Size)..], payload.Length);
        file.Write(header);
        file.Write(payload);
        Rows++;
    }

    /// <summary>Loads one partition, sorted by major key, minor key, then order of addition. Rows loaded before are no longer valid.</summary>
    public SortedRows Load(int partition)
    {
        _reading = true;
        var file = _files[partition];
        if (file is null)
            return new SortedRows(_bytes, _entries, 0);
        file.Flush();
        var length = checked((int)file.Length);
        if (_bytes.Length < length)
            _bytes = new byte[length];
        file.Position = 0;
        file.ReadExactly(_bytes, 0, length);
        var count = 0;
        for (var at = 0; at < length; count++)
        {
            if (count == _entries.Length)
                Array.Resize(ref _entries, Math.Max(1_024, count * 2));
            var size = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at + (2 * Key128.Size)));
            _entries[count] = new SortedRows.Entry(Key128.Read(_bytes.AsSpan(at)), Key128.Read(_bytes.AsSpan(at + Key128.Size)), at + HeaderSize, size);
            at += HeaderSize + size;
        }

        _entries.AsSpan(0, count).Sort();
        return new SortedRows(_bytes, _entries, count);
    }

    /// <summary>All partitions in order, one in memory at a time.</summary>
    public IEnumerable<SortedRows> LoadAll()
    {
        for (var partition = 0; partition < Partitions; partition++)
            yield return Load(partition);
    }

    /// <summary>Removes the spilled files.</summary>
    public void Dispose()
    {
        foreach (var file in _files)
            file?.Dispose();
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    string PathOf(int partition) => Path.Combine(_directory, $"{partition:x3}.spool");
}
