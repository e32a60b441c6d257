using NonRecoursMatch.Formats.Files;

namespace NonRecoursMatch.Formats.Xml;

/// <summary>
/// Bytes of an XML file, of which only so many may pass without a piece of it (an element, a text) coming to its end: whatever the parser keeps of a
/// name, an attribute or a comment is bounded by them.
/// </summary>
sealed class XmlInput(Stream file, int most) : ForwardReadStream
{
    int _passed;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
