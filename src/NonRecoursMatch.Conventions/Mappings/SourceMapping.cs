using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Formats.FixedWidth;

namespace NonRecoursMatch.Conventions.Mappings;

/// <summary>How a partner writes amounts.</summary>
public enum AmountForm
{
    /// <summary>With a decimal comma, as the formats do.</summary>
    Virgule,

    /// <summary>With a decimal point.</summary>
    Point,

    /// <summary>As a whole number of cents.</summary>
    Centimes,
}

/// <summary>
/// What a partner calls the files, columns and codes of its extract, and how it writes dates and amounts. It stands in the agreement, so that what is
/// signed covers it; a column that it does not name is not read: it blocks the extract (invariant I6).
/// </summary>
public sealed record SourceMapping
{
    /// <summary>Separator of delimited files; null for that of the format.</summary>
    public char? Separator { get; init; }

    /// <summary>Quote of delimited files.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>Pattern of dates, for example <c>AAAA-MM-JJ</c>; null for that of the formats, <c>JJ/MM/AAAA</c>.</summary>
    public string? Dates { get; init; }

    /// <summary>Pattern of months, for example <c>AAAAMM</c>; null for that of the formats, <c>AAAA-MM</c>.</summary>
    public string? Months { get; init; }

    /// <summary>How amounts are written.</summary>
    public AmountForm Amounts { get; init; }

    /// <summary>By name of the table in the format.</summary>
    public IReadOnlyDictionary<string, TableMapping> Tables { get; init; } = new Dictionary<string, TableMapping>();

    /// <summary>What it says of a table; null when nothing.</summary>
    public TableMapping? Of(TableFormat table) => Tables.GetValueOrDefault(table.Name);
}

/// <summary>One table of a mapping.</summary>
public sealed record TableMapping
{
    /// <summary>Name of its file; null when it is called after the table.</summary>
    public string? File { get; init; }

    /// <summary>Field of the format -> column of the partner; null when the columns are called as in the format.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    /// <summary>Field of the format -> code of the partner -> code of the format.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Where the columns of the partner are in a fixed-width file; null when it is none.</summary>
    public FixedWidthLayout? Widths { get; init; }

    /// <summary>The field that a column of the partner is; null when there is none.</summary>
    public FieldFormat? FieldOf(TableFormat table, string column)
        => Columns is null ? table.Find(column) : Columns.FirstOrDefault(pair => pair.Value.Equals(column, StringComparison.Ordinal)).Key is { } field ? table.Find(field) : null;
}
