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

    /// <summary>Passes over the blocks that lie wholly before <paramref name="key"/> in a file ordered by <paramref name="column"/>, without reading their values.</summary>
    /// <returns>Number of rows passed over.</returns>
    public long SkipBelow(string column, Key128 key) => Skip((_, lastKey) => lastKey < key, Batch.Schema.IndexOf(column));

    /// <summary>Passes over whole blocks, <paramref name="rows"/> rows at most.</summary>
    /// <returns>Number of rows passed over.</returns>
    public long SkipRows(long rows) => Skip((passed, _) => passed <= rows, column: -1);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <summary>Walks the headers of blocks as long as <paramref name="over"/> lets one be passed over, by the rows passed with it and its last key.</summary>
    long Skip(Func<long, Key128, bool> over, int column)
    {
        long passed = 0;
        while (true)
        {
            var at = _stream.Position;
            var rows = ReadInt32(ref at);
            if (rows == ColumnFileLayout.EndOfBlocks)
                return passed;
            var last = default(Key128);
            for (var i = 0; i < Batch.Columns.Count; i++)
            {
                var validity = Bounded(ReadInt32(ref at));
                at += validity;
                var values = Bounded(ReadInt32(ref at));
                at += values;
                if (i == column)
                    last = KeyAt(at - Key128.Size);
            }

            if (!over(passed + rows, last))
                return passed;
            (_stream.Position, passed, _rows) = (at, passed + rows, _rows + rows);
        }
    }

    int ReadInt32(ref long at)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        Peek(bytes, at);
        at += sizeof(int);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    Key128 KeyAt(long at)
    {
        Span<byte> bytes = stackalloc byte[Key128.Size];
        Peek(bytes, at);
        return Key128.Read(bytes);
    }

    /// <summary>Past the buffer of the stream, which would read far more than a header.</summary>
    void Peek(Span<byte> bytes, long at)
    {
        if (RandomAccess.Read(_stream.SafeFileHandle, bytes, at) < bytes.Length)
            throw new InvalidDataException($"{_path} is truncated");
    }

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
