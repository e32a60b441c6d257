namespace NonRecoursMatch.Formats.Tables;

/// <summary>In which form a file that has types, rather than texts, gives the values of a column.</summary>
public enum ValueForm
{
    /// <summary>As somebody wrote it: text, a whole number.</summary>
    Text,

    /// <summary><c>2026-01-31</c>, followed by a time of day in some files.</summary>
    IsoDate,

    /// <summary>A number with a decimal point.</summary>
    Decimal,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,
}
