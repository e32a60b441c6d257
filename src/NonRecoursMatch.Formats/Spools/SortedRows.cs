using System.Buffers.Binary;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.Spools;

/// <summary>One loaded bucket of spilled rows, in order; valid until the next one is loaded.</summary>
public sealed class SortedRows
{
    byte[] _bytes = [];
    Entry[] _entries = [];
    ulong[] _leading = [];
    int[] _order = [];

    /// <summary>Bytes before the payload of a spilled row.</summary>
    internal const int HeaderSize = (2 * Key128.Size) + sizeof(int);

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Major key of a row.</summary>
    public Key128 Major(int row) => _entries[_order[row]].Major;

    /// <summary>Minor key of a row.</summary>
    public Key128 Minor(int row) => _entries[_order[row]].Minor;

    /// <summary>Payload of a row.</summary>
    public ReadOnlySpan<byte> Payload(int row)
    {
        ref readonly var entry = ref _entries[_order[row]];
        return _bytes.AsSpan(entry.Offset, entry.Length);
    }

    /// <summary>The end (exclusive) of the run of rows that share the major key of <paramref name="start"/>.</summary>
    public int EndOfRun(int start)
    {
        var major = Major(start);
        var end = start + 1;
        while (end < Count && Major(end) == major)
            end++;
        return end;
    }

    /// <summary>Reads and sorts a bucket of all the files together.</summary>
    internal SortedRows Load(IReadOnlyList<SpoolFile> files, int bucket)
    {
        Count = 0;
        var length = checked((int)files.Sum(file => file.LengthOf(bucket)));
        if (_bytes.Length < length)
            _bytes = new byte[length];
        var start = 0;
        foreach (var file in files)
        {
            var own = (int)file.LengthOf(bucket);
            file.Load(bucket, _bytes.AsSpan(start, own));
            start += own;
        }

        for (var at = 0; at < length; Count++)
        {
            if (Count == _entries.Length)
                Array.Resize(ref _entries, Math.Max(1_024, Count * 2));
            var size = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at + (2 * Key128.Size)));
            _entries[Count] = new Entry(Key128.Read(_bytes.AsSpan(at)), Key128.Read(_bytes.AsSpan(at + Key128.Size)), at + HeaderSize, size);
            at += HeaderSize + size;
        }

        Sort();
        return this;
    }

    /// <summary>By the leading 64 bits first, which are nearly always enough and sort several times faster than whole entries.</summary>
    void Sort()
    {
        if (_order.Length < Count)
            (_leading, _order) = (new ulong[_entries.Length], new int[_entries.Length]);
        for (var i = 0; i < Count; i++)
            (_leading[i], _order[i]) = (_entries[i].Major.High, i);
        Array.Sort(_leading, _order, 0, Count);
        for (var start = 0; start < Count;)
        {
            var end = start + 1;
            while (end < Count && _leading[end] == _leading[start])
                end++;
            if (end - start > 1)
                _order.AsSpan(start, end - start).Sort((one, other) => _entries[one].CompareTo(_entries[other]));
            start = end;
        }
    }

    readonly record struct Entry(Key128 Major, Key128 Minor, int Offset, int Length) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            var major = Major.CompareTo(other.Major);
            if (major != 0)
                return major;
            var minor = Minor.CompareTo(other.Minor);
            return minor != 0 ? minor : Offset.CompareTo(other.Offset);
        }
    }
}
