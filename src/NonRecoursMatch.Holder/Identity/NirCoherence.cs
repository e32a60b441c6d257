namespace NonRecoursMatch.Holder.Identity;

/// <summary>What a number says of its bearer, against what the row says: true, false, or null when one of them says nothing.</summary>
/// <param name="Sex">Whether the sex agrees.</param>
/// <param name="Date">Whether the birth date agrees.</param>
/// <param name="Place">Whether the birth place agrees.</param>
public readonly record struct NirCoherence(bool? Sex, bool? Date, bool? Place)
{
    const int MonthsOfACentury = 1200;

    /// <summary>
    /// Whether the number is probably that of somebody else: a child's row under the number of a parent, or a mistyped number whose key is
    /// right by chance. A place alone does not say so: codes change, and registers write the commune of the hospital or of the parents.
    /// </summary>
    public bool IsOfAnother => Sex == false || Date == false;

    /// <summary>Compares sexes; the row's is M or F.</summary>
    public static bool? OfSex(Nir nir, ReadOnlySpan<byte> sex) => sex switch
    {
        [(byte)'M'] => nir.IsMan,
        [(byte)'F'] => !nir.IsMan,
        _ => null,
    };

    /// <summary>
    /// Compares birth dates, with tolerance for one slip of the hand, since the number itself is right: one month more or less, one or ten years,
    /// day and month exchanged. Two slips are two persons. The month of a 1 January, which many files write for "unknown", is not compared, nor
    /// a pseudo-month.
    /// </summary>
    /// <param name="nir">A number that gives a token.</param>
    /// <param name="birth">The row's date.</param>
    /// <param name="monthByDefault">Whether the source says that the month was unknown.</param>
    public static bool? OfDate(Nir nir, BirthDate birth, bool monthByDefault)
    {
        if (birth.Year == 0)
            return null;
        if (!birth.HasMonth || birth.IsNewYear || monthByDefault || nir.HasPseudoMonth)
            return Distance(nir.Year * 12, birth.Year * 12) is 0 or 12 or 120;
        if (nir.Year == birth.Year % 100 && nir.Month == birth.Day)
            return true;
        return Distance((nir.Year * 12) + nir.Month, (birth.Year * 12) + birth.Month) is 0 or 1 or 12 or 120;
    }

    /// <summary>Months between two months whose century is not compared.</summary>
    static int Distance(int month, int other)
    {
        var distance = Math.Abs(month - other) % MonthsOfACentury;
        return Math.Min(distance, MonthsOfACentury - distance);
    }
}
