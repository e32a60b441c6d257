using System.Globalization;

namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>
/// The day of a contact as a spreadsheet program gives it back: as typed, in the form of its own documents, or as the number of days that it
/// keeps instead of a date.
/// </summary>
static class FollowUpDay
{
    /// <summary>The form in which answers are kept.</summary>
    public const string Written = "yyyy-MM-dd";

    static readonly string[] s_forms = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d.M.yyyy", Written, "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    // Day 1 is 1 January 1900, and 29 February 1900, which never was, is counted: the origin holds from March 1900 on.
    static readonly DateOnly s_origin = new(1899, 12, 30);

    /// <summary>Reads a day that is not after <paramref name="latest"/> and lies in the memory of a list.</summary>
    /// <returns>Null when the text is no such day.</returns>
    public static DateOnly? Read(string text, DateOnly latest)
    {
        var day = DateTime.TryParseExact(text, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) ? DateOnly.FromDateTime(typed)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > 36_000 and < 73_000 ? s_origin.AddDays(serial)
            : (DateOnly?)null;
        return day <= latest && day > latest.AddYears(-3) ? day : null;
    }
}
