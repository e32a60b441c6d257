using System.Globalization;
using NonRecoursMatch.Synthetic.Population;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>How values are written in extracts: JJ/MM/AAAA with 00 for unknown parts, decimal comma, O and N, empty for unknown.</summary>
internal static class Written
{
    /// <summary>A day, or empty.</summary>
    public static string Day(DateOnly? day) => day?.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A birth date as far as the register knows it.</summary>
    public static string Birth(DateOnly day, BirthPrecision precision) => precision switch
    {
        BirthPrecision.NoDay => string.Create(CultureInfo.InvariantCulture, $"00/{day.Month:00}/{day.Year:0000}"),
        BirthPrecision.NoDayNoMonth => string.Create(CultureInfo.InvariantCulture, $"00/00/{day.Year:0000}"),
        _ => Day(day),
    };

    /// <summary>Cents as euros with two decimals, or empty.</summary>
    public static string Amount(long? cents)
        => cents is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value / 100},{value % 100:00}") : "";

    /// <summary>O, N or empty.</summary>
    public static string YesNo(bool? value) => value is { } known ? known ? "O" : "N" : "";
}
