namespace NonRecoursMatch.Holder.Reading;

/// <summary>Some columns of a table read together as one key. The bytes are compared as they are, like those of references everywhere.</summary>
sealed class KeyColumns
{
    readonly TableScan _scan;
    readonly SaltedHash _hash;
    readonly int[] _columns;
    byte[] _text = new byte[128];

    public KeyColumns(TableScan scan, IReadOnlyList<string> columns, SaltedHash hash)
    {
        _scan = scan;
        _hash = hash;
        Name = columns[^1];
        _columns = [.. columns.Select(scan.IndexOf)];
    }

    /// <summary>The column that an anomaly of the key is reported on.</summary>
    public string Name { get; }

    /// <summary>Whether the file has all the columns.</summary>
    public bool IsThere => Array.TrueForAll(_columns, column => column >= 0);

    /// <summary>The hash of the current row's key; false when a part is missing, for what is unknown is equal to nothing.</summary>
    public bool TryRead(out ulong hash)
    {
        hash = 0;
        var length = 0;
        foreach (var column in _columns)
        {
            var cell = _scan.Raw(column);
            if (cell.IsEmpty)
                return false;
            if (_text.Length <= length + cell.Length)
                Array.Resize(ref _text, 2 * (length + cell.Length));
            cell.CopyTo(_text.AsSpan(length));
            length += cell.Length;

            // No cell holds a line end: two keys never run into one another.
            _text[length++] = (byte)'\n';
        }

        hash = _hash.Of(_text.AsSpan(0, length));
        return true;
    }

    /// <summary>The last cell of the key, for the shape of an anomaly.</summary>
    public ReadOnlySpan<byte> Last => _scan.Raw(_columns[^1]);
}
