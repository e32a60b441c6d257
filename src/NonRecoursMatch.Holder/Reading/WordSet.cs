using System.Text;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>A few words in capitals, found by their bytes: two letters tell most of the others apart without a comparison.</summary>
sealed class WordSet
{
    const int Letters = 26;

    readonly byte[][]?[] _byStart = new byte[Letters * Letters][][];

    public WordSet(params string[] words)
    {
        foreach (var group in words.Select(Encoding.ASCII.GetBytes).GroupBy(word => Start(word)))
            _byStart[group.Key] = [.. group];
    }

    /// <summary>Whether a text may begin with one of them: by its first two letters, whatever their case; an accented one may be any.</summary>
    public bool MayStart(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
            return false;
        var (first, second) = ((text[0] | 0x20) - 'a', (text[1] | 0x20) - 'a');
        return text[0] >= 0x80 || text[1] >= 0x80 || (first is >= 0 and < Letters && second is >= 0 and < Letters && _byStart[(first * Letters) + second] is not null);
    }

    /// <summary>Whether a word is one of them.</summary>
    public bool Contains(ReadOnlySpan<byte> word)
    {
        var start = word.Length < 2 ? -1 : Start(word);
        if (start < 0 || _byStart[start] is not { } candidates)
            return false;
        foreach (var candidate in candidates)
        {
            if (word.SequenceEqual(candidate))
                return true;
        }

        return false;
    }

    static int Start(ReadOnlySpan<byte> word)
    {
        var (first, second) = (word[0] - 'A', word[1] - 'A');
        return first is >= 0 and < Letters && second is >= 0 and < Letters ? (first * Letters) + second : -1;
    }
}
