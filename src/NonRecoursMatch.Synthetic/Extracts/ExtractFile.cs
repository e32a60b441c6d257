using System.Buffers;
using System.Text;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>
/// One CSV file of an extract, written row by row in the dialect of this project (<c>;</c>, UTF-8 without mark, CRLF); counts its rows and adds up
/// its control total. Nearly all the time of a generation goes through here, so rows are encoded straight into one buffer.
/// </summary>
internal sealed class ExtractFile : IDisposable
{
    const int BufferSize = 1 << 16;
    const int MostBytesPerUnit = 3;
    static readonly SearchValues<char> _quoted = SearchValues.Create(";\"\r\n");

    readonly FileStream _stream;
    readonly byte[] _buffer = new byte[BufferSize];
    readonly Dictionary<string, int> _positions;
    readonly string[] _row;
    int _used;

    /// <summary>Starts the file with its header.</summary>
    /// <param name="columns">Header, in the order of the format.</param>
    public ExtractFile(string path, IReadOnlyList<string> columns)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        _positions = columns.Select((column, index) => (column, index)).ToDictionary(pair => pair.column, pair => pair.index, StringComparer.Ordinal);
        _row = [.. columns];
        EndRow();
        Rows = 0;
    }

    /// <summary>Rows written, without the header.</summary>
    public long Rows { get; private set; }

    /// <summary>Sum of the amounts given to <see cref="Amount"/>, in cents.</summary>
    public long TotalCents { get; private set; }

    /// <summary>Sets a column of the current row; a column that this file does not have is left out.</summary>
    public void Set(string column, string value)
    {
        if (_positions.TryGetValue(column, out var at))
            _row[at] = value;
    }

    /// <summary>Sets an amount and adds it to the control total.</summary>
    public void Amount(string column, long? cents)
    {
        if (!_positions.TryGetValue(column, out var at))
            return;
        _row[at] = Written.Amount(cents);
        TotalCents += cents ?? 0;
    }

    /// <summary>Writes the current row and clears it.</summary>
    public void EndRow()
    {
        for (var i = 0; i < _row.Length; i++)
        {
            if (i > 0)
                Put(";");
            Put(_row[i].AsSpan().ContainsAny(_quoted) ? "\"" + _row[i].Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : _row[i]);
        }

        Put("\r\n");
        Array.Fill(_row, "");
        Rows++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _stream.Dispose();
    }

    void Put(string text)
    {
        if (_used + (text.Length * MostBytesPerUnit) > BufferSize)
            Flush();
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
    }

    void Flush()
    {
        _stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
