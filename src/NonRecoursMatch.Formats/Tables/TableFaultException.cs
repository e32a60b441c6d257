namespace NonRecoursMatch.Formats.Tables;

/// <summary>What keeps a table from being read on. The names are stable: callers translate them.</summary>
public enum TableFault
{
    /// <summary>A record over the limit: a quote was not closed, or the file is no table.</summary>
    RecordTooLong,

    /// <summary>Compressed bytes that are not what gzip writes.</summary>
    CompressionCorrupt,

    /// <summary>The length at the end of a gzip file is not that of its text: cut off, or made of several parts.</summary>
    CompressionTruncated,

    /// <summary>A few compressed bytes stand for so much text that it is no extract.</summary>
    CompressionBomb,

    /// <summary>A fixed-width line that starts with none of the marks of the layout.</summary>
    UnknownRecord,

    /// <summary>The last record of a fixed-width file is missing: cut off.</summary>
    TrailerMissing,

    /// <summary>A fixed-width record after the last one.</summary>
    AfterTrailer,
}

/// <summary>A table cannot be read on. Neither the message nor the properties hold a value of the file.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="line">1-based place in the file, 0 when it has none.</param>
/// <param name="detail">What was met, in English, without a value.</param>
/// <param name="inner">What the underlying reader threw.</param>
public sealed class TableFaultException(TableFault fault, long line, string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>What is wrong.</summary>
    public TableFault Fault { get; } = fault;

    /// <summary>1-based place in the file, 0 when it has none.</summary>
    public long Line { get; } = line;
}
