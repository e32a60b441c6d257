using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace NonRecoursMatch.Holder.Identity.Names;

/// <summary>
/// Text with its letters folded (NFKD, marks removed, œ → OE, æ → AE, ß → SS, upper case), its digits kept and every other character reduced
/// to the kind of separator that it is. ASCII, nearly every cell, is folded without allocating.
/// </summary>
static class FoldedText
{
    public const byte Space = (byte)' ';
    public const byte Hyphen = (byte)'-';
    public const byte Apostrophe = (byte)'\'';
    public const byte Dot = (byte)'.';
    const byte Other = (byte)'*';

    /// <summary>Appends the folded text; appends nothing when the cell is too long for a name or is not UTF-8.</summary>
    public static void Append(ReadOnlySpan<byte> utf8, ArrayBufferWriter<byte> output)
    {
        if (utf8.Length > NameNormaliser.LongestName)
            return;
        if (Ascii.IsValid(utf8))
            AppendAscii(utf8, output);
        else if (Utf8.IsValid(utf8))
            AppendUnicode(utf8, output);
    }

    /// <summary>Whether a folded byte is a letter, or part of one that is not Latin.</summary>
    public static bool IsLetter(byte folded) => folded is (>= (byte)'A' and <= (byte)'Z') or >= 0x80;

    /// <summary>Whether a folded byte is a digit.</summary>
    public static bool IsDigit(byte folded) => folded is >= (byte)'0' and <= (byte)'9';

    /// <summary>Folds one ASCII character; what is folded already stays as it is.</summary>
    public static byte OfAscii(byte character) => character switch
    {
        >= (byte)'a' and <= (byte)'z' => (byte)(character - 0x20),
        (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') => character,
        (byte)' ' or (>= (byte)'\t' and <= (byte)'\r') or (byte)',' or (byte)';' or (byte)'/' => Space,
        (byte)'-' => Hyphen,
        (byte)'\'' or (byte)'`' => Apostrophe,
        (byte)'.' => Dot,
        _ => Other,
    };

    static void AppendAscii(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> output)
    {
        var target = output.GetSpan(Math.Max(1, text.Length));
        for (var i = 0; i < text.Length; i++)
            target[i] = OfAscii(text[i]);
        output.Advance(text.Length);
    }

    static void AppendUnicode(ReadOnlySpan<byte> utf8, ArrayBufferWriter<byte> output)
    {
        // The acute accent standing alone would decompose to a space; U+FFFE is refused by Normalize.
        var text = Encoding.UTF8.GetString(utf8).Replace('\u00B4', '\'').Replace('\uFFFE', '*');
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (rune.IsAscii)
                output.Write([OfAscii((byte)rune.Value)]);
            else if (!IsDropped(rune))
                AppendRune(rune, output);
        }
    }

    static void AppendRune(Rune rune, ArrayBufferWriter<byte> output)
    {
        switch (rune.Value)
        {
            case 'œ' or 'Œ':
                output.Write("OE"u8);
                break;
            case 'æ' or 'Æ':
                output.Write("AE"u8);
                break;
            case 'ß' or 'ẞ':
                output.Write("SS"u8);
                break;
            case '‘' or '’' or '‛' or '′' or 'ʻ' or 'ʼ':
                output.Write([Apostrophe]);
                break;
            case var _ when Rune.IsLetter(rune):
                output.Advance(Rune.ToUpperInvariant(rune).EncodeToUtf8(output.GetSpan(4)));
                break;
            case var _ when Rune.IsWhiteSpace(rune):
                output.Write([Space]);
                break;
            case var _ when rune.Value == '−' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation:
                output.Write([Hyphen]);
                break;
            default:
                output.Write([Other]);
                break;
        }
    }

    /// <summary>Marks, modifier letters (but apostrophes) and invisible characters do not even end a word.</summary>
    static bool IsDropped(Rune rune) => rune.Value is not ('ʻ' or 'ʼ') && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ModifierLetter or UnicodeCategory.Format;
}
