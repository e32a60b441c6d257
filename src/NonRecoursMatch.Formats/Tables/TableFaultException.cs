namespace NonRecoursMatch.Formats.Tables;

/// <summary>What keeps a table from being read on. The names are stable: callers translate them.</summary>
public enum TableFault
{
    /// <summary>A record over the limit: the file is no table, or a quote was not closed.</summary>
    RecordTooLong,

    /// <summary>A quote that is still open at the end.</summary>
    QuoteNotClosed,

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

    /// <summary>A fixed-width line has something where the layout has no field.</summary>
    OutsideFields,

    /// <summary>A Parquet file that contradicts itself, or is none.</summary>
    ParquetCorrupt,

    /// <summary>A Parquet file without its end.</summary>
    ParquetTruncated,

    /// <summary>An encrypted Parquet file.</summary>
    ParquetEncrypted,

    /// <summary>A Parquet file compressed in a way that is not read.</summary>
    ParquetCodec,

    /// <summary>A Parquet column that is no column of a table, or stored in a way that is not read.</summary>
    ParquetColumn,

    /// <summary>A Parquet file of which too much must be held at one time.</summary>
    ParquetTooLarge,

    /// <summary>A text that is no well-formed XML, or not in the encoding that it declares.</summary>
    XmlCorrupt,

    /// <summary>An XML file with a document type: entities could make anything of it.</summary>
    XmlDocumentType,

    /// <summary>An XML file whose root holds none of the groups of the layout.</summary>
    XmlOther,

    /// <summary>A value, a group or a depth of an XML file over the limit.</summary>
    XmlTooLarge,
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

    /// <summary>What the fault is about, in a word that is the same in every language: a codec, a column, a position. Never a value; empty when there is none.</summary>
    public string Subject { get; init; } = "";
}
