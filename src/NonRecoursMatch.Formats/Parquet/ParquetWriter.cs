using System.Buffers.Binary;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Formats.Files;

namespace NonRecoursMatch.Formats.Parquet;

/// <summary>
/// Writes a Parquet file of a stated subset (docs/formats/parquet.md), row group by row group, in bounded memory and with the same bytes for
/// the same rows. Fill <see cref="Batch"/> one row at a time and call <see cref="RowDone"/>, as for a column file.
/// The one seam through which Parquet leaves this project.
/// </summary>
public sealed class ParquetWriter : IDisposable
{
    /// <summary>Rows of a row group: enough for readers to scan fast, few enough to keep in memory.</summary>
    public const int RowsPerGroup = 1 << 17;

    // A column of long texts closes the group early: a page must stay far below the 2 GiB that its header can say.
    const int TextBytesPerGroup = 16 << 20;

    readonly AtomicFile _file;
    readonly IReadOnlyList<ParquetColumn> _columns;
    readonly ParquetCodec _codec;
    readonly ParquetPage _page;
    readonly List<RowGroup> _groups = [];

    /// <summary>Starts the file; it takes its final name at <see cref="Complete"/>.</summary>
    /// <exception cref="ArgumentException">There is no column, two have one name, or cents are asked of a column that is not Int64.</exception>
    public ParquetWriter(string path, IReadOnlyList<ParquetColumn> columns, ParquetCodec codec = ParquetCodec.Gzip)
    {
        if (columns.Count == 0 || columns.DistinctBy(column => column.Name).Count() != columns.Count)
            throw new ArgumentException("a Parquet file has one or more columns, each with its own name", nameof(columns));
        if (columns.FirstOrDefault(column => column.Cents && column.Kind != ColumnKind.Int64) is { } wrong)
            throw new ArgumentException($"column {wrong.Name} cannot hold cents: it is {wrong.Kind}", nameof(columns));
        _columns = columns;
        _codec = codec;
        _page = new ParquetPage(codec);
        Batch = new Batch(new TableSchema([.. columns.Select(column => new ColumnField(column.Name, column.Kind))]));
        _file = new AtomicFile(path);
        _file.Stream.Write(Magic);
    }

    static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>The rows not yet written.</summary>
    public Batch Batch { get; }

    /// <summary>Number of rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Ends the row whose values were just appended to every column of <see cref="Batch"/>.</summary>
    public void RowDone()
    {
        Rows++;
        if (Batch.Length >= RowsPerGroup || HoldsLongTexts())
            Flush();
    }

    /// <summary>Writes what remains and the footer, and gives the file its final name.</summary>
    public void Complete()
    {
        Flush();
        var footer = ParquetMetadata.Footer(_columns, Rows, _groups, _codec);
        _file.Stream.Write(footer);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        _file.Stream.Write(length);
        _file.Stream.Write(Magic);
        _file.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _page.Dispose();
        _file.Dispose();
    }

    bool HoldsLongTexts()
    {
        foreach (var column in Batch.Columns)
        {
            if (column.TextBytes.Length >= TextBytesPerGroup)
                return true;
        }

        return false;
    }

    void Flush()
    {
        if (Batch.Length == 0)
            return;
        var chunks = new ColumnChunk[_columns.Count];
        for (var i = 0; i < chunks.Length; i++)
            chunks[i] = WriteChunk(_columns[i], Batch.Columns[i]);
        _groups.Add(new RowGroup(Batch.Length, chunks));
        Batch.Clear();
    }

    ColumnChunk WriteChunk(ParquetColumn definition, Column column)
    {
        if (column.Length != Batch.Length)
            throw new InvalidOperationException($"column {definition.Name} has {column.Length} rows where the group has {Batch.Length}");
        _page.Encode(definition, column);
        var header = ParquetMetadata.PageHeader(column.Length, _page.Uncompressed, _page.Bytes.Length);
        var chunk = new ColumnChunk(_file.Stream.Position, header.Length + _page.Uncompressed, header.Length + _page.Bytes.Length);
        _file.Stream.Write(header);
        _file.Stream.Write(_page.Bytes);
        return chunk;
    }
}
