using System.Buffers.Binary;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.ColumnFiles;

/// <summary>Reads a column file block by block into one reused <see cref="Batch"/>.</summary>
public sealed class ColumnFileReader : IDisposable
{
    const int LargestBuffer = 1 << 28;

    readonly FileStream _stream;
    readonly string _path;
    byte[] _validity = [];
    byte[] _values = [];
    long _rows;
    bool _ended;

    /// <summary>Opens the file and reads its schema.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is not a column file.</exception>
    public ColumnFileReader(string path)
    {
        _path = path;
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
        Span<byte> magic = stackalloc byte[ColumnFileLayout.Magic.Length];
        Fill(magic);
        if (!magic.SequenceEqual(ColumnFileLayout.Magic))
            throw new InvalidDataException($"{path} is not a column file of this version");
        var header = new byte[Bounded(ReadInt32())];
        Fill(header);
        Batch = new Batch(ColumnFileLayout.ReadSchema(header));
    }

    /// <summary>The rows of the current block.</summary>
    public Batch Batch { get; }

    /// <summary>Reads the next block; false at the end.</summary>
    /// <exception cref="InvalidDataException">The file is truncated or corrupt.</exception>
    public bool Read()
    {
        if (_ended)
            return false;
        var rows = ReadInt32();
        if (rows == ColumnFileLayout.EndOfBlocks)
        {
            Span<byte> total = stackalloc byte[sizeof(long)];
            Fill(total);
            if (BinaryPrimitives.ReadInt64LittleEndian(total) != _rows)
                throw new InvalidDataException($"{_path}: {_rows} rows where its end announces another number");
            _ended = true;
            Batch.Clear();
            return false;
        }

        Bounded(rows);
        foreach (var column in Batch.Columns)
        {
            var validity = Buffer(ref _validity);
            var values = Buffer(ref _values);
            column.Load(rows, validity, values);
        }

        _rows += rows;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    ReadOnlySpan<byte> Buffer(ref byte[] buffer)
    {
        var length = Bounded(ReadInt32());
        if (buffer.Length < length)
            buffer = new byte[length];
        Fill(buffer.AsSpan(0, length));
        return buffer.AsSpan(0, length);
    }

    int Bounded(int length)
        => length is >= 0 and <= LargestBuffer ? length : throw new InvalidDataException($"{_path} is corrupt: a block announces {length} bytes");

    int ReadInt32()
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        Fill(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    void Fill(Span<byte> bytes)
    {
        if (_stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException($"{_path} is truncated");
    }
}
