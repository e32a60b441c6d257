using System.Numerics;
using System.Runtime.InteropServices;

namespace NonRecoursMatch.Rights.Foyers;

/// <summary>
/// One kind of monthly amount, for those who have it: who, and a column per month of the history. Column 0 is the month of right M, column k
/// is M-k. Most people have few kinds, so a rule that reads a kind touches its holders only. One thread at a time.
/// </summary>
public sealed class Serie
{
    /// <summary>Months kept: M-16 to M, what the longest rule reads (ASPA of the first month of the C2S year).</summary>
    public const int Mois = 17;

    int[] _holders = new int[64];
    double[] _sums = [];
    readonly double[][] _months = [.. Enumerable.Range(0, Mois).Select(_ => new double[64])];

    /// <summary>Number of holders.</summary>
    public int Count { get; private set; }

    /// <summary>Row of each holder (adult, child or foyer), ascending.</summary>
    public ReadOnlySpan<int> Holders => _holders.AsSpan(0, Count);

    /// <summary>Amounts of M-<paramref name="k"/>, one per holder.</summary>
    public ReadOnlySpan<double> At(int k) => _months[k].AsSpan(0, Count);

    /// <summary>Appends a holder with its history, M first.</summary>
    public void Add(int holder, ReadOnlySpan<double> history)
    {
        if (Count == _holders.Length)
            Grow();
        _holders[Count] = holder;
        for (var k = 0; k < Mois; k++)
            _months[k][Count] = history[k];
        Count++;
    }

    /// <summary>Forgets the holders and keeps the memory.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds the amounts of M-<paramref name="k"/> to <paramref name="total"/>, by holder.</summary>
    public void AddTo(Span<double> total, int k)
    {
        var holders = Holders;
        var amounts = At(k);
        for (var i = 0; i < holders.Length; i++)
            total[holders[i]] += amounts[i];
    }

    /// <summary>Adds the sum of the months M-<paramref name="first"/> to M-<paramref name="last"/> (older) to <paramref name="total"/>, by holder.</summary>
    public void AddTo(Span<double> total, int first, int last)
    {
        var holders = Holders;
        var sums = Sommes(first, last);
        for (var i = 0; i < holders.Length; i++)
            total[holders[i]] += sums[i];
    }

    /// <summary>The sum of the months M-<paramref name="first"/> to M-<paramref name="last"/> (older) of each holder; valid until the next call.</summary>
    public ReadOnlySpan<double> Sommes(int first, int last)
    {
        if (_sums.Length < Count)
            _sums = new double[_holders.Length];
        var sums = _sums.AsSpan(0, Count);
        At(first).CopyTo(sums);
        for (var k = first + 1; k <= last; k++)
            Additionner(sums, At(k));
        return sums;
    }

    /// <summary>Adds a column to another, several rows at a time.</summary>
    static void Additionner(Span<double> total, ReadOnlySpan<double> column)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(total);
        var added = MemoryMarshal.Cast<double, Vector<double>>(column);
        for (var i = 0; i < wide.Length; i++)
            wide[i] += added[i];
        for (var i = wide.Length * Vector<double>.Count; i < total.Length; i++)
            total[i] += column[i];
    }

    void Grow()
    {
        Array.Resize(ref _holders, Count * 2);
        for (var k = 0; k < Mois; k++)
            Array.Resize(ref _months[k], Count * 2);
    }
}
