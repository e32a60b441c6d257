using System.Buffers;
using System.Text;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Identity.Names;

namespace NonRecoursMatch.Holder.Identity;

/// <summary>
/// Places of birth and residence under normalisation n2: one text for one place, whatever year's code a source kept. A commune is written with
/// today's code, a country of birth with its 99xxx code; a text that is no known code stays as it is, comparable but meaning nothing.
/// </summary>
public static class PlaceForms
{
    /// <summary>Longest canonical text in bytes.</summary>
    public const int LongestPlace = 32;

    const int CodeLength = 5;
    const int FirstYearWithoutAlgeria = 1968;
    const int FirstYearWithoutMoroccoAndTunisia = 1964;

    /// <summary>Writes the canonical text of a place cell; a longer cell than a name may be, or one that is not UTF-8, gives nothing.</summary>
    /// <param name="cell">COG code or text.</param>
    /// <param name="birthYear">Year of birth; 0 when unknown, or when the place is a residence: codes of former territories are then left alone.</param>
    /// <param name="communes">The COG.</param>
    /// <param name="output">At least <see cref="LongestPlace"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    public static int Canonical(ReadOnlySpan<byte> cell, int birthYear, CommuneTable communes, Span<byte> output)
    {
        var length = LettersAndDigits(cell, output[..LongestPlace]);
        if (length != CodeLength)
            return length;
        var code = output[..CodeLength];
        Span<char> text = stackalloc char[CodeLength];
        for (var i = 0; i < CodeLength; i++)
            text[i] = (char)code[i];
        if (communes.ToCurrent(text) is { } current)
        {
            for (var i = 0; i < CodeLength; i++)
                code[i] = (byte)current[i];
        }
        else if (IsCode(code))
        {
            FormerTerritory(code, birthYear).CopyTo(code);
        }

        return CodeLength;
    }

    /// <summary>
    /// Writes the département of a canonical place: two characters, three overseas (97x, 98x), the whole code of a country abroad. A code that
    /// the COG does not know has the département that its form says; a text that is no code has none.
    /// </summary>
    /// <returns>Bytes written.</returns>
    public static int Departement(ReadOnlySpan<byte> canonical, Span<byte> output)
    {
        if (!IsCode(canonical))
            return 0;
        var length = canonical switch
        {
            [(byte)'0', (byte)'0', ..] => 0,
            [(byte)'9', (byte)'9', ..] => CodeLength,
            [(byte)'9', (byte)'7' or (byte)'8', ..] => 3,
            _ => 2,
        };
        canonical[..length].CopyTo(output);
        return length;
    }

    /// <summary>What the codes of départements that were French before independence became; Essonne and its neighbours took 91 to 95 in 1968.</summary>
    static ReadOnlySpan<byte> FormerTerritory(ReadOnlySpan<byte> code, int birthYear)
    {
        if (birthYear <= 0 || code[0] != '9')
            return code;
        return code[1] switch
        {
            >= (byte)'1' and <= (byte)'4' when birthYear < FirstYearWithoutAlgeria => "99352"u8,
            (byte)'5' when birthYear < FirstYearWithoutMoroccoAndTunisia => "99350"u8,
            (byte)'6' when birthYear < FirstYearWithoutMoroccoAndTunisia => "99351"u8,
            _ => code,
        };
    }

    /// <summary>Whether a text has the form of a COG code: five digits, or Corsica's 2A and 2B before three.</summary>
    static bool IsCode(ReadOnlySpan<byte> text)
        => text.Length == CodeLength
            && FoldedText.IsDigit(text[0])
            && (FoldedText.IsDigit(text[1]) || text is [(byte)'2', (byte)'A' or (byte)'B', ..])
            && text[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    static int LettersAndDigits(ReadOnlySpan<byte> cell, Span<byte> output)
    {
        if (cell.Length > NameNormaliser.LongestName)
            return 0;
        if (Ascii.IsValid(cell))
            return Keep(cell, output);
        var folded = new ArrayBufferWriter<byte>(NameNormaliser.LongestName);
        FoldedText.Append(cell, folded);
        return Keep(folded.WrittenSpan, output);
    }

    static int Keep(ReadOnlySpan<byte> text, Span<byte> output)
    {
        var length = 0;
        foreach (var unit in text)
        {
            var folded = unit < 0x80 ? FoldedText.OfAscii(unit) : unit;
            if (!FoldedText.IsLetter(folded) && !FoldedText.IsDigit(folded))
                continue;
            if (length == output.Length)
                return IsContinuation(folded) ? StartOfLastLetter(output) : length;
            output[length++] = folded;
        }

        return length;
    }

    /// <summary>A letter that does not fit whole is left out.</summary>
    static int StartOfLastLetter(ReadOnlySpan<byte> text)
    {
        var start = text.Length - 1;
        while (IsContinuation(text[start]))
            start--;
        return start;
    }

    static bool IsContinuation(byte unit) => (unit & 0xC0) == 0x80;
}
