namespace NonRecoursMatch.Holder.Reading;

/// <summary>Reads a word of a UTF-8 text in capitals without accents.</summary>
static class FoldedWord
{
    // Latin-1 letters U+00C0 to U+00DF, then the same in small letters: what each is without its accent; a space is no letter.
    const string Unaccented = "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTS";

    /// <summary>Whether a byte is a letter, or part of one.</summary>
    public static bool IsLetter(byte value) => (uint)((value | 0x20) - 'a') < 26 || value >= 0x80;

    /// <summary>Reads the word at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">Receives the word, cut to its length.</param>
    /// <param name="read">Bytes of the text that the word takes.</param>
    /// <returns>Number of letters; 0 when the text does not start with a letter.</returns>
    public static int Read(ReadOnlySpan<byte> text, Span<byte> word, out int read)
    {
        var length = 0;
        for (read = 0; read < text.Length;)
        {
            var (letter, size) = Letter(text[read..]);
            if (letter == 0)
                break;
            if (length < word.Length)
                word[length] = letter;
            length++;
            read += size;
        }

        return length;
    }

    static (byte Letter, int Size) Letter(ReadOnlySpan<byte> text)
    {
        var first = text[0];
        if (first is >= (byte)'a' and <= (byte)'z')
            return ((byte)(first - 32), 1);
        if (first is >= (byte)'A' and <= (byte)'Z')
            return (first, 1);
        if (first < 0x80)
            return (0, 1);

        // Any other letter than those of Latin-1 is in no word that is looked for: it only keeps the word together.
        if (first != 0xC3 || text.Length < 2)
            return ((byte)'*', first < 0xC0 ? 1 : Math.Min(text.Length, first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4));
        var plain = (byte)Unaccented[text[1] & 0x1F];
        return (plain == ' ' ? (byte)0 : plain, 2);
    }
}
