namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>What is wrong with a Parquet file, or what this reader does not read. The names are stable: callers translate them.</summary>
public enum ParquetFault
{
    /// <summary>The file does not start as Parquet does.</summary>
    NotParquet,

    /// <summary>It starts as Parquet and does not end as it: cut off in transfer, or never completed.</summary>
    TruncatedFooter,

    /// <summary>The description of the file contradicts itself, the format or the length of the file.</summary>
    CorruptFooter,

    /// <summary>The file, or one of its columns, is encrypted.</summary>
    Encrypted,

    /// <summary>The values of a column lie in another file.</summary>
    DataElsewhere,

    /// <summary>A column holds groups, lists or maps: a table has one value per cell.</summary>
    NestedColumn,

    /// <summary>A type that no cell of a table of text can show: a time of day, an interval, a UUID, a geometry...</summary>
    UnsupportedType,

    /// <summary>ZSTD, LZ4, LZ4_RAW or LZO: rewrite with compression snappy or none.</summary>
    UnsupportedCodec,

    /// <summary>An encoding outside the set that this reader knows.</summary>
    UnsupportedEncoding,

    /// <summary>The bytes of a page are not what its header says.</summary>
    CorruptPage,

    /// <summary>A page does not have its declared CRC: the file was damaged after it was written.</summary>
    ChecksumMismatch,

    /// <summary>A page, a dictionary, the footer or all that must be held at one time is over <see cref="ParquetLimits"/>.</summary>
    TooLarge,

    /// <summary>Two places of the file count its rows, values or unknown values differently.</summary>
    CountMismatch,
}
