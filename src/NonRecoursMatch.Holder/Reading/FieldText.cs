using System.Buffers.Text;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>The written forms of values in an extract. Each reader refuses anything but the exact form.</summary>
public static class FieldText
{
    /// <summary>Reads euros with a decimal comma and at most two decimals, no separator of thousands, into cents.</summary>
    public static bool TryAmount(ReadOnlySpan<byte> text, out long cents)
    {
        cents = 0;
        var negative = text.StartsWith("-"u8);
        var digits = negative ? text[1..] : text;
        var comma = digits.IndexOf((byte)',');
        var whole = comma < 0 ? digits : digits[..comma];
        var decimals = comma < 0 ? default : digits[(comma + 1)..];
        if (!TryDigits(whole, 12, out var euros) || (comma >= 0 && decimals.Length is not (1 or 2)) || (comma >= 0 && !TryDigits(decimals, 2, out _)))
            return false;
        long rest = 0;
        if (comma >= 0)
            TryDigits(decimals, 2, out rest);
        cents = (euros * 100) + (decimals.Length == 1 ? rest * 10 : rest);
        cents = negative ? -cents : cents;
        return true;
    }

    /// <summary>Cents rounded to the whole euro, half away from zero: the only precision that leaves.</summary>
    public static long RoundToEuro(long cents) => cents >= 0 ? (cents + 50) / 100 * 100 : -((-cents + 50) / 100 * 100);

    /// <summary>Reads a whole number.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> text, out int value)
        => Utf8Parser.TryParse(text, out value, out var read) && read == text.Length && text[0] != '+';

    /// <summary>Reads <c>AAAA-MM</c>.</summary>
    public static bool TryMonth(ReadOnlySpan<byte> text, out YearMonth month)
    {
        Span<char> characters = stackalloc char[7];
        month = default;
        if (text.Length != 7)
            return false;
        for (var i = 0; i < 7; i++)
            characters[i] = (char)text[i];
        return YearMonth.TryParse(characters, out month);
    }

    static bool TryDigits(ReadOnlySpan<byte> text, int most, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > most)
            return false;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = (value * 10) + digit - '0';
        }

        return true;
    }
}
