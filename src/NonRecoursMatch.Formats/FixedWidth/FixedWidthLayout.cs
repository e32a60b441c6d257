namespace NonRecoursMatch.Formats.FixedWidth;

/// <summary>One field of a fixed-width record.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Start">1-based position of its first character.</param>
/// <param name="Length">In characters.</param>
public sealed record FixedField(string Name, int Start, int Length)
{
    /// <summary>Last position, 1-based.</summary>
    public int End => Start + Length - 1;
}

/// <summary>
/// Layout of a fixed-width file: one record per line; the mark at the start of a line tells a header, a detail and a trailer apart. Positions count
/// characters, which in a single-byte encoding are bytes.
/// </summary>
/// <param name="Fields">Fields of a detail record, in any order.</param>
/// <param name="Utf8">Whether a character may be several bytes.</param>
public sealed record FixedWidthLayout(IReadOnlyList<FixedField> Fields, bool Utf8)
{
    /// <summary>What a header record starts with; null when there is none.</summary>
    public string? Header { get; init; }

    /// <summary>What a detail record starts with; null when every line that is neither header nor trailer is one.</summary>
    public string? Detail { get; init; }

    /// <summary>What the trailer record starts with; null when there is none.</summary>
    public string? Trailer { get; init; }

    /// <summary>Where the trailer announces the number of detail records.</summary>
    public FixedField? TrailerRows { get; init; }

    /// <summary>Where the trailer announces the sum of amounts, in cents.</summary>
    public FixedField? TrailerTotal { get; init; }
}
