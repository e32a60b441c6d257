using System.Runtime.InteropServices;
using System.Text;

namespace NonRecoursMatch.Columns;

/// <summary>
/// One growable column in Arrow memory layout: a validity bitmap (bit set = known), and fixed-width values or UTF-8 bytes behind
/// 32-bit offsets. The same object is filled, written, cleared and filled again, so that a stage streams without allocating.
/// </summary>
public sealed class Column(ColumnField field)
{
    readonly List<byte> _validity = [];
    readonly List<int> _int32 = [];
    readonly List<long> _int64 = [];
    readonly List<Key128> _keys = [];
    readonly List<byte> _text = [];
    readonly List<int> _ends = [];

    /// <summary>Name and physical type.</summary>
    public ColumnField Field { get; } = field;

    /// <summary>Number of rows.</summary>
    public int Length { get; private set; }

    /// <summary>Number of nulls.</summary>
    public int NullCount { get; private set; }

    /// <summary>Whether row <paramref name="row"/> is unknown.</summary>
    public bool IsNull(int row) => (_validity[row >> 3] & (1 << (row & 7))) == 0;

    /// <summary>Integer values; meaningless where null.</summary>
    public ReadOnlySpan<int> Int32 => CollectionsMarshal.AsSpan(_int32);

    /// <summary>Amounts in cents; meaningless where null.</summary>
    public ReadOnlySpan<long> Int64 => CollectionsMarshal.AsSpan(_int64);

    /// <summary>Keys; meaningless where null.</summary>
    public ReadOnlySpan<Key128> Keys => CollectionsMarshal.AsSpan(_keys);

    /// <summary>The validity bitmap, least significant bit first.</summary>
    public ReadOnlySpan<byte> Validity => CollectionsMarshal.AsSpan(_validity);

    /// <summary>All bytes of a column of text or bytes.</summary>
    public ReadOnlySpan<byte> TextBytes => CollectionsMarshal.AsSpan(_text);

    /// <summary>For each row of a text column, the offset of the end of its text.</summary>
    public ReadOnlySpan<int> TextEnds => CollectionsMarshal.AsSpan(_ends);

    /// <summary>The text or bytes of a row; empty where null.</summary>
    public ReadOnlySpan<byte> Text(int row)
    {
        var start = row == 0 ? 0 : _ends[row - 1];
        return TextBytes[start.._ends[row]];
    }

    /// <summary>The text of a row as a string, or null where unknown.</summary>
    public string? TextOrNull(int row) => IsNull(row) ? null : Encoding.UTF8.GetString(Text(row));

    /// <summary>The integer of a row, or null where unknown.</summary>
    public int? Int32OrNull(int row) => IsNull(row) ? null : _int32[row];

    /// <summary>The amount in cents of a row, or null where unknown.</summary>
    public long? Int64OrNull(int row) => IsNull(row) ? null : _int64[row];

    /// <summary>The key of a row, or null where absent.</summary>
    public Key128? KeyOrNull(int row) => IsNull(row) ? null : _keys[row];

    /// <summary>Appends an integer.</summary>
    public void Append(int value)
    {
        Expect(ColumnKind.Int32);
        _int32.Add(value);
        Mark(known: true);
    }

    /// <summary>Appends an amount in cents.</summary>
    public void Append(long value)
    {
        Expect(ColumnKind.Int64);
        _int64.Add(value);
        Mark(known: true);
    }

    /// <summary>Appends a key.</summary>
    public void Append(Key128 value)
    {
        Expect(ColumnKind.Key128);
        _keys.Add(value);
        Mark(known: true);
    }

    /// <summary>Appends UTF-8 text, or bytes to a column of bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Field.Kind != ColumnKind.Binary)
            Expect(ColumnKind.Utf8);
        _text.AddRange(bytes);
        _ends.Add(_text.Count);
        Mark(known: true);
    }

    /// <summary>Appends an unknown value.</summary>
    public void AppendNull()
    {
        switch (Field.Kind)
        {
            case ColumnKind.Int32:
                _int32.Add(0);
                break;
            case ColumnKind.Int64:
                _int64.Add(0);
                break;
            case ColumnKind.Key128:
                _keys.Add(default);
                break;
            default:
                _ends.Add(_text.Count);
                break;
        }

        Mark(known: false);
    }

    /// <summary>Forgets every row and keeps the memory.</summary>
    public void Clear()
    {
        _validity.Clear();
        _int32.Clear();
        _int64.Clear();
        _keys.Clear();
        _text.Clear();
        _ends.Clear();
        Length = 0;
        NullCount = 0;
    }

    /// <summary>Fills the column from its Arrow buffers, as a reader finds them in a file.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="validity">Bitmap of at least ceil(rows / 8) bytes.</param>
    /// <param name="values">Little-endian values, or for text <paramref name="rows"/> little-endian 32-bit end offsets followed by the bytes.</param>
    /// <exception cref="InvalidDataException">The buffers are too short, or the offsets do not ascend.</exception>
    public void Load(int rows, ReadOnlySpan<byte> validity, ReadOnlySpan<byte> values)
    {
        Clear();
        if (validity.Length < (rows + 7) / 8)
            throw new InvalidDataException($"column {Field.Name}: the validity bitmap is too short");
        _validity.AddRange(validity[..((rows + 7) / 8)]);
        for (var row = 0; row < rows; row++)
            NullCount += IsNull(row) ? 1 : 0;
        Length = rows;
        switch (Field.Kind)
        {
            case ColumnKind.Int32:
                _int32.AddRange(Cast<int>(values, rows));
                break;
            case ColumnKind.Int64:
                _int64.AddRange(Cast<long>(values, rows));
                break;
            case ColumnKind.Key128:
                Require(values, rows * Key128.Size);
                CollectionsMarshal.SetCount(_keys, rows);
                var keys = CollectionsMarshal.AsSpan(_keys);
                for (var row = 0; row < rows; row++)
                    keys[row] = Key128.Read(values[(row * Key128.Size)..]);
                break;
            default:
                LoadText(rows, values);
                break;
        }
    }

    void LoadText(int rows, ReadOnlySpan<byte> values)
    {
        _ends.AddRange(Cast<int>(values, rows));
        var previous = 0;
        foreach (var end in _ends)
        {
            if (end < previous)
                throw new InvalidDataException($"column {Field.Name}: text offsets go backwards");
            previous = end;
        }

        Require(values, (rows * sizeof(int)) + previous);
        _text.AddRange(values.Slice(rows * sizeof(int), previous));
    }

    ReadOnlySpan<T> Cast<T>(ReadOnlySpan<byte> values, int rows)
        where T : unmanaged
    {
        Require(values, rows * Marshal.SizeOf<T>());
        return MemoryMarshal.Cast<byte, T>(values)[..rows];
    }

    void Require(ReadOnlySpan<byte> values, int bytes)
    {
        if (values.Length < bytes)
            throw new InvalidDataException($"column {Field.Name}: {values.Length} bytes where {bytes} were expected");
    }

    void Expect(ColumnKind kind)
    {
        if (Field.Kind != kind)
            throw new InvalidOperationException($"column {Field.Name} holds {Field.Kind}, not {kind}");
    }

    void Mark(bool known)
    {
        if ((Length & 7) == 0)
            _validity.Add(0);
        if (known)
            _validity[^1] |= (byte)(1 << (Length & 7));
        else
            NullCount++;
        Length++;
    }
}
