namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>
/// DELTA_LENGTH_BYTE_ARRAY: all lengths, then all texts. Lengths are decoded twice, once to find where the texts start and once along with
/// them, rather than stored: a page of a few bytes may say very many.
/// </summary>
sealed class DeltaLengthTexts : ValueDecoder
{
    readonly ArraySegment<byte> _bytes;
    readonly ParquetPlace _place;
    readonly DeltaDecoder? _lengths;
    int _position;

    public DeltaLengthTexts(ArraySegment<byte> bytes, int most, ParquetPlace place)
    {
        _bytes = bytes;
        _place = place;
        if (bytes.Count == 0)
            return;
        _lengths = new DeltaDecoder(bytes, most, place);
        _position = new DeltaDecoder(bytes, most, place).ToEnd().End;
    }

    public override bool IsSpent => _lengths is null or { Left: 0 };

    public override ArraySegment<byte> Next()
    {
        var value = Part(_bytes, _position, _lengths?.Next() ?? throw _place.IsCorrupt("a page without values"), _place);
        _position += value.Count;
        return value;
    }
}

/// <summary>DELTA_BYTE_ARRAY: how much each text shares with the start of the one before, then the rests as DELTA_LENGTH_BYTE_ARRAY.</summary>
sealed class DeltaTexts : ValueDecoder
{
    readonly ParquetPlace _place;
    readonly int _width;
    readonly DeltaDecoder? _prefixes;
    readonly DeltaLengthTexts? _rests;
    byte[] _value = [];
    int _length;

    /// <param name="bytes">The page.</param>
    /// <param name="width">Length of every value, or 0 where it varies.</param>
    /// <param name="most">How many values there can be.</param>
    /// <param name="place">For refusals.</param>
    public DeltaTexts(ArraySegment<byte> bytes, int width, int most, ParquetPlace place)
    {
        _place = place;
        _width = width;
        if (bytes.Count == 0)
            return;
        _prefixes = new DeltaDecoder(bytes, most, place);
        _rests = new DeltaLengthTexts(bytes[new DeltaDecoder(bytes, most, place).ToEnd().End..], most, place);
    }

    public override bool IsSpent => _prefixes is null or { Left: 0 };

    public override ArraySegment<byte> Next()
    {
        var prefix = _prefixes?.Next() ?? throw _place.IsCorrupt("a page without values");
        var rest = _rests!.Next();
        if (prefix < 0 || prefix > _length)
            throw _place.IsCorrupt("a text that shares more than the one before has");
        // No text is longer than all rests together, so this holds never more than the page.
        _length = (int)prefix + rest.Count;
        if (_length > _value.Length)
            Array.Resize(ref _value, Math.Max(_length, Math.Min(2 * _value.Length, Array.MaxLength)));
        rest.AsSpan().CopyTo(_value.AsSpan((int)prefix));
        return _width == 0 || _length == _width ? new ArraySegment<byte>(_value, 0, _length) : throw _place.IsCorrupt("a value of another length than the column");
    }
}
