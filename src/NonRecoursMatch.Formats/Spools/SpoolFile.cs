namespace NonRecoursMatch.Formats.Spools;

/// <summary>One partition on disk behind a buffer of its own: rows are short and many, a stream would cost more than they do.</summary>
sealed class SpoolFile(string path) : IDisposable
{
    const int BufferSize = 1 << 15;

    readonly FileStream _stream = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
    byte[] _buffer = new byte[BufferSize];
    int _used;

    /// <summary>The place of the next row, to be filled before the next call.</summary>
    public Span<byte> Reserve(int length)
    {
        if (_used + length > _buffer.Length)
            Flush();
        if (length > _buffer.Length)
            _buffer = new byte[length];
        _used += length;
        return _buffer.AsSpan(_used - length, length);
    }

    /// <summary>Reads everything that was added.</summary>
    /// <param name="bytes">Replaced when it is too small.</param>
    /// <returns>How many bytes there are.</returns>
    public int Load(ref byte[] bytes)
    {
        Flush();
        var length = checked((int)_stream.Length);
        if (bytes.Length < length)
            bytes = new byte[length];
        _stream.Position = 0;
        _stream.ReadExactly(bytes, 0, length);
        return length;
    }

    public void Dispose() => _stream.Dispose();

    void Flush()
    {
        _stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
