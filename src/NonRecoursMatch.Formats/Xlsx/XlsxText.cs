using System.Buffers;
using System.Globalization;

namespace NonRecoursMatch.Formats.Xlsx;

/// <summary>
/// Any text as the content of an XML element of a workbook. Control characters, which XML cannot hold, become the <c>_xHHHH_</c> of ST_Xstring
/// (ECMA-376 part 1, 22.9.2.19), which spreadsheet programs read back as the character, and a text that already looks so is protected in the
/// same way. What is not text at all, a lone half of a surrogate pair or a noncharacter, becomes U+FFFD.
/// </summary>
static class XlsxText
{
    const char Replacement = '\uFFFD';
    const int EscapeLength = 7;

    static readonly SearchValues<char> s_hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    static readonly SearchValues<char> s_special = SearchValues.Create(
    [
        '&', '<', '>', '_', '\uFFFE', '\uFFFF',
        .. Enumerable.Range(0, ' ').Select(code => (char)code).Except(['\t', '\n']),
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
    ]);

    public static void Write(TextWriter xml, ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(s_special); at >= 0; at = text.IndexOfAny(s_special))
        {
            xml.Write(text[..at]);
            text = text[(at + WriteSpecial(xml, text[at..]))..];
        }

        xml.Write(text);
    }

    /// <returns>Number of characters read.</returns>
    static int WriteSpecial(TextWriter xml, ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                xml.Write("&amp;");
                break;
            case '<':
                xml.Write("&lt;");
                break;
            case '>':
                xml.Write("&gt;");
                break;
            case '_':
                xml.Write(LooksEscaped(text) ? "_x005F_" : "_");
                break;
            case < ' ':
                xml.Write(string.Create(CultureInfo.InvariantCulture, $"_x{(int)text[0]:X4}_"));
                break;
            case var _ when text.Length > 1 && char.IsSurrogatePair(text[0], text[1]):
                xml.Write(text[..2]);
                return 2;
            default:
                xml.Write(Replacement);
                break;
        }

        return 1;
    }

    static bool LooksEscaped(ReadOnlySpan<char> text)
        => text.Length >= EscapeLength && text[1] == 'x' && text[EscapeLength - 1] == '_' && !text[2..(EscapeLength - 1)].ContainsAnyExcept(s_hexadecimal);
}
