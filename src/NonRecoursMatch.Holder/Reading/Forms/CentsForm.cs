namespace NonRecoursMatch.Holder.Reading.Forms;

/// <summary>Amounts as whole numbers of cents: <c>000081250</c> for 812,50.</summary>
sealed class CentsForm : CellForm
{
    const int Decimals = 2;
    const int Longest = 40;

    readonly byte[] _value = new byte[Longest];

    public override bool TryRead(ReadOnlySpan<byte> cell, out ReadOnlySpan<byte> value)
    {
        value = cell;
        var negative = cell[0] == '-';
        var digits = (negative ? cell[1..] : cell).TrimStart((byte)'0');
        if (cell.Length > Longest - Decimals - 2 || cell.Length == (negative ? 1 : 0) || digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
            return false;
        var length = 0;
        if (negative)
            _value[length++] = (byte)'-';
        var whole = digits.Length > Decimals ? digits[..^Decimals] : "0"u8;
        whole.CopyTo(_value.AsSpan(length));
        length += whole.Length;
        _value[length++] = (byte)',';
        var rest = digits[Math.Max(0, digits.Length - Decimals)..];
        _value.AsSpan(length, Decimals).Fill((byte)'0');
        rest.CopyTo(_value.AsSpan(length + Decimals - rest.Length));
        value = _value.AsSpan(0, length + Decimals);
        return true;
    }
}
