namespace NonRecoursMatch.Holder.Reading.Forms;

/// <summary>Dates, or months, of another pattern: <c>AAAA-MM-JJ</c>, <c>JJMMAAAA</c>. Zeros stay what they are in the format: an unknown part; a date of zeros alone is unknown.</summary>
/// <param name="pattern">JJ, MM and AAAA in any order, whatever stands between them; JJ may be missing where a month is read.</param>
/// <param name="isMonth">Whether the format has a month there.</param>
/// <param name="mayHaveMidnight">Whether the time of day 00:00:00 may follow, as in typed files.</param>
sealed class DateForm(string pattern, bool isMonth, bool mayHaveMidnight = false) : CellForm
{
    readonly int _day = pattern.IndexOf("JJ", StringComparison.Ordinal);
    readonly int _month = pattern.IndexOf("MM", StringComparison.Ordinal);
    readonly int _year = pattern.IndexOf("AAAA", StringComparison.Ordinal);
    readonly byte[] _value = isMonth ? "0000-00"u8.ToArray() : "00/00/0000"u8.ToArray();

    public override bool TryRead(ReadOnlySpan<byte> cell, out ReadOnlySpan<byte> value)
    {
        value = cell;
        if (!Fits(cell))
            return false;
        var year = cell.Slice(_year, 4);
        var month = cell.Slice(_month, 2);
        if (!isMonth)
        {
            var day = cell.Slice(_day, 2);
            day.CopyTo(_value);
            month.CopyTo(_value.AsSpan(3));
            year.CopyTo(_value.AsSpan(6));
            value = IsZero(day) && IsZero(month) && IsZero(year) ? default : _value;
            return true;
        }

        year.CopyTo(_value);
        month.CopyTo(_value.AsSpan(5));
        value = IsZero(month) && IsZero(year) ? default : _value;
        return true;
    }

    bool Fits(ReadOnlySpan<byte> cell)
    {
        if (cell.Length < pattern.Length || (cell.Length > pattern.Length && !(mayHaveMidnight && cell[pattern.Length..] is var time && (time.SequenceEqual("T00:00:00"u8) || time.SequenceEqual("T00:00:00Z"u8)))))
            return false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is 'J' or 'M' or 'A' ? cell[i] is < (byte)'0' or > (byte)'9' : cell[i] != pattern[i])
                return false;
        }

        return true;
    }

    static bool IsZero(ReadOnlySpan<byte> digits) => digits.IndexOfAnyExcept((byte)'0') < 0;
}
