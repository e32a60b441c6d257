using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Formats.Spools;

/// <summary>One loaded partition of a <see cref="SortSpool"/>, in order; valid until the next one is loaded.</summary>
public sealed class SortedRows
{
    readonly byte[] _bytes;
    readonly Entry[] _entries;

    internal SortedRows(byte[] bytes, Entry[] entries, int count)
    {
        _bytes = bytes;
        _entries = entries;
        Count = count;
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Major key of a row.</summary>
    public Key128 Major(int row) => _entries[row].Major;

    /// <summary>Minor key of a row.</summary>
    public Key128 Minor(int row) => _entries[row].Minor;

    /// <summary>Payload of a row.</summary>
    public ReadOnlySpan<byte> Payload(int row) => _bytes.AsSpan(_entries[row].Offset, _entries[row].Length);

    /// <summary>The end (exclusive) of the run of rows that share the major key of <paramref name="start"/>.</summary>
    public int EndOfRun(int start)
    {
        var end = start + 1;
        while (end < Count && _entries[end].Major == _entries[start].Major)
            end++;
        return end;
    }

    internal readonly record struct Entry(Key128 Major, Key128 Minor, int Offset, int Length) : IComparable<Entry>
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
