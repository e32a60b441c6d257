namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>
/// A Parquet file cannot be read. Neither the message nor the properties hold a value of the file. A column is always numbered, and named
/// only when its name looks like one: a table without header, converted by another program, has the first person as its column names.
/// </summary>
public sealed class ParquetFormatException : Exception
{
    internal ParquetFormatException(ParquetFault fault, ParquetPlace place, string detail, string subject = "")
        : base($"{fault}{place}: {detail}")
    {
        Fault = fault;
        Column = place.Printable;
        ColumnNumber = place.Column;
        RowGroup = place.RowGroup;
        Detail = detail;
        Subject = subject;
    }

    /// <summary>What is wrong.</summary>
    public ParquetFault Fault { get; }

    /// <summary>The name of the column concerned, or null: none, or its name may be a value.</summary>
    public string? Column { get; }

    /// <summary>1-based position of the column concerned, or null.</summary>
    public int? ColumnNumber { get; }

    /// <summary>0-based row group concerned, as other tools number them, or null.</summary>
    public int? RowGroup { get; }

    /// <summary>What was met and what to do, in English and in words of the format: <c>ZSTD: rewrite with compression snappy or none</c>.</summary>
    public string Detail { get; }

    /// <summary>The codec that is not read, by its name; empty for other faults.</summary>
    public string Subject { get; }
}
