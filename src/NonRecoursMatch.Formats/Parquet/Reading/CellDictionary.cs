namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>The dictionary of one column of one row group, as text: each value is formatted once, however often it occurs.</summary>
sealed class CellDictionary(ColumnType type, MemoryBudget budget)
{
    byte[] _text = [];
    int[] _ends = [];
    int _count;

    /// <summary>Whether the row group has one.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Forgets the values and keeps the memory.</summary>
    public void Clear()
    {
        IsThere = false;
        _count = 0;
    }

    /// <summary>Reads a dictionary page.</summary>
    /// <exception cref="ParquetFormatException">What its bytes hold is not what its header says, or is too large.</exception>
    public void Fill(PageHeader header, ArraySegment<byte> page, ParquetPlace place)
    {
        if (IsThere)
            throw place.IsCorrupt("a second dictionary");
        if (header.Encoding is not (Encodings.Plain or Encodings.PlainDictionary) || type.Physical == PhysicalType.Boolean)
            throw Encodings.Refuse(header.Encoding, type.Physical, place);
        // Every value takes its width, a text at least its length: a count over that is a lie.
        if (header.Values > page.Count / (type.Width == 0 ? sizeof(int) : type.Width))
            throw place.IsCorrupt("more values in the dictionary than its bytes can hold");
        if (header.Values > _ends.Length)
        {
            budget.Take(sizeof(int) * ((long)header.Values - _ends.Length), place);
            _ends = new int[header.Values];
        }

        var values = ValueDecoder.Of(Encodings.Plain, type, page, header.Values, place);
        var end = 0;
        for (; _count < header.Values; _count++)
        {
            end = Append(values.Next(), end, place);
            _ends[_count] = end;
        }

        IsThere = true;
    }

    /// <summary>The text of a value.</summary>
    /// <exception cref="ParquetFormatException">CorruptPage: there is no such value.</exception>
    public ArraySegment<byte> this[uint index, ParquetPlace place]
    {
        get
        {
            if (index >= (uint)_count)
                throw place.IsCorrupt("a value that is not in the dictionary");
            var start = index == 0 ? 0 : _ends[index - 1];
            return new ArraySegment<byte>(_text, start, _ends[index] - start);
        }
    }

    int Append(ArraySegment<byte> value, int end, ParquetPlace place)
    {
        var room = type.Kind == CellKind.Text ? value.Count : CellText.Room(type);
        if ((long)end + room > _text.Length)
            budget.Grow(ref _text, (long)end + room, place);
        if (type.Kind != CellKind.Text)
            return end + CellText.Write(type, value, _text.AsSpan(end), place);
        value.AsSpan().CopyTo(_text.AsSpan(end));
        return end + value.Count;
    }
}
