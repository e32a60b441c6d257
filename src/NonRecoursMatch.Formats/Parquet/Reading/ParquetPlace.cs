namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>Where in a file something is read: every refusal is made here, so that it always says where.</summary>
/// <param name="Name">Name of the column, as the file has it.</param>
/// <param name="Column">1-based.</param>
/// <param name="RowGroup">0-based.</param>
sealed record ParquetPlace(string? Name = null, int? Column = null, int? RowGroup = null)
{
    const int LongestName = 64;

    /// <summary>The name when it is one of a column beyond doubt: <c>date_naissance</c>, and not <c>MARTIN</c>.</summary>
    public string? Printable
        => Name is { Length: > 0 and <= LongestName } && char.IsAsciiLetterLower(Name[0]) && Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            ? Name
            : null;

    /// <summary>The refusal to throw.</summary>
    public ParquetFormatException Is(ParquetFault fault, string detail, string subject = "") => new(fault, this, detail, subject);

    /// <summary>The refusal of a page whose bytes are wrong.</summary>
    public ParquetFormatException IsCorrupt(string detail) => Is(ParquetFault.CorruptPage, detail);

    /// <inheritdoc/>
    public override string ToString()
        => (Column is { } column ? $", column {column}" : "") + (Printable is { } name ? $" ({name})" : "") + (RowGroup is { } group ? $", row group {group}" : "");
}
