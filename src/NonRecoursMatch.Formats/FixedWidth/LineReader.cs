using NonRecoursMatch.Formats.Tables;

namespace NonRecoursMatch.Formats.FixedWidth;

/// <summary>Reads a stream line by line as bytes, LF or CRLF, in one buffer that grows up to a limit.</summary>
/// <param name="stream">Disposed with the reader.</param>
/// <param name="mostBytes">Longest line.</param>
sealed class LineReader(Stream stream, int mostBytes) : IDisposable
{
    byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;
    (int Start, int Length) _line;
    bool _ended;

    /// <summary>1-based number of the current line.</summary>
    public long Number { get; private set; }

    /// <summary>The current line without its end; valid until the next call.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_line.Start, _line.Length);

    /// <summary>Advances; false at the end. A byte order mark is no part of the first line.</summary>
    /// <exception cref="TableFaultException">The line is too long, or the stream cannot be read on.</exception>
    public bool Next()
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0)
                return Take(searched + at, 1);
            searched = _end - _start;
            if (_ended)
                return searched > 0 && Take(searched, 0);
            if (searched > mostBytes)
                throw new TableFaultException(TableFault.RecordTooLong, Number + 1, "a line over the limit");
            Fill();
        }
    }

    public void Dispose() => stream.Dispose();

    bool Take(int length, int separator)
    {
        var line = _buffer.AsSpan(_start, length);
        var skipped = Number == 0 && line.StartsWith("\uFEFF"u8) ? 3 : 0;
        _line = (_start + skipped, length - skipped - (line.EndsWith("\r"u8) ? 1 : 0));
        _start += length + separator;
        Number++;
        return true;
    }

    void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        _ended = read == 0;
    }
}
