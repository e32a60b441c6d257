namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>
/// The RLE/bit-packing hybrid of the format: runs of one repeated integer or of packed integers, of a width known beforehand. Decodes one
/// integer at a time: a run may say many more values than it has bytes.
/// </summary>
/// <param name="bytes">The runs, without their length.</param>
/// <param name="width">Bits of an integer, 0 to 32.</param>
/// <param name="place">For refusals.</param>
sealed class HybridDecoder(ArraySegment<byte> bytes, int width, ParquetPlace place)
{
    int _position;
    long _left;
    bool _packed;
    uint _repeated;
    long _bit;

    /// <summary>The next integer.</summary>
    /// <exception cref="ParquetFormatException">CorruptPage: there is none.</exception>
    public uint Next()
    {
        while (_left == 0)
            NextRun();
        _left--;
        if (!_packed)
            return _repeated;
        var value = (uint)PackedBits.Read(bytes, _bit, width, place);
        _bit += width;
        return value;
    }

    void NextRun()
    {
        var head = Varints.Read(bytes, ref _position, place);
        if (head > uint.MaxValue)
            throw place.IsCorrupt("a run of more values than a page can have");
        _packed = (head & 1) == 1;
        _left = (long)(head >> 1);
        if (_packed)
        {
            // Some writers cut the last group short: what is missing is found out only if it is asked for.
            _bit = 8L * _position;
            _position = (int)Math.Min(bytes.Count, _position + (_left * width));
            _left *= 8;
            return;
        }

        var size = (width + 7) / 8;
        _repeated = (uint)PackedBits.Read(bytes, 8L * _position, 8 * size, place);
        _position += size;
    }
}
