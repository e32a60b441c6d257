using System.Buffers;
using System.Globalization;
using NonRecoursMatch.Holder.Identity;

namespace NonRecoursMatch.Holder.Anchors;

/// <summary>
/// The anchors of one identity: canonical texts that always join at least two identity fields, so that no token can be attacked by the frequency
/// of a single one. Every combination that links under some error has its own letter (docs/linkage.md gives the list and what each forgives).
/// </summary>
public sealed class AnchorTexts
{
    /// <summary>Most anchors of an identity: every record ships this number, the rest being random.</summary>
    public const int Slots = 18;

    const int Names = 2;

    readonly ArrayBufferWriter<byte> _text = new(256);
    readonly Range[] _places = new Range[Slots];

    /// <summary>Number of anchors.</summary>
    public int Count { get; private set; }

    /// <summary>The canonical text of an anchor.</summary>
    public ReadOnlySpan<byte> this[int index] => Buffer[_places[index]];

    /// <summary>The bytes that hold the texts.</summary>
    public ReadOnlySpan<byte> Buffer => _text.WrittenSpan;

    /// <summary>Where in <see cref="Buffer"/> the text of every anchor is. A text that was not kept leaves a gap.</summary>
    public ReadOnlySpan<Range> Places => _places.AsSpan(0, Count);

    /// <summary>Works out the anchors of an identity.</summary>
    public void Fill(IdentityForms identity, SoundKeys sounds)
    {
        Clear();
        FillDates(identity);
        FillSounds(identity.Birth, identity.Residence, sounds);
    }

    /// <summary>Overwrites the texts.</summary>
    public void Clear()
    {
        _text.Clear();
        Count = 0;
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    /// <summary>
    /// D: birth date, day and month in either order, with an initial of a given name or surname, whichever they are (they may be swapped).
    /// R: birth date with the residence.
    /// </summary>
    void FillDates(IdentityForms identity)
    {
        var birth = identity.Birth;
        if (!birth.IsComplete)
            return;
        var date = (birth.Year * 10_000) + (Math.Min(birth.Day, birth.Month) * 100) + Math.Max(birth.Day, birth.Month);
        Span<byte> initials = stackalloc byte[4];
        var count = Initial(initials, 0, identity.GivenNames.Slot(0));
        count = Initial(initials, count, identity.GivenNames.Slot(2));
        for (var i = 0; i < identity.Surname.FullCount; i++)
            count = Initial(initials, count, identity.Surname.Full(i));
        for (var i = 0; i < count; i++)
            Add('D', date, initials.Slice(i, 1), default);
        if (!identity.Residence.IsEmpty)
            Add('R', date, identity.Residence, default);
    }

    static int Initial(Span<byte> initials, int count, ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || initials[..count].Contains(name[0]))
            return count;
        initials[count] = name[0];
        return count + 1;
    }

    /// <summary>
    /// N: sound of a surname and of a given name, in either order. M, J, Q: sound of a name with two of the three parts of the birth date.
    /// V: sound of a name with the residence.
    /// </summary>
    void FillSounds(BirthDate birth, ReadOnlySpan<byte> residence, SoundKeys sounds)
    {
        for (var i = 0; i < Names && i < sounds.FullSurnames; i++)
        {
            var surname = sounds.Surname(i);
            for (var j = 0; j < Names; j++)
            {
                var given = sounds.GivenName(j);
                if (!given.IsEmpty && (j == 0 || !given.SequenceEqual(sounds.GivenName(0))))
                    AddPair(surname, given);
            }

            if (!residence.IsEmpty)
                Add('V', 0, surname, residence);
        }

        Parts(birth, sounds.Surname(0));
        Parts(birth, sounds.GivenName(0));
        if (!sounds.GivenName(0).IsEmpty && !residence.IsEmpty)
            Add('V', 0, sounds.GivenName(0), residence);
    }

    void Parts(BirthDate birth, ReadOnlySpan<byte> sound)
    {
        if (sound.IsEmpty)
            return;
        if (birth.HasMonth)
            Add('M', (birth.Year * 100) + birth.Month, sound, default);
        if (birth is { Month: > 0, Day: > 0 })
            Add('J', (birth.Month * 100) + birth.Day, sound, default);
        if (birth is { Year: > 0, Day: > 0 })
            Add('Q', (birth.Year * 100) + birth.Day, sound, default);
    }

    void AddPair(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.SequenceCompareTo(other) <= 0)
            Add('N', 0, one, other);
        else
            Add('N', 0, other, one);
    }

    void Add(char letter, int number, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var start = _text.WrittenCount;
        _text.Write([(byte)letter, (byte)'|']);
        if (number > 0)
        {
            number.TryFormat(_text.GetSpan(11), out var written, default, CultureInfo.InvariantCulture);
            _text.Advance(written);
            _text.Write("|"u8);
        }

        _text.Write(one);
        if (!other.IsEmpty)
        {
            _text.Write("|"u8);
            _text.Write(other);
        }

        _places[Count] = start.._text.WrittenCount;
        if (!IsRepeated(Count))
            Count++;
    }

    /// <summary>A surname that sounds like a given name makes an anchor twice: shipped twice, it would tell so.</summary>
    bool IsRepeated(int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (this[i].SequenceEqual(this[index]))
                return true;
        }

        return false;
    }
}
