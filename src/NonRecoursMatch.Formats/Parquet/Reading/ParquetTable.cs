using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>A Parquet file as a table of text cells in UTF-8: what is unknown is empty.</summary>
public sealed class ParquetTable : ITableReader
{
    readonly ParquetReader _reader;

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TableFaultException">It cannot be read.</exception>
    public ParquetTable(string path)
    {
        try
        {
            _reader = new ParquetReader(path);
        }
        catch (Exception fault) when (IsOfFile(fault))
        {
            throw Refusal(fault, 0);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header => _reader.Header;

    /// <summary>The form of the values of each column.</summary>
    public IReadOnlyList<ValueForm> Forms => [.. _reader.Kinds.Select(FormOf)];

    /// <inheritdoc/>
    public long Line => _reader.Row + 1;

    /// <inheritdoc/>
    public int FieldCount => _reader.FieldCount;

    /// <inheritdoc/>
    public bool IsEmptyLine => false;

    /// <inheritdoc/>
    public bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (Exception fault) when (IsOfFile(fault))
        {
            throw Refusal(fault, Line);
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Field(int index) => index < _reader.FieldCount ? _reader.Field(index) : default;

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    /// <summary>Its bytes are wrong, or it was cut while it was read: its length fitted when it was opened.</summary>
    static bool IsOfFile(Exception fault) => fault is ParquetFormatException or EndOfStreamException;

    static TableFaultException Refusal(Exception fault, long line) => fault is ParquetFormatException known
        ? new TableFaultException(FaultOf(known.Fault), line, known.Message, known) { Subject = known.Subject.Length > 0 ? known.Subject : known.Column ?? "" }
        : new TableFaultException(TableFault.ParquetTruncated, line, "the end is missing", fault);

    static ValueForm FormOf(CellKind kind) => kind switch
    {
        CellKind.Date or CellKind.Timestamp or CellKind.Int96 => ValueForm.IsoDate,
        CellKind.Decimal or CellKind.Float or CellKind.Double => ValueForm.Decimal,
        CellKind.Boolean => ValueForm.Truth,
        _ => ValueForm.Text,
    };

    static TableFault FaultOf(ParquetFault fault) => fault switch
    {
        ParquetFault.TruncatedFooter => TableFault.ParquetTruncated,
        ParquetFault.Encrypted => TableFault.ParquetEncrypted,
        ParquetFault.UnsupportedCodec => TableFault.ParquetCodec,
        ParquetFault.NestedColumn or ParquetFault.UnsupportedType or ParquetFault.UnsupportedEncoding or ParquetFault.DataElsewhere => TableFault.ParquetColumn,
        ParquetFault.TooLarge => TableFault.ParquetTooLarge,
        _ => TableFault.ParquetCorrupt,
    };
}
