namespace NonRecoursMatch.Formats.Xml;

/// <summary>
/// Bytes of an XML file, of which only so many may pass without a piece of it (an element, a text) coming to its end: whatever the parser keeps of a
/// name, an attribute or a comment is bounded by them.
/// </summary>
sealed class XmlInput(Stream file, int most) : Stream
{
    int _passed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Whether too many bytes passed.</summary>
    public bool IsOver => _passed > most;

    /// <summary>Begins the next piece.</summary>
    public void NextPiece() => _passed = 0;

    public override int Read(Span<byte> buffer)
    {
        if (IsOver)
            return 0;
        var count = file.Read(buffer);
        _passed += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
