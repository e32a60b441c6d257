namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>One column, cell after cell, through the pages of its row groups.</summary>
sealed class ColumnReader
{
    readonly Leaf _leaf;
    readonly PageReader _pages;
    readonly CellDictionary _dictionary;
    readonly byte[] _written;
    ParquetPlace _place;
    HybridDecoder? _levels;
    HybridDecoder? _indices;
    ValueDecoder? _values;
    ArraySegment<byte> _cell;
    long _leftInGroup;
    int _leftInPage;
    int _nulls;
    int? _declaredNulls;

    public ColumnReader(Leaf leaf, Stream file, MemoryBudget budget, PageScratch scratch)
    {
        _leaf = leaf;
        _place = leaf.Place;
        _pages = new PageReader(file, budget, scratch);
        _dictionary = new CellDictionary(leaf.Type, budget);
        _written = new byte[CellText.Room(leaf.Type)];
    }

    /// <summary>Whether the current value is unknown.</summary>
    public bool IsNull { get; private set; }

    /// <summary>The current value as text; empty when it is unknown.</summary>
    public ReadOnlySpan<byte> Cell => _cell;

    /// <summary>Starts a row group.</summary>
    public void Open(Group group, int number, int column)
    {
        _place = _leaf.Place with { RowGroup = number };
        _pages.Open(group.Chunks[column], _place);
        _dictionary.Clear();
        _leftInGroup = group.Rows;
        _leftInPage = 0;
        _declaredNulls = null;
        _values = null;
    }

    /// <summary>Advances to the next row of the group; there must be one.</summary>
    /// <exception cref="ParquetFormatException">See <see cref="ParquetFault"/>.</exception>
    public void Advance()
    {
        while (_leftInPage == 0)
            NextPage();
        _leftInPage--;
        _leftInGroup--;
        IsNull = _levels is not null && IsUnknown(_levels.Next());
        _cell = IsNull ? default : _indices is not null ? _dictionary[_indices.Next(), _place] : Text(_values!.Next());
        if (_leftInPage == 0)
            EndPage();
    }

    bool IsUnknown(uint level) => level switch
    {
        0 => ++_nulls > 0,
        1 => false,
        _ => throw _place.IsCorrupt("a definition level above that of the column"),
    };

    ArraySegment<byte> Text(ArraySegment<byte> plain)
        => _leaf.Type.Kind == CellKind.Text ? plain : new ArraySegment<byte>(_written, 0, CellText.Write(_leaf.Type, plain, _written, _place));

    void NextPage()
    {
        var (header, bytes) = _pages.Next() ?? throw _place.Is(ParquetFault.CountMismatch, $"{_leftInGroup} rows have no value in the pages");
        switch (header.Kind)
        {
            case PageKind.Dictionary:
                _dictionary.Fill(header, bytes, _place);
                break;
            case PageKind.Data:
                StartPage(header, bytes, LevelsOfVersion1(header, bytes));
                break;
            case PageKind.DataV2:
                StartPage(header, bytes, header.DefinitionBytes);
                break;
            default:
                // Pages of an index, which nobody ever wrote, are passed over as the format says.
                break;
        }
    }

    /// <summary>Bytes of the levels, their length included.</summary>
    int LevelsOfVersion1(PageHeader header, ArraySegment<byte> bytes)
    {
        if (!_leaf.Nullable)
            return 0;
        if (header.LevelEncoding != Encodings.Rle)
            throw Encodings.Refuse(header.LevelEncoding, _leaf.Type.Physical, _place);
        // A page without values may have no levels at all.
        return header.Values == 0 ? 0 : sizeof(int) + ValueDecoder.Prefixed(bytes, 0, _place).Count;
    }

    void StartPage(PageHeader header, ArraySegment<byte> bytes, int levels)
    {
        if (header.Values > _leftInGroup)
            throw _place.Is(ParquetFault.CountMismatch, "more values in the pages than rows");
        if (header.RepetitionBytes != 0)
            throw _place.Is(ParquetFault.NestedColumn, "a page with repetition levels");
        if (levels > bytes.Count)
            throw _place.IsCorrupt("levels longer than their page");
        _leftInPage = header.Values;
        if (_leftInPage == 0)
            return;
        var prefix = header.Kind == PageKind.Data && levels > 0 ? sizeof(int) : 0;
        _levels = _leaf.Nullable ? new HybridDecoder(bytes[prefix..levels], 1, _place) : null;
        _nulls = 0;
        _declaredNulls = header.Nulls;
        StartValues(header.Encoding, bytes[levels..]);
    }

    void StartValues(int encoding, ArraySegment<byte> bytes)
    {
        _indices = null;
        _values = null;
        if (encoding is not (Encodings.PlainDictionary or Encodings.RleDictionary))
        {
            _values = ValueDecoder.Of(encoding, _leaf.Type, bytes, _leftInPage, _place);
            return;
        }

        if (!_dictionary.IsThere)
            throw _place.IsCorrupt("a page that needs a dictionary, without one before it");
        // Of unknown values alone there is no index, not even the width of one.
        var width = bytes.Count == 0 ? 0 : bytes[0];
        if (width > 32)
            throw _place.IsCorrupt("an impossible width of dictionary indices");
        _indices = new HybridDecoder(bytes.Count == 0 ? bytes : bytes[1..], width, _place);
    }

    void EndPage()
    {
        if (_declaredNulls is { } declared && declared != _nulls)
            throw _place.Is(ParquetFault.CountMismatch, "a page with another number of unknown values than its header says");
        if (_values is { IsSpent: false })
            throw _place.Is(ParquetFault.CountMismatch, "a page with more values than rows");
    }
}
