using System.Buffers.Binary;
using System.Runtime.InteropServices;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Files;

namespace NonRecoursMatch.Formats.ColumnFiles;

/// <summary>Writes a column file block by block. Fill <see cref="Batch"/> one row at a time and call <see cref="RowDone"/>; nothing else is kept in memory.</summary>
public sealed class ColumnFileWriter : IDisposable
{
    const int RowsPerBlock = 16_384;
    const int BufferSize = 1 << 16;

    readonly AtomicFile _file;
    readonly DigestStream _digest;
    readonly BufferedStream _stream;
    byte[] _keys = [];

    /// <summary>Starts the file; it takes its final name at <see cref="Complete"/>.</summary>
    public ColumnFileWriter(string path, TableSchema schema)
    {
        Batch = new Batch(schema);
        _file = new AtomicFile(path);
        _digest = new DigestStream(_file.Stream);
        _stream = new BufferedStream(_digest, BufferSize);
        _stream.Write(ColumnFileLayout.Magic);
        var header = ColumnFileLayout.SchemaBytes(schema);
        WriteInt32(header.Length);
        _stream.Write(header);
    }

    /// <summary>The rows not yet written.</summary>
    public Batch Batch { get; }

    /// <summary>Number of rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Lower-case hexadecimal digest of the complete file, worked out while it was written; null before <see cref="Complete"/>.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Size of the complete file.</summary>
    public long Bytes { get; private set; }

    /// <summary>Ends the row whose values were just appended to every column of <see cref="Batch"/>.</summary>
    public void RowDone()
    {
        Rows++;
        if (Batch.Length >= RowsPerBlock)
            Flush();
    }

    /// <summary>Writes what remains and gives the file its final name.</summary>
    public void Complete()
    {
        Flush();
        WriteInt32(ColumnFileLayout.EndOfBlocks);
        Span<byte> total = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(total, Rows);
        _stream.Write(total);
        _stream.Flush();
        (Sha256, Bytes) = (_digest.Sha256(), _digest.Length);
        _file.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _digest.Dispose();
        _file.Dispose();
    }

    void Flush()
    {
        if (Batch.Length == 0)
            return;
        WriteInt32(Batch.Length);
        foreach (var column in Batch.Columns)
            WriteColumn(column);
        Batch.Clear();
    }

    void WriteColumn(Column column)
    {
        if (column.Length != Batch.Length)
            throw new InvalidOperationException($"column {column.Field.Name} has {column.Length} rows where the block has {Batch.Length}");
        WriteInt32(column.Validity.Length);
        _stream.Write(column.Validity);
        switch (column.Field.Kind)
        {
            case ColumnKind.Int32:
                WriteValues(MemoryMarshal.AsBytes(column.Int32));
                break;
            case ColumnKind.Int64:
                WriteValues(MemoryMarshal.AsBytes(column.Int64));
                break;
            case ColumnKind.Key128:
                WriteKeys(column.Keys);
                break;
            default:
                WriteInt32((column.Length * sizeof(int)) + column.TextBytes.Length);
                _stream.Write(MemoryMarshal.AsBytes(column.TextEnds));
                _stream.Write(column.TextBytes);
                break;
        }
    }

    void WriteKeys(ReadOnlySpan<Key128> keys)
    {
        var length = keys.Length * Key128.Size;
        if (_keys.Length < length)
            _keys = new byte[length];
        for (var row = 0; row < keys.Length; row++)
            keys[row].Write(_keys.AsSpan(row * Key128.Size));
        WriteValues(_keys.AsSpan(0, length));
    }

    void WriteValues(ReadOnlySpan<byte> values)
    {
        WriteInt32(values.Length);
        _stream.Write(values);
    }

    void WriteInt32(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _stream.Write(bytes);
    }
}
