using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace NonRecoursMatch.Holder.Identity;

/// <summary>
/// Normalisation n1 of names: compatibility decomposition (NFKD), marks removed, œ → OE, æ → AE, upper case, everything that is not a letter
/// removed. Words that stand for the absence of a name (titles, SNP, INCONNU, X) give nothing. Its version is part of the key derivation.
/// </summary>
public static class NameNormaliser
{
    /// <summary>Longest name in bytes; a longer cell is no name.</summary>
    public const int LongestName = 256;

    static readonly string[] _absent =
        ["SNP", "INCONNU", "INCONNUE", "X", "XX", "XXX", "NEANT", "M", "MR", "MME", "MLLE", "MONSIEUR", "MADAME", "MADEMOISELLE", "SANSNOM", "SANSPRENOM"];

    static readonly byte[][] _absentWords = [.. _absent.Select(Encoding.ASCII.GetBytes)];

    /// <summary>The words that stand for the absence of a name, normalised.</summary>
    public static IReadOnlyList<string> AbsentWords => _absent;

    /// <summary>Appends the normalised surname; appends nothing when it is missing.</summary>
    /// <returns>Whether there is a surname.</returns>
    public static bool AppendSurname(ReadOnlySpan<byte> utf8, ArrayBufferWriter<byte> output) => Append(utf8, output);

    /// <summary>Appends the normalised first given name: the text up to the first space, hyphenated compounds kept joined.</summary>
    /// <returns>Whether there is a given name.</returns>
    public static bool AppendGivenName(ReadOnlySpan<byte> utf8, ArrayBufferWriter<byte> output) => Append(FirstWord(utf8), output);

    static bool Append(ReadOnlySpan<byte> utf8, ArrayBufferWriter<byte> output)
    {
        if (utf8.Length > LongestName)
            return false;
        var start = output.WrittenCount;
        if (Ascii.IsValid(utf8))
            AppendAscii(utf8, output);
        else if (Utf8.IsValid(utf8))
            AppendUnicode(utf8, output);
        var written = output.WrittenSpan[start..];
        if (written.IsEmpty)
            return false;
        foreach (var word in _absentWords)
        {
            if (written.SequenceEqual(word))
                return false;
        }

        return true;
    }

    static void AppendAscii(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output)
    {
        var target = output.GetSpan(Math.Max(1, text.Length));
        var length = 0;
        foreach (var character in text)
        {
            var upper = (byte)(character & 0xDF);
            if (upper is >= (byte)'A' and <= (byte)'Z')
                target[length++] = upper;
        }

        output.Advance(length);
    }

    static void AppendUnicode(ReadOnlySpan<byte> utf8, ArrayBufferWriter<byte> output)
    {
        var decomposed = Encoding.UTF8.GetString(utf8).Normalize(NormalizationForm.FormKD);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case 'œ' or 'Œ':
                    output.Write("OE"u8);
                    continue;
                case 'æ' or 'Æ':
                    output.Write("AE"u8);
                    continue;
            }

            if (!Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.ModifierLetter)
                continue;
            var target = output.GetSpan(4);
            output.Advance(Rune.ToUpperInvariant(rune).EncodeToUtf8(target));
        }
    }

    static ReadOnlySpan<byte> FirstWord(ReadOnlySpan<byte> utf8)
    {
        var text = utf8;
        while (SpaceAt(text) is var space && space > 0)
            text = text[space..];
        for (var i = 0; i < text.Length; i++)
        {
            if (SpaceAt(text[i..]) > 0)
                return text[..i];
        }

        return text;
    }

    /// <summary>Bytes of the space that starts the text: tabulation, space, no-break space (U+00A0), narrow no-break space (U+202F); 0 for none.</summary>
    static int SpaceAt(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        if (text[0] is (byte)' ' or (byte)'\t')
            return 1;
        if (text.StartsWith("\u00A0"u8))
            return 2;
        return text.StartsWith("\u202F"u8) ? 3 : 0;
    }
}
