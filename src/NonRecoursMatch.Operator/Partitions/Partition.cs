using System.Globalization;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Partitions;

/// <summary>
/// One of <paramref name="Count"/> equal ranges of keys, in order. Tokens, handles, persons and foyers are uniformly random 128-bit keys, so that equal
/// ranges hold equal work without sampling.
/// </summary>
/// <param name="Number">From 1 to <paramref name="Count"/>.</param>
/// <param name="Count">At most <see cref="Most"/>.</param>
public readonly record struct Partition(int Number, int Count)
{
    /// <summary>Most partitions of a step.</summary>
    public const int Most = 256;

    /// <summary>The only partition: all keys.</summary>
    public static Partition Whole { get; } = new(1, 1);

    /// <summary>All partitions of <paramref name="count"/>.</summary>
    public static IEnumerable<Partition> All(int count) => Enumerable.Range(1, count).Select(number => new Partition(number, count));

    /// <summary>Reads <c>i/n</c>, 1 ≤ i ≤ n ≤ <see cref="Most"/>.</summary>
    public static bool TryParse(string text, out Partition partition)
    {
        partition = Whole;
        var parts = text.Split('/');
        if (parts.Length != 2 || !Read(parts[0], out var number) || !Read(parts[1], out var count) || number < 1 || number > count || count > Most)
            return false;
        partition = new Partition(number, count);
        return true;

        static bool Read(string digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The least key of the range; the range ends before that of the following partition.</summary>
    public Key128 Start => new((ulong)((((UInt128)(Number - 1) << 64) + (UInt128)(Count - 1)) / (UInt128)Count), 0);

    /// <summary>Whether the range ends before <paramref name="key"/>.</summary>
    public bool IsBefore(Key128 key) => Number < Count && key >= new Partition(Number + 1, Count).Start;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
