using System.Buffers.Binary;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.Spools;

/// <summary>
/// Spills rows into one file by the leading bits of their major key. Keys are uniformly random (tokens, handles), so buckets are equal without
/// sampling. Rows must hold no identity: they touch the disk as they are.
/// </summary>
public sealed class SpoolWriter : IDisposable
{
    /// <summary>Most leading bits that tell buckets apart.</summary>
    public const int MostBits = 10;

    /// <summary>A bucket that stays in the processor's cache while it is sorted and read in order: linkage of two files took about a tenth less time than with sixteen times as much.</summary>
    const long BytesPerBucket = 2L << 20;
    const int LargestChunk = 1 << 15;
    const int SmallestChunk = 1 << 13;

    readonly SpoolFile _file;
    readonly int _bits;
    readonly Buffer[] _buffers;
    readonly int _chunk;

    /// <summary>Starts the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bits">Leading bits of the major key that tell buckets apart: <see cref="BitsFor"/>.</param>
    public SpoolWriter(string path, int bits)
    {
        _bits = bits;
        _file = SpoolFile.Create(path, 1 << bits);
        _buffers = new Buffer[1 << bits];
        _chunk = Math.Clamp((SmallestChunk << MostBits) >> bits, SmallestChunk, LargestChunk);
    }

    /// <summary>Number of rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The bits that make buckets of about 2 MiB each (0 to 10), and as many buckets as <paramref name="readers"/> at least.</summary>
    /// <param name="expectedBytes">Rough total size of the rows.</param>
    /// <param name="readers">Tasks among which the buckets will be shared.</param>
    public static int BitsFor(long expectedBytes, int readers = 1)
    {
        var bits = 0;
        while (bits < MostBits && ((expectedBytes >> bits) > BytesPerBucket || (1 << bits) < readers))
            bits++;
        return bits;
    }

    /// <summary>Adds a row.</summary>
    public void Add(Key128 major, Key128 minor, ReadOnlySpan<byte> payload)
    {
        var bucket = _bits == 0 ? 0 : (int)(major.High >> (64 - _bits));
        var row = Reserve(bucket, SortedRows.HeaderSize + payload.Length);
        major.Write(row);
        minor.Write(row[Key128.Size..]);
        BinaryPrimitives.WriteInt32LittleEndian(row[(2 * Key128.Size)..], payload.Length);
        payload.CopyTo(row[SortedRows.HeaderSize..]);
        Rows++;
    }

    /// <summary>Writes what remains and the index; answers the SHA-256 of the latter, which holds a checksum of every chunk.</summary>
    /// <param name="durable">Whether it must be on disk when this returns.</param>
    public string Complete(bool durable)
    {
        Flush();
        return _file.Seal(Rows, durable);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>What was added, to be read through the same handle.</summary>
    internal SpoolFile Flushed()
    {
        Flush();
        return _file;
    }

    Span<byte> Reserve(int bucket, int length)
    {
        ref var buffer = ref _buffers[bucket];
        buffer.Bytes ??= new byte[_chunk];
        if (buffer.Used + length > buffer.Bytes.Length)
            Flush(bucket);
        if (length > buffer.Bytes.Length)
            buffer.Bytes = new byte[length];
        buffer.Used += length;
        return buffer.Bytes.AsSpan(buffer.Used - length, length);
    }

    void Flush()
    {
        for (var bucket = 0; bucket < _buffers.Length; bucket++)
            Flush(bucket);
    }

    void Flush(int bucket)
    {
        ref var buffer = ref _buffers[bucket];
        if (buffer.Used > 0)
            _file.Append(bucket, buffer.Bytes.AsSpan(0, buffer.Used));
        buffer.Used = 0;
    }

    struct Buffer
    {
        public byte[]? Bytes;
        public int Used;
    }
}
