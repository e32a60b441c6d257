using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.Parquet;

/// <summary>
/// The data page of one column of one row group: definition levels when the column is nullable, then the known values, PLAIN.
/// The buffers are kept from page to page.
/// </summary>
sealed class ParquetPage(ParquetCodec codec) : IDisposable
{
    const int GzipOperatingSystem = 9;
    const byte UnknownOperatingSystem = 255;

    readonly ArrayBufferWriter<byte> _levels = new();
    readonly ArrayBufferWriter<byte> _plain = new();
    readonly MemoryStream _compressed = new();

    /// <summary>Size before compression, in bytes.</summary>
    public int Uncompressed => _plain.WrittenCount;

    /// <summary>The bytes that go to the file.</summary>
    public ReadOnlySpan<byte> Bytes => codec == ParquetCodec.Gzip ? _compressed.GetBuffer().AsSpan(0, (int)_compressed.Length) : _plain.WrittenSpan;

    /// <inheritdoc/>
    public void Dispose() => _compressed.Dispose();

    /// <summary>Encodes a column.</summary>
    public void Encode(ParquetColumn definition, Column column)
    {
        _plain.ResetWrittenCount();
        if (definition.Nullable)
            WriteLevels(column);
        else if (column.NullCount > 0)
            throw new InvalidOperationException($"column {definition.Name} is required and has {column.NullCount} unknown values");
        WriteValues(column);
        if (codec == ParquetCodec.Gzip)
            Compress();
    }

    /// <summary>
    /// Levels are 0 (null) or 1, one bit wide, in the RLE/bit-packing hybrid behind its 32-bit length. All alike: one RLE run. Mixed: one
    /// bit-packed run, whose bits are exactly the Arrow validity bitmap.
    /// </summary>
    void WriteLevels(Column column)
    {
        _levels.ResetWrittenCount();
        if (column.NullCount == 0 || column.NullCount == column.Length)
        {
            ThriftCompactWriter.Varint(_levels, (ulong)column.Length << 1);
            _levels.Write([(byte)(column.NullCount == 0 ? 1 : 0)]);
        }
        else
        {
            ThriftCompactWriter.Varint(_levels, ((ulong)column.Validity.Length << 1) | 1);
            _levels.Write(column.Validity);
        }

        WriteLength(_levels.WrittenCount);
        _plain.Write(_levels.WrittenSpan);
    }

    void WriteValues(Column column)
    {
        switch (column.Field.Kind)
        {
            case ColumnKind.Int32:
                WriteKnown(column, column.Int32);
                break;
            case ColumnKind.Int64:
                WriteKnown(column, column.Int64);
                break;
            case ColumnKind.Key128:
                WriteKeys(column);
                break;
            default:
                WriteTexts(column);
                break;
        }
    }

    void WriteKnown<T>(Column column, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (column.NullCount == 0)
        {
            _plain.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        for (var row = 0; row < column.Length; row++)
        {
            if (!column.IsNull(row))
                _plain.Write(MemoryMarshal.AsBytes(values.Slice(row, 1)));
        }
    }

    void WriteKeys(Column column)
    {
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsNull(row))
                continue;
            column.Keys[row].Write(_plain.GetSpan(Key128.Size));
            _plain.Advance(Key128.Size);
        }
    }

    void WriteTexts(Column column)
    {
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsNull(row))
                continue;
            var text = column.Text(row);
            WriteLength(text.Length);
            _plain.Write(text);
        }
    }

    void WriteLength(int bytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_plain.GetSpan(sizeof(int)), bytes);
        _plain.Advance(sizeof(int));
    }

    void Compress()
    {
        _compressed.SetLength(0);
        using (var gzip = new GZipStream(_compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(_plain.WrittenSpan);
        // The header would name the operating system: the same rows must give the same bytes everywhere.
        _compressed.GetBuffer()[GzipOperatingSystem] = UnknownOperatingSystem;
    }
}
