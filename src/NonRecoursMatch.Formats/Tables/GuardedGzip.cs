using System.Buffers.Binary;
using System.IO.Compression;
using NonRecoursMatch.Formats.Files;

namespace NonRecoursMatch.Formats.Tables;

/// <summary>
/// Reads a gzip file (RFC 1952) and notices what .NET's <see cref="GZipStream"/> lets pass: a file that was cut off, and one in which a few bytes
/// stand for gigabytes. Memory is that of the decompressor, whatever the file holds.
/// </summary>
sealed class GuardedGzip : ForwardReadStream
{
    // Tables of persons shrink by five to twenty; one row repeated, by some two hundred.
    const long MostRatio = 100;
    const long Unsuspicious = 256L << 20;
    const int TrailerSize = 8;
    const int LeastSize = 10 + 2 + TrailerSize;

    readonly FileStream _file;
    readonly GZipStream _text;
    readonly uint _announced;
    long _read;

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TableFaultException">It is too short to be gzip.</exception>
    public GuardedGzip(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        Span<byte> trailer = stackalloc byte[TrailerSize];
        if (_file.Length < LeastSize)
        {
            _file.Dispose();
            throw new TableFaultException(TableFault.CompressionTruncated, 0, "too short for gzip");
        }

        _file.Position = _file.Length - TrailerSize;
        _file.ReadExactly(trailer);
        _announced = BinaryPrimitives.ReadUInt32LittleEndian(trailer[sizeof(uint)..]);
        _file.Position = 0;
        _text = new GZipStream(_file, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        var count = Decompress(buffer);
        _read += count;
        if (_read > Unsuspicious && _read / MostRatio > _file.Position)
            throw new TableFaultException(TableFault.CompressionBomb, 0, $"over {MostRatio} bytes of text per compressed byte");
        if (count == 0 && buffer.Length > 0 && (uint)_read != _announced)
            throw new TableFaultException(TableFault.CompressionTruncated, 0, "the length at the end is not that of the text");
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _text.Dispose();
        base.Dispose(disposing);
    }

    int Decompress(Span<byte> buffer)
    {
        try
        {
            return _text.Read(buffer);
        }
        catch (InvalidDataException fault)
        {
            throw new TableFaultException(TableFault.CompressionCorrupt, 0, "not gzip, or damaged", fault);
        }
    }
}
