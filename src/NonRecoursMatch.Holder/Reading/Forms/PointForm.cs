using System.Buffers;

namespace NonRecoursMatch.Holder.Reading.Forms;

/// <summary>Numbers with a decimal point. Zeros beyond the decimals that the format has are left out; any other digit there makes it another number.</summary>
/// <param name="decimals">Most decimals of the format: 2 for an amount, 0 for a whole number.</param>
sealed class PointForm(int decimals) : CellForm
{
    const int Longest = 40;

    static readonly SearchValues<byte> s_characters = SearchValues.Create("-.0123456789"u8);

    readonly byte[] _value = new byte[Longest];

    public override bool TryRead(ReadOnlySpan<byte> cell, out ReadOnlySpan<byte> value)
    {
        value = cell;
        if (cell.Length > Longest || cell.IndexOfAnyExcept(s_characters) >= 0)
            return false;
        var point = cell.IndexOf((byte)'.');
        if (point < 0)
            return true;
        var kept = cell.Length;
        while (kept > point + 1 + decimals && cell[kept - 1] == '0')
            kept--;
        if (kept > point + 1 + decimals)
            return false;
        cell[..kept].CopyTo(_value);
        _value[point] = (byte)',';
        value = _value.AsSpan(0, kept == point + 1 ? point : kept);
        return true;
    }
}
