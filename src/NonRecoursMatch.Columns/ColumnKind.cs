namespace NonRecoursMatch.Columns;

/// <summary>The physical types of a column, a subset of the Arrow columnar format.</summary>
public enum ColumnKind : byte
{
    /// <summary>32-bit integers: months (<see cref="YearMonth.Index"/>), days (<see cref="DateOnly.DayNumber"/>), row numbers, counts.</summary>
    Int32 = 1,

    /// <summary>64-bit integers: amounts in euro cents.</summary>
    Int64 = 2,

    /// <summary>Sixteen raw bytes (Arrow FixedSizeBinary(16)): tokens, handles, group ids.</summary>
    Key128 = 3,

    /// <summary>UTF-8 text with 32-bit offsets: codes of a nomenclature.</summary>
    Utf8 = 4,

    /// <summary>Bytes with 32-bit offsets: the traits under an anchor.</summary>
    Binary = 5,
}

/// <summary>Name and physical type of one column. Every column may hold nulls: null is "unknown", never zero.</summary>
public sealed record ColumnField(string Name, ColumnKind Kind);

/// <summary>The ordered columns of a table.</summary>
public sealed record TableSchema(IReadOnlyList<ColumnField> Fields)
{
    /// <summary>The position of a column, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name.Equals(name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}
