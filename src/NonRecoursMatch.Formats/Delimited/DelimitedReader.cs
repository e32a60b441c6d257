using System.Text;
using CsvHelper;

namespace NonRecoursMatch.Formats.Delimited;

/// <summary>
/// Reads a delimited text file record by record as raw bytes (CsvHelper's byte API): the narrow seam through which extracts enter.
/// Bytes are not transcoded: separators and digits are ASCII in every encoding that a format may declare; the caller converts name fields only.
/// </summary>
public sealed class DelimitedReader : IDisposable
{
    readonly CsvReader _reader;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="separator">The declared separator: never guessed.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public DelimitedReader(string path, char separator)
    {
        _reader = CsvReader.FromFile(path, new CsvReaderOptions
        {
            Separator = separator,
            DetectSeparatorHint = false,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = 1 << 20,
        });
        Header = _reader.Read() ? [.. Enumerable.Range(0, _reader.FieldCount).Select(i => Encoding.UTF8.GetString(_reader.GetSpan(i)))] : [];
    }

    /// <summary>The column names of line 1, without byte order mark.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>1-based physical line where the current record starts.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>Number of fields of the current record.</summary>
    public int FieldCount => _reader.FieldCount;

    /// <summary>Whether the current record is an empty line.</summary>
    public bool IsEmptyLine => _reader.FieldCount == 1 && _reader.GetSpan(0).IsEmpty;

    /// <summary>Advances to the next record.</summary>
    /// <exception cref="CsvFormatException">A quote is never closed, or a record is over 1 MiB.</exception>
    public bool Read() => _reader.Read();

    /// <summary>Bytes of field <paramref name="index"/>, unquoted; empty past the end of the record. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Field(int index) => index < _reader.FieldCount ? _reader.GetSpan(index) : default;

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
