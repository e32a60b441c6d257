using System.Buffers;

namespace NonRecoursMatch.Holder.Identity.Names;

/// <summary>
/// The words of a name cell: maximal runs of letters of any script, folded (compatibility decomposition, marks removed, œ → OE, æ → AE, ß → SS,
/// upper case), and what stands between them. One object is reused for every row.
/// </summary>
public sealed class NameWords
{
    readonly ArrayBufferWriter<byte> _text = new(NameNormaliser.LongestName);
    readonly List<(int Start, int End, Separators Before)> _words = new(16);

    [Flags]
    enum Separators
    {
        None = 0,
        Space = 1,
        Hyphen = 2,
        Apostrophe = 4,
        Dot = 8,
    }

    /// <summary>Number of words; none when the cell is too long for a name or is not UTF-8.</summary>
    public int Count => _words.Count;

    /// <summary>A word, in UTF-8.</summary>
    public ReadOnlySpan<byte> Word(int index) => _text.WrittenSpan[_words[index].Start.._words[index].End];

    /// <summary>Whether a hyphen, with or without spaces, joins the word to the one before.</summary>
    public bool HyphenBefore(int index) => Has(index, Separators.Hyphen);

    /// <summary>Whether an apostrophe alone joins the word to the one before: a quotation mark stands beside a space.</summary>
    public bool ApostropheBefore(int index) => Has(index, Separators.Apostrophe) && !Has(index, Separators.Space | Separators.Hyphen);

    /// <summary>Whether a space, a comma, a semicolon or a slash (and no hyphen) parts the word from the one before.</summary>
    public bool SpaceBefore(int index) => Has(index, Separators.Space) && !Has(index, Separators.Hyphen);

    /// <summary>Whether a full stop is among what stands before the word.</summary>
    public bool DotBefore(int index) => Has(index, Separators.Dot);

    /// <summary>Reads a cell.</summary>
    public void Read(ReadOnlySpan<byte> utf8)
    {
        Clear();
        FoldedText.Append(utf8, _text);
        var text = _text.WrittenSpan;
        var before = Separators.None;
        for (var i = 0; i < text.Length; i++)
        {
            if (!FoldedText.IsLetter(text[i]))
            {
                before |= Kind(text[i]);
                continue;
            }

            var start = i;
            while (i + 1 < text.Length && FoldedText.IsLetter(text[i + 1]))
                i++;
            _words.Add((start, i + 1, _words.Count == 0 ? Separators.None : before));
            before = Separators.None;
        }
    }

    /// <summary>Overwrites what was read.</summary>
    public void Clear()
    {
        _text.Clear();
        _words.Clear();
    }

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    static Separators Kind(byte folded) => folded switch
    {
        FoldedText.Space => Separators.Space,
        FoldedText.Hyphen => Separators.Hyphen,
        FoldedText.Apostrophe => Separators.Apostrophe,
        FoldedText.Dot => Separators.Dot,
        _ => Separators.None,
    };

    bool Has(int index, Separators any) => (_words[index].Before & any) != 0;
}
