using System.Collections.Concurrent;
using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>How values are written in extracts: JJ/MM/AAAA with 00 for unknown parts, decimal comma, O and N, empty for unknown.</summary>
internal static class Written
{
    // Fourteen months are written for every adult: their texts are made once.
    static readonly ConcurrentDictionary<int, string> _months = new();

    /// <summary>A day, or empty.</summary>
    public static string Day(DateOnly? day) => day?.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A month.</summary>
    public static string Month(YearMonth month) => _months.GetOrAdd(month.Index, static (_, month) => month.ToString(), month);

    /// <summary>A birth date as far as the register knows it.</summary>
    public static string Birth(DateOnly day, BirthPrecision precision) => precision switch
    {
        BirthPrecision.NoDay => string.Create(CultureInfo.InvariantCulture, $"00/{day.Month:00}/{day.Year:0000}"),
        BirthPrecision.NoDayNoMonth => string.Create(CultureInfo.InvariantCulture, $"00/00/{day.Year:0000}"),
        _ => Day(day),
    };

    /// <summary>Cents as euros with two decimals, or empty.</summary>
    public static string Amount(long? cents)
    {
        if (cents is not { } value)
            return "";
        Span<char> text = stackalloc char[24];
        (value / 100).TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        text[length] = ',';
        text[length + 1] = (char)('0' + (value % 100 / 10));
        text[length + 2] = (char)('0' + (value % 10));
        return new string(text[..(length + 3)]);
    }

    /// <summary>O, N or empty.</summary>
    public static string YesNo(bool? value) => value is { } known ? known ? "O" : "N" : "";
}
