namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>
/// Reads the pages of one column chunk one after the other: header, CRC, decompression. A page is held whole, the chunk never is; the bytes
/// before decompression go to a buffer that all columns share.
/// </summary>
sealed class PageReader(Stream file, MemoryBudget budget, PageScratch scratch)
{
    const int FirstHeader = 256;
    const int LongestHeader = 1 << 20;

    Chunk _chunk;
    ParquetPlace _place = new();
    long _position;
    byte[] _page = [];

    /// <summary>Starts a chunk.</summary>
    public void Open(Chunk chunk, ParquetPlace place)
    {
        _chunk = chunk;
        _place = place;
        _position = chunk.Start;
    }

    /// <summary>The next page, or null at the end of the chunk. Valid until the next call.</summary>
    /// <exception cref="ParquetFormatException">CorruptPage, ChecksumMismatch or TooLarge.</exception>
    public (PageHeader Header, ArraySegment<byte> Bytes)? Next()
    {
        if (_position == _chunk.End)
            return null;
        var (header, length) = ReadHeader();
        _position += length;
        if (header.Compressed > _chunk.End - _position)
            throw _place.IsCorrupt("a page behind the end of its column");
        budget.MakeRoom(ref _page, header.Uncompressed, _place);
        var plain = _chunk.Codec == PageCodec.Uncompressed || (header.Kind == PageKind.DataV2 && !header.IsCompressed);
        if (plain && header.Uncompressed != header.Compressed)
            throw _place.IsCorrupt("an uncompressed page of two sizes");
        if (!plain)
            budget.MakeRoom(ref scratch.Bytes, header.Compressed, _place);
        var stored = new ArraySegment<byte>(plain ? _page : scratch.Bytes, 0, header.Compressed);
        Fill(stored, _position);
        _position += header.Compressed;
        if (header.Crc is { } crc && Crc32.Of(stored) != (uint)crc)
            throw _place.Is(ParquetFault.ChecksumMismatch, "the page was damaged after it was written: deliver the file again");
        if (!plain)
            Decompress(header, stored);
        return (header, new ArraySegment<byte>(_page, 0, header.Uncompressed));
    }

    // In version 2 the levels come first and are never compressed.
    void Decompress(PageHeader header, ArraySegment<byte> stored)
    {
        var levels = header.Kind == PageKind.DataV2 ? (long)header.DefinitionBytes + header.RepetitionBytes : 0;
        if (levels > Math.Min(header.Compressed, header.Uncompressed))
            throw _place.IsCorrupt("levels longer than their page");
        stored[..(int)levels].CopyTo(_page);
        if (levels < header.Uncompressed)
            PageCodec.Decompress(_chunk.Codec, stored[(int)levels..], _page.AsSpan((int)levels, header.Uncompressed - (int)levels), _place);
    }

    // A header does not say its length and may hold statistics of any length: few bytes are tried first, then more.
    (PageHeader Header, int Length) ReadHeader()
    {
        for (var tried = FirstHeader; ; tried *= 16)
        {
            var length = (int)Math.Min(tried, _chunk.End - _position);
            budget.MakeRoom(ref scratch.Bytes, length, _place);
            var bytes = new ArraySegment<byte>(scratch.Bytes, 0, length);
            Fill(bytes, _position);
            try
            {
                return PageHeader.Read(bytes, _place);
            }
            catch (ParquetFormatException) when (length == tried && tried < LongestHeader)
            {
                continue;
            }
        }
    }

    void Fill(ArraySegment<byte> bytes, long position)
    {
        file.Position = position;
        if (file.ReadAtLeast(bytes, bytes.Count, throwOnEndOfStream: false) < bytes.Count)
            throw _place.IsCorrupt("the file became shorter while it was read");
    }
}

/// <summary>The compressed bytes of the page being read, whichever the column.</summary>
sealed class PageScratch
{
    public byte[] Bytes = [];
}
