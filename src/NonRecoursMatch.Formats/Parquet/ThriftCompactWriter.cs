using System.Buffers;
using System.Text;

namespace NonRecoursMatch.Formats.Parquet;

/// <summary>
/// The part of the Thrift compact protocol that Parquet metadata needs: structs of 32- and 64-bit integers, UTF-8 strings, lists and structs.
/// A field starts with one byte, (distance to the previous field id) * 16 + type, so ids must ascend by at most fifteen; integers are zigzag
/// varints; a struct ends with a zero byte. Source: thrift-compact-protocol.md of the Apache Thrift project.
/// </summary>
sealed class ThriftCompactWriter
{
    const byte Int32Type = 5;
    const byte Int64Type = 6;
    const byte BinaryType = 8;
    const byte ListType = 9;
    const byte StructType = 12;
    const byte Stop = 0;
    const int LongestShortList = 14;
    const int LongestVarint = 10;

    readonly ArrayBufferWriter<byte> _bytes = new();
    readonly Stack<int> _outer = new();
    int _lastField;

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>A 32-bit integer field, or an enumeration.</summary>
    public void Field(int id, int value)
    {
        Header(id, Int32Type);
        Varint(ZigZag(value));
    }

    /// <summary>A 64-bit integer field.</summary>
    public void Field(int id, long value)
    {
        Header(id, Int64Type);
        Varint(ZigZag(value));
    }

    /// <summary>A string field.</summary>
    public void Field(int id, string value)
    {
        Header(id, BinaryType);
        Text(value);
    }

    /// <summary>A list of enumerations.</summary>
    public void ListOfEnums(int id, params ReadOnlySpan<int> values)
    {
        List(id, values.Length, Int32Type);
        foreach (var value in values)
            Varint(ZigZag(value));
    }

    /// <summary>A list of one string.</summary>
    public void ListOfOne(int id, string value)
    {
        List(id, 1, BinaryType);
        Text(value);
    }

    /// <summary>A list of structs; <paramref name="item"/> writes the fields of one.</summary>
    public void Field<T>(int id, IReadOnlyList<T> values, Action<T> item)
    {
        List(id, values.Count, StructType);
        foreach (var value in values)
            Struct(() => item(value));
    }

    /// <summary>A struct field; <paramref name="fields"/> writes its fields.</summary>
    public void Field(int id, Action fields)
    {
        Header(id, StructType);
        Struct(fields);
    }

    /// <summary>A struct on its own: a page header or the footer.</summary>
    public void Struct(Action fields)
    {
        _outer.Push(_lastField);
        _lastField = 0;
        fields();
        Byte(Stop);
        _lastField = _outer.Pop();
    }

    /// <summary>Appends an unsigned variable-length integer, seven bits a byte, lowest first.</summary>
    public static void Varint(IBufferWriter<byte> bytes, ulong value)
    {
        var span = bytes.GetSpan(LongestVarint);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        bytes.Advance(length);
    }

    void Header(int id, byte type)
    {
        if (id - _lastField is < 1 or > 15)
            throw new InvalidOperationException($"Thrift field {id} after field {_lastField}");
        Byte((byte)(((id - _lastField) << 4) | type));
        _lastField = id;
    }

    void List(int id, int count, byte type)
    {
        Header(id, ListType);
        if (count <= LongestShortList)
        {
            Byte((byte)((count << 4) | type));
            return;
        }

        Byte((byte)(0xF0 | type));
        Varint((ulong)count);
    }

    void Text(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        Varint((ulong)utf8.Length);
        _bytes.Write(utf8);
    }

    void Byte(byte value) => _bytes.Write([value]);

    void Varint(ulong value) => Varint(_bytes, value);

    static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));
}
