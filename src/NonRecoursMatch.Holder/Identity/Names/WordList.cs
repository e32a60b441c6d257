using System.Text;

namespace NonRecoursMatch.Holder.Identity.Names;

/// <summary>A short list of upper-case ASCII words, compared as bytes so that a row costs no string.</summary>
sealed class WordList(params string[] words)
{
    readonly byte[][] _bytes = [.. words.Select(Encoding.ASCII.GetBytes)];

    public IReadOnlyList<string> Words => words;

    public bool Contains(ReadOnlySpan<byte> word)
    {
        foreach (var bytes in _bytes)
        {
            if (word.SequenceEqual(bytes))
                return true;
        }

        return false;
    }
}
