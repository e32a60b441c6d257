namespace NonRecoursMatch.Holder.Identity;

/// <summary>A date written <c>JJ/MM/AAAA</c> whose unknown parts are 00 (0000 for the year).</summary>
/// <param name="Year">Year, or 0.</param>
/// <param name="Month">Month, or 0.</param>
/// <param name="Day">Day, or 0.</param>
public readonly record struct BirthDate(int Year, int Month, int Day)
{
    const int Earliest = 1850;
    const int Latest = 2150;

    /// <summary>Whether the three parts are known.</summary>
    public bool IsComplete => Year > 0 && Month > 0 && Day > 0;

    /// <summary>Whether year and month are known.</summary>
    public bool HasMonth => Year > 0 && Month > 0;

    /// <summary>Whether this is the first of January, which many files write for "unknown".</summary>
    public bool IsNewYear => Month == 1 && Day == 1;

    /// <summary>Reads a cell.</summary>
    /// <returns>False when it has another form, or the day does not exist. A known day needs a known month, and a known month a known year.</returns>
    public static bool TryRead(ReadOnlySpan<byte> cell, out BirthDate date)
    {
        date = default;
        if (cell.Length != 10 || cell[2] != '/' || cell[5] != '/'
            || !Digits(cell[..2], out var day) || !Digits(cell[3..5], out var month) || !Digits(cell[6..], out var year))
        {
            return false;
        }

        var possible = month <= 12
            && (year == 0 ? month == 0 : year is >= Earliest and <= Latest)
            && (day == 0 || (month > 0 && day <= DateTime.DaysInMonth(year, month)));
        if (possible)
            date = new BirthDate(year, month, day);
        return possible;
    }

    /// <summary>Writes <c>AAAAMMJJ</c>.</summary>
    public void Write(Span<byte> eight)
    {
        Put(eight[..4], Year);
        Put(eight[4..6], Month);
        Put(eight[6..8], Day);
    }

    /// <summary>Always masked: a birth date is an identity value.</summary>
    public override string ToString() => "•••";

    static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = (value * 10) + digit - '0';
        }

        return true;
    }

    static void Put(Span<byte> digits, int value)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
