using CsvHelper;

namespace NonRecoursMatch.Formats.Delimited;

/// <summary>
/// The CSV that people receive: <c>;</c>, UTF-8 with byte order mark, CRLF, text guarded against formula injection, complete or absent.
/// </summary>
public sealed class DeliveredCsv : IDisposable
{
    readonly Files.AtomicFile _file;
    readonly CsvWriter _writer;

    /// <summary>Starts the file with its column names.</summary>
    public DeliveredCsv(string path, IReadOnlyList<string> columns)
    {
        _file = new Files.AtomicFile(path);
        _writer = CsvWriter.Create(_file.Stream, Options with { WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true);
        _writer.WriteRecord([.. columns]);
    }

    /// <summary>The dialect of every CSV of this project, without byte order mark: extracts as bodies send them.</summary>
    public static CsvWriterOptions Options { get; } = new() { Separator = ';', NewLine = "\r\n" };

    /// <summary>Writes one row.</summary>
    public void Write(params ReadOnlySpan<string> fields) => _writer.WriteRecord(fields);

    /// <summary>Gives the file its final name.</summary>
    public void Complete()
    {
        _writer.Dispose();
        _file.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }
}
