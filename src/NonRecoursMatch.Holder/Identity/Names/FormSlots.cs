using System.Buffers;

namespace NonRecoursMatch.Holder.Identity.Names;

/// <summary>A few texts in one buffer that is reused for every row.</summary>
sealed class FormSlots(int capacity)
{
    readonly ArrayBufferWriter<byte> _text = new(128);
    readonly int[] _ends = new int[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var start = index == 0 ? 0 : _ends[index - 1];
            return _text.WrittenSpan[start.._ends[index]];
        }
    }

    public bool Contains(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].SequenceEqual(text))
                return true;
        }

        return false;
    }

    /// <summary>Takes the next slot, with an empty text too.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        _text.Write(text);
        _ends[Count++] = _text.WrittenCount;
    }

    /// <summary>Takes the next slot if there is one and the text is neither empty nor there yet.</summary>
    public void AddNew(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && Count < capacity && !Contains(text))
            Add(text);
    }

    public void Clear()
    {
        _text.Clear();
        Count = 0;
    }

    public override string ToString() => "•••";
}
