using System.Buffers;

namespace NonRecoursMatch.Holder.Identity.Names;

/// <summary>
/// The ways in which the surnames of one person may be written elsewhere: at most two full forms (every word joined) and four parts (a full form
/// without its particles, an element of a double-barrelled name). One object is reused for every row; the texts never leave the holder.
/// </summary>
public sealed class SurnameForms
{
    const int ShortestWithoutParticles = 2;
    const int ShortestElement = 4;
    readonly NameWords _birth = new();
    readonly NameWords _usage = new();
    readonly List<Surname> _names = new(4);
    readonly FormSlots _full = new(2);
    readonly FormSlots _parts = new(4);
    readonly ArrayBufferWriter<byte> _joined = new(NameNormaliser.LongestName);

    /// <summary>Number of full forms, 0 to 2.</summary>
    public int FullCount => _full.Count;

    /// <summary>Number of parts, 0 to 4.</summary>
    public int PartCount => _parts.Count;

    /// <summary>A full form, particles kept: <c>Le Goff-Péron</c> gives <c>LEGOFFPERON</c>. Those of the birth cell come first.</summary>
    public ReadOnlySpan<byte> Full(int index) => _full[index];

    /// <summary>
    /// A part, different from every full form: first each name without its particles (<c>GOFFPERON</c>), then the elements of at least four
    /// letters of double-barrelled names (<c>GOFF</c>, <c>PERON</c>).
    /// </summary>
    public ReadOnlySpan<byte> Part(int index) => _parts[index];

    /// <summary>
    /// Reads the surnames of a person. Titles are dropped; <c>DUPONT NEE MARTIN</c> in one cell is two names; DIT and what follows is no name;
    /// ST and STE before a word are SAINT and SAINTE.
    /// </summary>
    public void Read(ReadOnlySpan<byte> birthName, ReadOnlySpan<byte> usageName)
    {
        Clear();
        _birth.Read(birthName);
        _usage.Read(usageName);
        Divide(_birth);
        Divide(_usage);
        foreach (var name in _names)
            _full.AddNew(Join(name));
        foreach (var name in _names)
            AddPart(WithoutParticles(name), ShortestWithoutParticles);
        foreach (var name in _names)
            AddElements(name);
    }

    /// <summary>Overwrites what was read.</summary>
    public void Clear()
    {
        _birth.Clear();
        _usage.Clear();
        _names.Clear();
        _full.Clear();
        _parts.Clear();
        _joined.Clear();
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    /// <summary>Finds the names of a cell: what stands between NEE, EPOUSE, VEUVE. A lone separator is a name.</summary>
    void Divide(NameWords words)
    {
        var first = NameNormaliser.AfterTitles(words);
        var start = first;
        for (var i = first; i < words.Count; i++)
        {
            if (i > start && NameNormaliser.IsNickname(words, i))
            {
                AddName(new Surname(words, start, i));
                return;
            }

            if (first + 1 < words.Count && NameNormaliser.IsSeparator(words, i))
            {
                AddName(new Surname(words, start, i));
                start = i + 1;
            }
        }

        AddName(new Surname(words, start, words.Count));
    }

    void AddName(Surname name)
    {
        if (!NameNormaliser.IsAbsent(Join(name)))
            _names.Add(name);
    }

    ReadOnlySpan<byte> Join(Surname name)
    {
        _joined.Clear();
        for (var i = name.Start; i < name.End; i++)
            _joined.Write(name.Word(i));
        return _joined.WrittenSpan;
    }

    ReadOnlySpan<byte> WithoutParticles(Surname name)
    {
        _joined.Clear();
        for (var i = name.Start; i < name.End; i++)
        {
            if (!name.IsParticle(i))
                _joined.Write(name.Word(i));
        }

        return _joined.WrittenSpan;
    }

    void AddElements(Surname name)
    {
        _joined.Clear();
        for (var i = name.Start; i < name.End; i++)
        {
            if (name.IsParticle(i))
                continue;
            _joined.Write(name.Word(i));
            if (name.IsBoundToNext(i))
                continue;
            AddPart(_joined.WrittenSpan, ShortestElement);
            _joined.Clear();
        }
    }

    void AddPart(ReadOnlySpan<byte> text, int shortest)
    {
        if (Letters(text) >= shortest && !_full.Contains(text))
            _parts.AddNew(text);
    }

    /// <summary>Letters of a UTF-8 text: its bytes that do not continue another.</summary>
    static int Letters(ReadOnlySpan<byte> text)
    {
        var letters = 0;
        foreach (var unit in text)
            letters += (unit & 0xC0) == 0x80 ? 0 : 1;
        return letters;
    }

    /// <summary>The words of a cell that make one name.</summary>
    readonly record struct Surname(NameWords Words, int Start, int End)
    {
        public ReadOnlySpan<byte> Word(int index)
        {
            var word = Words.Word(index);
            if (IsLast(index))
                return word;
            return word.SequenceEqual("ST"u8) ? "SAINT"u8 : word.SequenceEqual("STE"u8) ? "SAINTE"u8 : word;
        }

        /// <summary>The last word is always kept, so that a name is never only particles.</summary>
        public bool IsParticle(int index)
            => !IsLast(index) && (NameNormaliser.IsParticle(Words.Word(index)) || (index > Start && NameNormaliser.IsConjunction(Words.Word(index))));

        /// <summary>Whether the next word is of the same element: N'DIAYE, SAINT-PIERRE.</summary>
        public bool IsBoundToNext(int index)
            => !IsLast(index) && (Words.ApostropheBefore(index + 1) || Word(index).SequenceEqual("SAINT"u8) || Word(index).SequenceEqual("SAINTE"u8));

        bool IsLast(int index) => index + 1 == End;
    }
}
