using System.Buffers.Binary;

namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>
/// Reads a flat Parquet file row by row as text, in the shape of <see cref="Delimited.DelimitedReader"/>: <see cref="Header"/>,
/// <see cref="Read"/>, <see cref="Field"/>, so that a check of cells treats both alike. Two things are more than a text file can say:
/// <see cref="IsNull"/>, apart from an empty text, and <see cref="RowCount"/> before any row is read. One page per column is in memory at a time.
/// Source: the Apache Parquet format specification (apache/parquet-format, version 2.11); docs/formats/parquet.md says what is read.
/// </summary>
/// <remarks>
/// Cells are UTF-8 in canonical form: integers and decimals with <c>.</c>, <c>true</c> and <c>false</c>, <c>2026-01-31</c>,
/// <c>2026-01-31T08:30:00.5</c> (with <c>Z</c> for instants), floating-point numbers in the shortest form that reads back the same, bytes of a
/// fixed length in hexadecimal digits. BYTE_ARRAY is given as it is: like the fields of a text file, it may turn out not to be UTF-8.
/// A damaged or hostile file throws <see cref="ParquetFormatException"/> and nothing else, at opening or at the row where the damage is met.
/// A few bytes may stand for very many rows of one value: a caller who keeps something per row looks at <see cref="RowCount"/> first.
/// </remarks>
public sealed class ParquetReader : IDisposable
{
    const int MagicLength = 4;
    const int TailLength = sizeof(int) + MagicLength;

    readonly Stream _file;
    readonly FileMetadata _metadata;
    readonly ColumnReader[] _columns;
    int _group = -1;
    long _leftInGroup;
    bool _broken;

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ParquetFormatException">It cannot be read: every fault but those of pages is found here.</exception>
    public ParquetReader(string path, ParquetLimits? limits = null)
        : this(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1), limits)
    {
    }

    /// <summary>Reads a seekable stream, which is disposed with the reader, or at once when it cannot be read.</summary>
    /// <exception cref="ParquetFormatException">As for a file.</exception>
    public ParquetReader(Stream file, ParquetLimits? limits = null)
    {
        limits ??= new ParquetLimits();
        _file = file;
        try
        {
            _metadata = ReadFooter(file, limits);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        var budget = new MemoryBudget(limits);
        var scratch = new PageScratch();
        Header = [.. _metadata.Leaves.Select(leaf => leaf.Place.Name!)];
        _columns = [.. _metadata.Leaves.Select(leaf => new ColumnReader(leaf, file, budget, scratch))];
    }

    /// <summary>The column names, in the order of the file.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>How the values of each column are written as text.</summary>
    internal IReadOnlyList<CellKind> Kinds => [.. _metadata.Leaves.Select(leaf => leaf.Type.Kind)];

    /// <summary>Number of columns.</summary>
    public int FieldCount => _columns.Length;

    /// <summary>Number of rows that the file says it has. <see cref="Read"/> gives as many or throws.</summary>
    public long RowCount => _metadata.Rows;

    /// <summary>1-based number of the current row; 0 before the first <see cref="Read"/>.</summary>
    public long Row { get; private set; }

    /// <summary>Advances to the next row; false at the end.</summary>
    /// <exception cref="ParquetFormatException">A page cannot be read: there is no row after it.</exception>
    /// <exception cref="InvalidOperationException">It already threw.</exception>
    public bool Read()
    {
        if (_broken)
            throw new InvalidOperationException("the file could not be read on");
        if (Row == RowCount)
            return false;
        _broken = true;
        while (_leftInGroup == 0)
            NextGroup();
        foreach (var column in _columns)
            column.Advance();
        _leftInGroup--;
        Row++;
        _broken = false;
        return true;
    }

    /// <summary>Text of cell <paramref name="index"/>; empty when it is unknown. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Field(int index) => _columns[index].Cell;

    /// <summary>Whether cell <paramref name="index"/> is unknown (null), rather than empty.</summary>
    public bool IsNull(int index) => _columns[index].IsNull;

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    void NextGroup()
    {
        var group = _metadata.Groups[++_group];
        _leftInGroup = group.Rows;
        if (_leftInGroup == 0)
            return;
        for (var i = 0; i < _columns.Length; i++)
            _columns[i].Open(group, _group, i);
    }

    // "PAR1", pages, footer, length of the footer, "PAR1".
    static FileMetadata ReadFooter(Stream file, ParquetLimits limits)
    {
        var place = new ParquetPlace();
        Span<byte> magic = stackalloc byte[MagicLength];
        file.Position = 0;
        if (file.ReadAtLeast(magic, MagicLength, throwOnEndOfStream: false) < MagicLength || !(magic.SequenceEqual("PAR1"u8) || magic.SequenceEqual("PARE"u8)))
            throw place.Is(ParquetFault.NotParquet, "the first bytes are not those of Parquet");
        if (magic[^1] == 'E')
            throw place.Is(ParquetFault.Encrypted, "the description of the file is encrypted: deliver the file in clear");
        var length = file.Length;
        if (length < MagicLength + TailLength)
            throw place.Is(ParquetFault.TruncatedFooter, "the end is missing");
        Span<byte> tail = stackalloc byte[TailLength];
        file.Position = length - TailLength;
        file.ReadExactly(tail);
        var footerLength = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (!tail[sizeof(int)..].SequenceEqual("PAR1"u8) || footerLength > length - MagicLength - TailLength)
            throw place.Is(ParquetFault.TruncatedFooter, "the end is missing");
        if (footerLength > limits.Page)
            throw place.Is(ParquetFault.TooLarge, $"a footer of {footerLength} bytes, the limit is {limits.Page}");
        var footer = new byte[footerLength];
        var dataEnd = length - TailLength - footerLength;
        file.Position = dataEnd;
        file.ReadExactly(footer);
        return FileMetadata.Read(footer, dataEnd);
    }
}
