using System.Buffers.Binary;

namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>The known values of a page in one encoding, one at a time, as the bytes that PLAIN would store: a BOOLEAN is one byte, 0 or 1.</summary>
abstract class ValueDecoder
{
    /// <summary>The next value; valid until the next call.</summary>
    /// <exception cref="ParquetFormatException">CorruptPage: there is none.</exception>
    public abstract ArraySegment<byte> Next();

    /// <summary>False when the page certainly holds values that were never asked for.</summary>
    public virtual bool IsSpent => true;

    /// <summary>The decoder of a page.</summary>
    /// <param name="encoding">As the page header says; dictionaries are the caller's.</param>
    /// <param name="type">What the column holds.</param>
    /// <param name="bytes">The values, without levels.</param>
    /// <param name="most">How many values there can be, as the page header says.</param>
    /// <param name="place">For refusals.</param>
    /// <exception cref="ParquetFormatException">UnsupportedEncoding, or CorruptPage.</exception>
    public static ValueDecoder Of(int encoding, ColumnType type, ArraySegment<byte> bytes, int most, ParquetPlace place) => (encoding, type.Physical) switch
    {
        (Encodings.Plain, PhysicalType.Boolean) => new PlainBooleans(bytes, place),
        (Encodings.Plain, PhysicalType.ByteArray) => new PlainTexts(bytes, place),
        (Encodings.Plain, _) => new PlainFixed(bytes, type.Width, place),
        (Encodings.Rle, PhysicalType.Boolean) => new RunBooleans(bytes, place),
        (Encodings.DeltaBinaryPacked, PhysicalType.Int32 or PhysicalType.Int64) => new DeltaIntegers(bytes, type.Width, most, place),
        (Encodings.DeltaLengthByteArray, PhysicalType.ByteArray) => new DeltaLengthTexts(bytes, most, place),
        (Encodings.DeltaByteArray, PhysicalType.ByteArray or PhysicalType.FixedLenByteArray) => new DeltaTexts(bytes, type.Width, most, place),
        (Encodings.ByteStreamSplit, PhysicalType.Int32 or PhysicalType.Int64 or PhysicalType.Float or PhysicalType.Double or PhysicalType.FixedLenByteArray)
            => new StreamSplit(bytes, type.Width, place),
        _ => throw Encodings.Refuse(encoding, type.Physical, place),
    };

    /// <summary>A part of the page.</summary>
    protected static ArraySegment<byte> Part(ArraySegment<byte> bytes, int start, long length, ParquetPlace place)
        => length >= 0 && length <= bytes.Count - start ? bytes.Slice(start, (int)length) : throw place.IsCorrupt("values behind the end of the page");

    /// <summary>Bytes behind a length of four bytes, as PLAIN texts and levels of version 1 are.</summary>
    public static ArraySegment<byte> Prefixed(ArraySegment<byte> bytes, int start, ParquetPlace place)
        => Part(bytes, start + sizeof(int), BinaryPrimitives.ReadUInt32LittleEndian(Part(bytes, start, sizeof(int), place)), place);
}

/// <summary>PLAIN values of one width.</summary>
sealed class PlainFixed(ArraySegment<byte> bytes, int width, ParquetPlace place) : ValueDecoder
{
    int _position;

    public override bool IsSpent => _position == bytes.Count;

    public override ArraySegment<byte> Next()
    {
        var value = Part(bytes, _position, width, place);
        _position += width;
        return value;
    }
}

/// <summary>PLAIN BYTE_ARRAY: each behind its length.</summary>
sealed class PlainTexts(ArraySegment<byte> bytes, ParquetPlace place) : ValueDecoder
{
    int _position;

    public override bool IsSpent => _position == bytes.Count;

    public override ArraySegment<byte> Next()
    {
        var value = Prefixed(bytes, _position, place);
        _position += sizeof(int) + value.Count;
        return value;
    }
}

/// <summary>PLAIN BOOLEAN: one bit each.</summary>
sealed class PlainBooleans(ArraySegment<byte> bytes, ParquetPlace place) : ValueDecoder
{
    readonly byte[] _value = new byte[1];
    long _bit;

    // The last byte is padded.
    public override bool IsSpent => (_bit + 7) / 8 == bytes.Count;

    public override ArraySegment<byte> Next()
    {
        _value[0] = (byte)PackedBits.Read(bytes, _bit++, 1, place);
        return _value;
    }
}

/// <summary>RLE BOOLEAN, behind its length.</summary>
sealed class RunBooleans(ArraySegment<byte> bytes, ParquetPlace place) : ValueDecoder
{
    readonly HybridDecoder _runs = new(bytes.Count == 0 ? bytes : Prefixed(bytes, 0, place), 1, place);
    readonly byte[] _value = new byte[1];

    public override ArraySegment<byte> Next()
    {
        _value[0] = (byte)(_runs.Next() & 1);
        return _value;
    }
}

/// <summary>DELTA_BINARY_PACKED INT32 and INT64.</summary>
sealed class DeltaIntegers(ArraySegment<byte> bytes, int width, int most, ParquetPlace place) : ValueDecoder
{
    readonly DeltaDecoder? _values = bytes.Count == 0 ? null : new DeltaDecoder(bytes, most, place);
    readonly byte[] _value = new byte[sizeof(long)];

    public override bool IsSpent => _values is null or { Left: 0 };

    public override ArraySegment<byte> Next()
    {
        BinaryPrimitives.WriteInt64LittleEndian(_value, _values?.Next() ?? throw place.IsCorrupt("a page without values"));
        return new ArraySegment<byte>(_value, 0, width);
    }
}

/// <summary>BYTE_STREAM_SPLIT: first the first byte of every value, then the second, and so on.</summary>
sealed class StreamSplit(ArraySegment<byte> bytes, int width, ParquetPlace place) : ValueDecoder
{
    readonly int _count = bytes.Count / width;
    readonly byte[] _value = new byte[width];
    int _index;

    public override bool IsSpent => _index == _count;

    public override ArraySegment<byte> Next()
    {
        if (_index == _count)
            throw place.IsCorrupt("fewer values than the page says");
        for (var i = 0; i < width; i++)
            _value[i] = bytes[(i * _count) + _index];
        _index++;
        return _value;
    }
}
