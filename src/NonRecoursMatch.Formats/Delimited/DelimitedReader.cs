using System.Text;
using CsvHelper;
using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Formats.Delimited;

/// <summary>
/// Reads a delimited text record by record as raw bytes (CsvHelper's byte API). Bytes are not transcoded: separators and digits are ASCII in every
/// encoding that a format may declare; the caller converts name fields only.
/// </summary>
public sealed class DelimitedReader : ITableReader
{
    readonly CsvReader _reader;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file; gzip when it is called so.</param>
    /// <param name="separator">The declared separator: never guessed.</param>
    /// <param name="quote">The declared quote.</param>
    /// <param name="names">Encoding of the column names; UTF-8 unless told otherwise.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TableFaultException">The first record cannot be read.</exception>
    public DelimitedReader(string path, char separator, char quote = '"', Encoding? names = null)
    {
        var options = new CsvReaderOptions
        {
            Separator = separator,
            Quote = quote,
            DetectSeparatorHint = false,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = 1 << 20,
        };
        _reader = TableFile.IsGzip(path) ? CsvReader.Create(new GuardedGzip(path), options, leaveOpen: false) : CsvReader.FromFile(path, options);
        try
        {
            Header = Read() ? [.. Enumerable.Range(0, _reader.FieldCount).Select(i => (names ?? Encoding.UTF8).GetString(_reader.GetSpan(i)))] : [];
        }
        catch (TableFaultException)
        {
            _reader.Dispose();
            throw;
        }
    }

    /// <summary>The column names of line 1, without byte order mark.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>1-based physical line where the current record starts.</summary>
    public long Line => _reader.LineNumber;

    /// <inheritdoc/>
    public int FieldCount => _reader.FieldCount;

    /// <inheritdoc/>
    public bool IsEmptyLine => _reader.FieldCount == 1 && _reader.GetSpan(0).IsEmpty;

    /// <summary>Advances to the next record.</summary>
    /// <exception cref="TableFaultException">A record is over 1 MiB, a quote is never closed, or the file cannot be decompressed.</exception>
    public bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException fault)
        {
            var tooLong = fault.Message.Contains("too large", StringComparison.OrdinalIgnoreCase) || fault.Message.Contains("MaxRecordSize", StringComparison.Ordinal);
            throw new TableFaultException(
                tooLong ? TableFault.RecordTooLong : TableFault.QuoteNotClosed, fault.LineNumber, tooLong ? "a record over 1 MiB" : "a quote that is never closed", fault);
        }
    }

    /// <summary>Bytes of field <paramref name="index"/>, unquoted; empty past the end of the record. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Field(int index) => index < _reader.FieldCount ? _reader.GetSpan(index) : default;

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
