using System.Text;

namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>
/// Reads the Thrift compact protocol from bytes that nobody vouches for: no length is believed beyond the bytes left, nothing nests deeper
/// than <see cref="Deepest"/>, and nothing is allocated but the strings asked for. Source: thrift-compact-protocol.md of the Apache Thrift project.
/// </summary>
/// <remarks>
/// Use: <see cref="EnterStruct"/>, then <see cref="NextField"/> until false, each time reading the field with the method of its type or calling
/// <see cref="Skip()"/>. A field of another type than expected is a fault, since the types of parquet.thrift never changed.
/// </remarks>
ref struct ThriftCompactReader
{
    const int Deepest = 24;
    const int True = 1;
    const int False = 2;
    const int Byte8 = 3;
    const int Int16 = 4;
    const int Int32 = 5;
    const int Int64 = 6;
    const int Double = 7;
    const int Binary = 8;
    const int List = 9;
    const int Set = 10;
    const int Map = 11;
    const int Struct = 12;
    const int LongCount = 15;
    const int VarintBits = 64;

    readonly ReadOnlySpan<byte> _bytes;
    readonly ParquetPlace _place;
    readonly ParquetFault _fault;
    int _depth;
    int _type;
    int _lastField;

    /// <summary>A reader of <paramref name="bytes"/> whose faults are <paramref name="fault"/>.</summary>
    public ThriftCompactReader(ReadOnlySpan<byte> bytes, ParquetPlace place, ParquetFault fault)
    {
        _bytes = bytes;
        _place = place;
        _fault = fault;
        _type = Struct;
    }

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>The number of the current field, as in parquet.thrift.</summary>
    public int FieldId { get; private set; }

    /// <summary>Starts a struct: the outermost, the current field or the next item of a list. Give the answer to <see cref="LeaveStruct"/>.</summary>
    public int EnterStruct()
    {
        Expect(Struct);
        if (++_depth > Deepest)
            throw Wrong("nested too deep");
        var outer = _lastField;
        _lastField = 0;
        return outer;
    }

    /// <summary>Ends a struct after <see cref="NextField"/> answered false.</summary>
    public void LeaveStruct(int outer)
    {
        _depth--;
        _lastField = outer;
        // In a list of structs the next item comes next.
        _type = Struct;
    }

    /// <summary>Advances to the next field of the struct.</summary>
    public bool NextField()
    {
        var head = NextByte();
        if (head == 0)
            return false;
        _type = head & 15;
        // Ids of parquet.thrift are small: whatever else is no field that anybody reads, but must not overflow.
        FieldId = head >> 4 == 0 ? (short)ZigZag() : (short)(_lastField + (head >> 4));
        _lastField = FieldId;
        return true;
    }

    /// <summary>The current field as a 32-bit integer or an enumeration.</summary>
    public int ReadInt32()
    {
        Expect(Int32);
        var value = ZigZag();
        return value == (int)value ? (int)value : throw Wrong("an integer of more than 32 bits");
    }

    /// <summary>The current field as a 64-bit integer.</summary>
    public long ReadInt64()
    {
        Expect(Int64);
        return ZigZag();
    }

    /// <summary>The current field as a boolean, which is in its type.</summary>
    public readonly bool ReadBoolean() => _type is True or False ? _type == True : throw Wrong("a boolean was expected");

    /// <summary>The current field, or the next item of a list, as a string.</summary>
    public string ReadString()
    {
        Expect(Binary);
        return Encoding.UTF8.GetString(Take(Length()));
    }

    /// <summary>Starts a list of structs, strings or integers; the number of items, never more than the bytes left.</summary>
    public int EnterList()
    {
        Expect(List);
        return ListHead();
    }

    /// <summary>Passes over the current field.</summary>
    public void Skip() => Skip(_type, inList: false);

    void Skip(int type, bool inList)
    {
        switch (type)
        {
            case True or False:
                // In a list a boolean is a byte of its own, in a field it is the type.
                if (inList)
                    Take(1);
                break;
            case Byte8:
                Take(1);
                break;
            case Int16 or Int32 or Int64:
                Varint();
                break;
            case Double:
                Take(sizeof(double));
                break;
            case Binary:
                Take(Length());
                break;
            case List or Set:
                SkipItems();
                break;
            case Map:
                SkipMap();
                break;
            case Struct:
                _type = Struct;
                var outer = EnterStruct();
                while (NextField())
                    Skip();
                LeaveStruct(outer);
                break;
            default:
                throw Wrong("an unknown type of field");
        }
    }

    void SkipItems()
    {
        Deeper();
        var count = ListHead();
        for (var type = _type; count > 0; count--)
            Skip(type, inList: true);
        _depth--;
    }

    void SkipMap()
    {
        Deeper();
        var count = Length();
        var types = count == 0 ? 0 : NextByte();
        for (; count > 0; count--)
        {
            Skip(types >> 4, inList: true);
            Skip(types & 15, inList: true);
        }

        _depth--;
    }

    void Deeper()
    {
        if (++_depth > Deepest)
            throw Wrong("nested too deep");
    }

    // Every item takes a byte or more, so a count over the bytes left is a lie. The type of the items becomes the current one.
    int ListHead()
    {
        var head = NextByte();
        _type = head & 15;
        var count = head >> 4 == LongCount ? Length() : head >> 4;
        return count <= _bytes.Length - Position ? count : throw Wrong("a list longer than the bytes left");
    }

    int Length()
    {
        var length = Varint();
        return length <= (ulong)(_bytes.Length - Position) ? (int)length : throw Wrong("a length over the bytes left");
    }

    ReadOnlySpan<byte> Take(int length)
    {
        if (length > _bytes.Length - Position)
            throw Wrong("the end is missing");
        Position += length;
        return _bytes.Slice(Position - length, length);
    }

    int NextByte() => Position < _bytes.Length ? _bytes[Position++] : throw Wrong("the end is missing");

    long ZigZag()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < VarintBits; shift += 7)
        {
            var next = NextByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw Wrong("an integer of more than 64 bits");
    }

    readonly void Expect(int type)
    {
        if (_type != type)
            throw Wrong("a field of another type was expected");
    }

    readonly ParquetFormatException Wrong(string detail) => _place.Is(_fault, detail);
}
