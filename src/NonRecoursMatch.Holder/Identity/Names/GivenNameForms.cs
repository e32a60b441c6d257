using System.Buffers;

namespace NonRecoursMatch.Holder.Identity.Names;

/// <summary>
/// The ways in which the given names of one person may be written elsewhere, in four slots that may be empty. Given names are parted by spaces or
/// commas; hyphens and apostrophes stay within one. One object is reused for every row; the texts never leave the holder.
/// </summary>
public sealed class GivenNameForms
{
    /// <summary>Number of slots.</summary>
    public const int Slots = 4;

    const int NamesRead = 3;
    readonly NameWords _words = new();
    readonly (int Start, int End)[] _names = new (int, int)[NamesRead];
    readonly FormSlots _slots = new(Slots);
    readonly ArrayBufferWriter<byte> _joined = new(NameNormaliser.LongestName);

    /// <summary>
    /// 0: the first given name, hyphens joined. 1: the first two joined, or the first element of a hyphenated first one. 2 and 3: the second and
    /// the third. A slot that would repeat an earlier one is empty.
    /// </summary>
    public ReadOnlySpan<byte> Slot(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Slots);
        return index < _slots.Count ? _slots[index] : default;
    }

    /// <summary>Reads the given names of a person. Titles are dropped, and DITE with what follows; an absent first name leaves every slot empty.</summary>
    public void Read(ReadOnlySpan<byte> givenNames)
    {
        Clear();
        _words.Read(givenNames);
        var count = FindNames();
        if (count == 0)
            return;
        var (start, end) = _names[0];
        var element = FirstElement(start, end);
        Fill(start, end);
        if (element < end)
            Fill(start, element);
        else
            Fill(start, count > 1 && _names[1].Start == end ? _names[1].End : start);
        for (var i = 1; i < count; i++)
            Fill(_names[i].Start, _names[i].End);
    }

    /// <summary>Overwrites what was read.</summary>
    public void Clear()
    {
        _words.Clear();
        _slots.Clear();
        _joined.Clear();
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    int FindNames()
    {
        var start = NameNormaliser.AfterTitles(_words);
        if (NameNormaliser.IsAbsent(Join(start, _words.Count)))
            return 0;
        var count = 0;
        while (start < _words.Count && count < NamesRead && (count == 0 || !NameNormaliser.IsNickname(_words, start)))
        {
            var end = start + 1;
            while (end < _words.Count && !_words.SpaceBefore(end))
                end++;
            var absent = NameNormaliser.IsAbsent(Join(start, end));
            if (absent && count == 0)
                return 0;
            if (!absent)
                _names[count++] = (start, end);
            start = end;
        }

        return count;
    }

    int FirstElement(int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (_words.HyphenBefore(i))
                return i;
        }

        return end;
    }

    void Fill(int start, int end)
    {
        var text = Join(start, end);
        _slots.Add(_slots.Contains(text) ? default : text);
    }

    ReadOnlySpan<byte> Join(int start, int end)
    {
        _joined.Clear();
        for (var i = start; i < end; i++)
            _joined.Write(_words.Word(i));
        return _joined.WrittenSpan;
    }
}
