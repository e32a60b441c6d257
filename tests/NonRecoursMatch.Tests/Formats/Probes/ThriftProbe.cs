using System.Text;

namespace NonRecoursMatch.Tests.Formats.Probes;

/// <summary>
/// Reads any Thrift compact struct without knowing its definition: field id to long, string, list or struct. Written from the protocol's
/// specification, apart from the writer that it judges.
/// </summary>
sealed class ThriftProbe(byte[] bytes, int position)
{
    public int Position { get; private set; } = position;

    public Dictionary<int, object> Struct()
    {
        var fields = new Dictionary<int, object>();
        var id = 0;
        for (var head = Byte(); head != 0; head = Byte())
        {
            id = head >> 4 == 0 ? (int)Integer() : id + (head >> 4);
            fields.Add(id, Value(head & 15));
        }

        return fields;
    }

    object Value(int type) => type switch
    {
        5 or 6 => Integer(),
        8 => Text(),
        9 => List(),
        12 => Struct(),
        _ => throw new InvalidDataException($"type {type} at byte {Position}"),
    };

    List<object> List()
    {
        var head = Byte();
        var count = head >> 4 == 15 ? (int)Varint() : head >> 4;
        return [.. Enumerable.Range(0, count).Select(_ => Value(head & 15))];
    }

    string Text()
    {
        var length = (int)Varint();
        Position += length;
        return Encoding.UTF8.GetString(bytes, Position - length, length);
    }

    long Integer()
    {
        var zigzag = Varint();
        return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
    }

    ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    int Byte() => bytes[Position++];
}
