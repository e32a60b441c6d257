using System.Globalization;
using System.Text;

namespace NonRecoursMatch.Holder.Validation;

/// <summary>
/// The shape of a value: digits as 9, letters as A, spaces as _, other printable ASCII as it is, the rest as ?; runs with their length, as in
/// <c>9(13)A</c>. Enough to see what is wrong, too little to know who it is.
/// </summary>
public static class ValueShape
{
    const int Longest = 40;

    /// <summary>The shape of some bytes, cut after about forty characters.</summary>
    public static string Of(ReadOnlySpan<byte> value)
    {
        var shape = new StringBuilder();
        for (var i = 0; i < value.Length && shape.Length < Longest;)
        {
            var symbol = Symbol(value[i]);
            var length = 1;
            var next = i + 1;
            while (next < value.Length && (Symbol(value[next]) == symbol || (symbol == 'A' && IsContinuation(value[next]))))
                length += IsContinuation(value[next++]) ? 0 : 1;
            shape.Append(symbol);
            if (length > 1)
                shape.Append(CultureInfo.InvariantCulture, $"({length})");
            i = next;
        }

        if (shape.Length >= Longest)
            shape.Append('…');
        return shape.ToString();
    }

    static bool IsContinuation(byte value) => value is >= 0x80 and < 0xC0;

    static char Symbol(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => '9',
        >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= 0x80 => 'A',
        (byte)' ' => '_',
        > (byte)' ' and < 0x7F => (char)value,
        _ => '?',
    };
}
