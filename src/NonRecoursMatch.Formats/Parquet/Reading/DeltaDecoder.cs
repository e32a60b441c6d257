namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>
/// DELTA_BINARY_PACKED: a first integer, then blocks of differences, each block split into miniblocks of their own bit width. Decodes one
/// integer at a time. Sums wrap around, as the format says.
/// </summary>
sealed class DeltaDecoder
{
    const int MostPerBlock = 1 << 20;
    const int MostMiniblocks = 512;
    const int MostBits = 64;

    readonly ArraySegment<byte> _bytes;
    readonly ParquetPlace _place;
    readonly int _miniblocks;
    readonly int _perMiniblock;
    long _value;
    long _minimum;
    int _position;
    int _widths;
    int _miniblock;
    int _width;
    int _leftInMiniblock;
    long _bit;
    bool _started;

    /// <summary>Reads the header.</summary>
    /// <param name="bytes">The encoded integers, and perhaps more behind them.</param>
    /// <param name="most">How many there can be: blocks of equal differences take no byte a value, so the bytes do not bound them.</param>
    /// <param name="place">For refusals.</param>
    /// <exception cref="ParquetFormatException">CorruptPage.</exception>
    public DeltaDecoder(ArraySegment<byte> bytes, int most, ParquetPlace place)
    {
        _bytes = bytes;
        _place = place;
        var perBlock = Varints.Read(bytes, ref _position, place);
        var miniblocks = Varints.Read(bytes, ref _position, place);
        var count = Varints.Read(bytes, ref _position, place);
        _value = ZigZag(Varints.Read(bytes, ref _position, place));
        if (perBlock is 0 or > MostPerBlock || miniblocks is 0 or > MostMiniblocks || perBlock % (8 * miniblocks) != 0)
            throw place.IsCorrupt("an impossible block of differences");
        if (count > (ulong)most)
            throw place.IsCorrupt("more values than the page says");
        _miniblocks = (int)miniblocks;
        _perMiniblock = (int)(perBlock / miniblocks);
        _miniblock = _miniblocks;
        Left = (int)count;
    }

    /// <summary>Integers not yet read.</summary>
    public int Left { get; private set; }

    /// <summary>Where the bytes of the integers end. To be asked when none is left.</summary>
    public int End => Math.Min(_position, _bytes.Count);

    /// <summary>The next integer.</summary>
    /// <exception cref="ParquetFormatException">CorruptPage: there is none.</exception>
    public long Next()
    {
        if (Left == 0)
            throw _place.IsCorrupt("fewer values than the page says");
        Left--;
        if (!_started)
        {
            _started = true;
            return _value;
        }

        if (_leftInMiniblock == 0)
            NextMiniblock();
        _leftInMiniblock--;
        _value += _minimum + (long)PackedBits.Read(_bytes, _bit, _width, _place);
        _bit += _width;
        return _value;
    }

    /// <summary>Reads all that is left, to know where the next part of the page starts.</summary>
    public DeltaDecoder ToEnd()
    {
        while (Left > 0)
            Next();
        return this;
    }

    void NextMiniblock()
    {
        if (_miniblock == _miniblocks)
        {
            _minimum = ZigZag(Varints.Read(_bytes, ref _position, _place));
            if (_miniblocks > _bytes.Count - _position)
                throw _place.IsCorrupt("differences behind the end of the page");
            _widths = _position;
            _position += _miniblocks;
            _miniblock = 0;
        }

        _width = _bytes[_widths + _miniblock++];
        if (_width > MostBits)
            throw _place.IsCorrupt("differences of more than 64 bits");
        _leftInMiniblock = _perMiniblock;
        _bit = 8L * _position;
        // A miniblock is whole in the file even when its last values are not used; where it is not, reading a missing value is refused.
        _position = (int)Math.Min(_bytes.Count, _position + ((long)_perMiniblock * _width / 8));
    }

    static long ZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);
}
