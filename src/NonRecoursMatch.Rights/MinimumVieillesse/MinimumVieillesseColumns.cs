using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.MinimumVieillesse;

/// <summary>
/// ASPA and ASI of the foyers where somebody may have them, for M to M-13: the other benefits read them month by month. A row per such foyer.
/// All amounts are €/month.
/// </summary>
public sealed class MinimumVieillesseColumns
{
    /// <summary>Months computed: what the C2S year reads.</summary>
    public const int Mois = 14;

    int[] _foyers = [];
    readonly double[][] _aspa = Columns();
    readonly double[][] _asi1 = Columns();
    readonly double[][] _asi2 = Columns();

    /// <summary>Row of each foyer that is examined.</summary>
    public ReadOnlySpan<int> Foyers => _foyers.AsSpan(0, Count);

    /// <summary>Number of foyers examined.</summary>
    public int Count { get; private set; }

    /// <summary>ASPA of the foyer in M-k.</summary>
    public double[] Aspa(int k) => _aspa[k];

    /// <summary>ASI of the first adult in M-k: as paid where it is given, else as computed.</summary>
    public double[] AsiPremier(int k) => _asi1[k];

    /// <summary>ASI of the second adult in M-k, likewise.</summary>
    public double[] AsiSecond(int k) => _asi2[k];

    /// <summary>Adds ASPA of M-k to each foyer.</summary>
    public void AddAspa(Span<double> total, int k)
    {
        var foyers = Foyers;
        var aspa = _aspa[k];
        for (var row = 0; row < foyers.Length; row++)
            total[foyers[row]] += aspa[row];
    }

    /// <summary>Adds the ASI of both adults in M-k, times <paramref name="part"/>, to each foyer.</summary>
    public void AddAsi(Span<double> total, int k, double part)
    {
        var foyers = Foyers;
        var (first, second) = (_asi1[k], _asi2[k]);
        for (var row = 0; row < foyers.Length; row++)
            total[foyers[row]] += part * (first[row] + second[row]);
    }

    internal void Reset(FoyerColumns foyers, Func<int, bool> examined)
    {
        if (_foyers.Length < foyers.Count)
            _foyers = new int[foyers.Count];
        Count = 0;
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            if (examined(foyer))
                _foyers[Count++] = foyer;
        }

        foreach (var set in (double[][][])[_aspa, _asi1, _asi2])
        {
            for (var k = 0; k < Mois; k++)
            {
                if (set[k].Length < Count)
                    set[k] = new double[Math.Max(Count, set[k].Length * 2)];
                else
                    Array.Clear(set[k], 0, Count);
            }
        }
    }

    static double[][] Columns() => [.. Enumerable.Range(0, Mois).Select(_ => Array.Empty<double>())];
}
