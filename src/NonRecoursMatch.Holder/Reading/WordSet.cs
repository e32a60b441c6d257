using System.Text;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>A few words in capitals, found by their bytes: two letters tell most of the others apart without a comparison.</summary>
sealed class WordSet
{
    const int Letters = 26;

    readonly byte[][]?[] _byStart = new byte[Letters * Letters][][];

    public WordSet(params string[] words)
    {
        Words = words;
        foreach (var group in words.Select(Encoding.ASCII.GetBytes).GroupBy(word => Start(word)))
            _byStart[group.Key] = [.. group];
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; }

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
