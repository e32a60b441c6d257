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
    public void AddTo(Span<double> total, int k) => Ajouter(total, Holders, At(k));

    /// <summary>Adds the sum of the months M-<paramref name="first"/> to M-<paramref name="last"/> (older) to <paramref name="total"/>, by holder.</summary>
    public void AddTo(Span<double> total, int first, int last) => Ajouter(total, Holders, Sommes(first, last));

    /// <summary>Adds the amounts of M-<paramref name="k"/> to <paramref name="total"/>, at the place of each holder.</summary>
    public void AddTo(Span<double> total, ReadOnlySpan<int> places, int k) => Ajouter(total, places, Holders, At(k));

    /// <summary>Adds the sum of the months M-<paramref name="first"/> to M-<paramref name="last"/> to <paramref name="total"/>, at the place of each holder.</summary>
    public void AddTo(Span<double> total, ReadOnlySpan<int> places, int first, int last) => Ajouter(total, places, Holders, Sommes(first, last));

    /// <summary>The sum of the months M-<paramref name="first"/> to M-<paramref name="last"/> (older) of each holder; valid until the next call.</summary>
    public ReadOnlySpan<double> Sommes(int first, int last)
    {
        if (Count == 0)
            return [];
        if (_sums.Length < _holders.Length)
            _sums = new double[_holders.Length];
        var sums = Entiers(_sums);
        Entiers(_months[first]).CopyTo(sums);
        var k = first + 1;
        for (; k < last; k += 2)
            Additionner(sums, Entiers(_months[k]), Entiers(_months[k + 1]));
        if (k == last)
            Additionner(sums, Entiers(_months[k]));
        return _sums.AsSpan(0, Count);
    }

    /// <summary>A column as whole blocks: room grows by powers of two, so there is always enough.</summary>
    Span<Bloc> Entiers(double[] column) => MemoryMarshal.Cast<double, Bloc>(column.AsSpan(0, Colonne.Entiers(Count)));

    static void Additionner(Span<Bloc> total, ReadOnlySpan<Bloc> month)
    {
        for (var i = 0; i < total.Length; i++)
            total[i] += month[i];
    }

    static void Additionner(Span<Bloc> total, ReadOnlySpan<Bloc> month, ReadOnlySpan<Bloc> next)
    {
        for (var i = 0; i < total.Length; i++)
            total[i] = total[i] + month[i] + next[i];
    }

    static void Ajouter(Span<double> total, ReadOnlySpan<int> holders, ReadOnlySpan<double> amounts)
    {
        for (var i = 0; i < amounts.Length; i++)
            total[holders[i]] += amounts[i];
    }

    static void Ajouter(Span<double> total, ReadOnlySpan<int> places, ReadOnlySpan<int> holders, ReadOnlySpan<double> amounts)
    {
        for (var i = 0; i < amounts.Length; i++)
            total[places[holders[i]]] += amounts[i];
    }

    void Grow()
    {
        Array.Resize(ref _holders, Count * 2);
        for (var k = 0; k < Mois; k++)
            Array.Resize(ref _months[k], Count * 2);
    }
}
