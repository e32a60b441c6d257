using System.Buffers;
using System.Text;

namespace NonRecoursMatch.Tests.Formats.Probes;

/// <summary>
/// A Thrift struct written field by field, right or wrong: int, long, bool, string, raw bytes, another struct, or an array of structs, strings
/// or ints. Written from the protocol's specification, apart from the reader that it tries.
/// </summary>
sealed class ThriftFields : List<(int Id, object Value)>
{
    public void Add(int id, object value) => Add((id, value));

    /// <summary>The same with one field set, or left out when null.</summary>
    public ThriftFields With(int id, object? value)
    {
        var fields = new ThriftFields();
        fields.AddRange(this.Where(field => field.Id != id));
        if (value is not null)
            fields.Add(id, value);
        fields.Sort((a, b) => a.Id.CompareTo(b.Id));
        return fields;
    }

    public byte[] Bytes()
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(bytes);
        return bytes.WrittenSpan.ToArray();
    }

    public static void Varint(ArrayBufferWriter<byte> bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Write([(byte)(value | 0x80)]);
        bytes.Write([(byte)value]);
    }

    void Write(ArrayBufferWriter<byte> bytes)
    {
        foreach (var (id, value) in this)
        {
            // The long form of a field's head, with its id in full, is right for every order of fields.
            bytes.Write([(byte)TypeOf(value)]);
            Varint(bytes, ZigZag(id));
            Write(bytes, value);
        }

        bytes.Write([(byte)0]);
    }

    static void Write(ArrayBufferWriter<byte> bytes, object value)
    {
        switch (value)
        {
            case int number:
                Varint(bytes, ZigZag(number));
                break;
            case long number:
                Varint(bytes, ZigZag(number));
                break;
            case string text:
                Varint(bytes, (ulong)Encoding.UTF8.GetByteCount(text));
                bytes.Write(Encoding.UTF8.GetBytes(text));
                break;
            case byte[] raw:
                bytes.Write(raw);
                break;
            case ThriftFields fields:
                fields.Write(bytes);
                break;
            case Array items:
                bytes.Write([(byte)(0xF0 | (items.Length == 0 ? 12 : TypeOf(items.GetValue(0)!)))]);
                Varint(bytes, (ulong)items.Length);
                foreach (var item in items)
                    Write(bytes, item);
                break;
        }
    }

    // Raw bytes stand for a list whose head they hold.
    static int TypeOf(object value) => value switch
    {
        true => 1,
        false => 2,
        int => 5,
        long => 6,
        string => 8,
        ThriftFields => 12,
        _ => 9,
    };

    static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));
}
