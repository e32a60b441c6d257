using System.Globalization;

namespace NonRecoursMatch.Columns;

/// <summary>A calendar month, kept as the number of months since January of year 0 (0000-01 = 0), so that differences are subtractions.</summary>
public readonly record struct YearMonth(int Index) : IComparable<YearMonth>
{
    /// <summary>The month <paramref name="month"/> (1–12) of <paramref name="year"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month is not between 1 and 12, or the year not between 1 and 9999.</exception>
    public static YearMonth Of(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return new YearMonth((year * 12) + month - 1);
    }

    /// <summary>The month that holds <paramref name="date"/>.</summary>
    public static YearMonth Of(DateOnly date) => Of(date.Year, date.Month);

    /// <summary>Reads <c>AAAA-MM</c>, the only written form of a month in this project.</summary>
    /// <returns>False when the text is not exactly four digits, a hyphen and a month from 01 to 12.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out YearMonth month)
    {
        month = default;
        if (text.Length != 7 || text[4] != '-'
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year < 1 || number is < 1 or > 12)
        {
            return false;
        }

        month = Of(year, number);
        return true;
    }

    /// <summary>Reads <c>AAAA-MM</c>.</summary>
    /// <exception cref="FormatException">The text is not a month.</exception>
    public static YearMonth Parse(ReadOnlySpan<char> text) => TryParse(text, out var month)
        ? month
        : throw new FormatException("a month is written AAAA-MM, for example 2026-10");

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => Index / 12;

    /// <summary>The month of the year, 1 to 12.</summary>
    public int Month => (Index % 12) + 1;

    /// <summary>The first day of the month.</summary>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>The last day of the month.</summary>
    public DateOnly LastDay => AddMonths(1).FirstDay.AddDays(-1);

    /// <summary>This month moved by <paramref name="count"/> months (negative: earlier).</summary>
    public YearMonth AddMonths(int count) => new(Index + count);

    /// <inheritdoc/>
    public int CompareTo(YearMonth other) => Index.CompareTo(other.Index);

    /// <summary>Whether the left month is earlier.</summary>
    public static bool operator <(YearMonth left, YearMonth right) => left.Index < right.Index;

    /// <summary>Whether the left month is later.</summary>
    public static bool operator >(YearMonth left, YearMonth right) => left.Index > right.Index;

    /// <summary>Whether the left month is earlier or the same.</summary>
    public static bool operator <=(YearMonth left, YearMonth right) => left.Index <= right.Index;

    /// <summary>Whether the left month is later or the same.</summary>
    public static bool operator >=(YearMonth left, YearMonth right) => left.Index >= right.Index;

    /// <summary>The number of months from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static int operator -(YearMonth left, YearMonth right) => left.Index - right.Index;

    /// <summary><c>AAAA-MM</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
