using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace NonRecoursMatch.Formats.Spools;

/// <summary>
/// Spilled rows on disk: chunks of whole rows, each of one bucket, in the order in which they were filled; then, once sealed, an index of all chunks
/// with a CRC-32C of each, the number of buckets and the number of rows. All integers are little-endian. A chunk that is read back with another CRC
/// is refused, so that a file is checked once, where it is read, and not as a whole by each of its readers.
/// </summary>
sealed class SpoolFile : IDisposable
{
    const int EntrySize = sizeof(int) + sizeof(long) + sizeof(int) + sizeof(uint);
    const int TrailerSize = sizeof(int) + sizeof(int) + sizeof(long) + 8;

    readonly SafeFileHandle _handle;
    readonly string _path;
    readonly List<Chunk>?[] _chunks;
    long _length;

    SpoolFile(string path, SafeFileHandle handle, int buckets)
    {
        (_path, _handle) = (path, handle);
        _chunks = new List<Chunk>?[buckets];
    }

    static ReadOnlySpan<byte> Magic => "NRSPL001"u8;

    /// <summary>Number of rows, known of a sealed file.</summary>
    public long Rows { get; private set; }

    /// <summary>Number of buckets.</summary>
    public int Buckets => _chunks.Length;

    /// <summary>Starts a file.</summary>
    public static SpoolFile Create(string path, int buckets)
        => new(path, File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None), buckets);

    /// <summary>Opens a sealed file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="digest">SHA-256 of its index and trailer.</param>
    /// <exception cref="InvalidDataException">It is not a sealed file of this version, or is truncated.</exception>
    public static SpoolFile Open(string path, out string digest)
    {
        var handle = File.OpenHandle(path);
        try
        {
            var length = RandomAccess.GetLength(handle);
            var trailer = new byte[TrailerSize];
            if (length < TrailerSize || !Read(handle, trailer, length - TrailerSize) || !trailer.AsSpan(TrailerSize - Magic.Length).SequenceEqual(Magic))
                throw new InvalidDataException($"{path} is not a complete file of spilled rows");
            var (buckets, chunks) = (BinaryPrimitives.ReadInt32LittleEndian(trailer), BinaryPrimitives.ReadInt32LittleEndian(trailer.AsSpan(sizeof(int))));
            var start = length - TrailerSize - (long)EntrySize * chunks;
            if (buckets is < 1 or > 1 << SpoolWriter.MostBits || chunks < 0 || start < 0)
                throw new InvalidDataException($"{path} is corrupt: {buckets} buckets, {chunks} chunks");
            var index = new byte[EntrySize * chunks];
            if (!Read(handle, index, start))
                throw new InvalidDataException($"{path} is truncated");
            digest = Digest(index, trailer);
            var file = new SpoolFile(path, handle, buckets) { Rows = BinaryPrimitives.ReadInt64LittleEndian(trailer.AsSpan(2 * sizeof(int))), _length = start };
            file.Index(index);
            return file;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Appends a chunk.</summary>
    public void Append(int bucket, ReadOnlySpan<byte> rows)
    {
        RandomAccess.Write(_handle, rows, _length);
        (_chunks[bucket] ??= []).Add(new Chunk(_length, rows.Length, Crc(rows)));
        _length += rows.Length;
    }

    /// <summary>Writes the index; answers its SHA-256.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="durable">Whether the file must outlive the machine's next breath: a file that this process alone reads need not.</param>
    public string Seal(long rows, bool durable)
    {
        var entries = _chunks.Index().SelectMany(bucket => (bucket.Item ?? []).Select(chunk => (Bucket: bucket.Index, Chunk: chunk))).ToList();
        var (index, trailer) = (new byte[EntrySize * entries.Count], new byte[TrailerSize]);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = index.AsSpan(i * EntrySize);
            BinaryPrimitives.WriteInt32LittleEndian(entry, entries[i].Bucket);
            BinaryPrimitives.WriteInt64LittleEndian(entry[4..], entries[i].Chunk.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], entries[i].Chunk.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[16..], entries[i].Chunk.Crc);
        }

        BinaryPrimitives.WriteInt32LittleEndian(trailer, _chunks.Length);
        BinaryPrimitives.WriteInt32LittleEndian(trailer.AsSpan(4), entries.Count);
        BinaryPrimitives.WriteInt64LittleEndian(trailer.AsSpan(8), rows);
        Magic.CopyTo(trailer.AsSpan(16));
        RandomAccess.Write(_handle, index, _length);
        RandomAccess.Write(_handle, trailer, _length + index.Length);
        if (durable)
            RandomAccess.FlushToDisk(_handle);
        Rows = rows;
        return Digest(index, trailer);
    }

    /// <summary>Bytes of a bucket.</summary>
    public long LengthOf(int bucket) => (_chunks[bucket] ?? []).Sum(chunk => (long)chunk.Length);

    /// <summary>Reads a bucket, in the order of addition.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="bytes">Where to; as long as <see cref="LengthOf"/> says.</param>
    /// <exception cref="AlteredSpoolException">A chunk is not what was written.</exception>
    public void Load(int bucket, Span<byte> bytes)
    {
        foreach (var chunk in _chunks[bucket] ?? [])
        {
            var rows = bytes[..chunk.Length];
            if (!Read(_handle, rows, chunk.Offset) || Crc(rows) != chunk.Crc)
                throw new AlteredSpoolException(_path, chunk.Offset);
            bytes = bytes[chunk.Length..];
        }
    }

    /// <summary>Reads everything once.</summary>
    /// <exception cref="AlteredSpoolException">A chunk is not what was written.</exception>
    public void Verify()
    {
        for (var bucket = 0; bucket < Buckets; bucket++)
            Load(bucket, new byte[LengthOf(bucket)]);
    }

    public void Dispose() => _handle.Dispose();

    void Index(byte[] index)
    {
        for (var at = 0; at < index.Length; at += EntrySize)
        {
            var entry = index.AsSpan(at);
            var bucket = BinaryPrimitives.ReadInt32LittleEndian(entry);
            var chunk = new Chunk(BinaryPrimitives.ReadInt64LittleEndian(entry[4..]), BinaryPrimitives.ReadInt32LittleEndian(entry[12..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]));
            if (bucket < 0 || bucket >= Buckets || chunk.Length < 0 || chunk.Offset < 0 || chunk.Offset + chunk.Length > _length)
                throw new InvalidDataException($"{_path} is corrupt: its index leaves the file");
            (_chunks[bucket] ??= []).Add(chunk);
        }
    }

    static bool Read(SafeFileHandle handle, Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(handle, bytes, offset);
            if (read == 0)
                return false;
            bytes = bytes[read..];
            offset += read;
        }

        return true;
    }

    static string Digest(byte[] index, byte[] trailer) => Convert.ToHexStringLower(SHA256.HashData([.. index, .. trailer]));

    /// <summary>Against accidents; whoever can write here can write everything else too.</summary>
    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var last in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, last);
        return crc;
    }

    readonly record struct Chunk(long Offset, int Length, uint Crc);
}
