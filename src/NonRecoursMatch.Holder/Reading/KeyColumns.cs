using System.Buffers;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>Some columns of a table read together as one key. The bytes are compared as they are, like those of references everywhere.</summary>
sealed class KeyColumns
{
    readonly TableScan _scan;
    readonly SaltedHash _hash;
    readonly int[] _columns;
    readonly ArrayBufferWriter<byte> _text = new(64);

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
        _text.Clear();
        foreach (var column in _columns)
        {
            var cell = _scan.Raw(column);
            if (cell.IsEmpty)
                return false;
            _text.Write(cell);
            _text.Write("\n"u8);
        }

        hash = _hash.Of(_text.WrittenSpan);
        return true;
    }

    /// <summary>The last cell of the key, for the shape of an anomaly.</summary>
    public ReadOnlySpan<byte> Last => _scan.Raw(_columns[^1]);
}
