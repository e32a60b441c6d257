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

    readonly List<int> _foyers = [];
    readonly double[][] _aspa = Columns();
    readonly double[][] _asi1 = Columns();
    readonly double[][] _asi2 = Columns();

    /// <summary>Row of each foyer that is examined.</summary>
    public IReadOnlyList<int> Foyers => _foyers;

    /// <summary>ASPA of the foyer in M-k.</summary>
    public double[] Aspa(int k) => _aspa[k];

    /// <summary>ASI of the first adult in M-k: as paid where it is given, else as computed.</summary>
    public double[] AsiPremier(int k) => _asi1[k];

    /// <summary>ASI of the second adult in M-k, likewise.</summary>
    public double[] AsiSecond(int k) => _asi2[k];

    /// <summary>Adds ASPA of M-k to each foyer.</summary>
    public void AddAspa(Span<double> total, int k)
    {
        for (var row = 0; row < _foyers.Count; row++)
            total[_foyers[row]] += _aspa[k][row];
    }

    /// <summary>Adds the ASI of both adults in M-k, times <paramref name="part"/>, to each foyer.</summary>
    public void AddAsi(Span<double> total, int k, double part)
    {
        for (var row = 0; row < _foyers.Count; row++)
            total[_foyers[row]] += part * (_asi1[k][row] + _asi2[k][row]);
    }

    internal void Reset(FoyerColumns foyers, Func<int, bool> examined)
    {
        _foyers.Clear();
        for (var foyer = 0; foyer < foyers.Count; foyer++)
        {
            if (examined(foyer))
                _foyers.Add(foyer);
        }

        foreach (var set in (double[][][])[_aspa, _asi1, _asi2])
        {
            for (var k = 0; k < Mois; k++)
            {
                if (set[k].Length < _foyers.Count)
                    set[k] = new double[Math.Max(_foyers.Count, set[k].Length * 2)];
                else
                    Array.Clear(set[k], 0, _foyers.Count);
            }
        }
    }

    static double[][] Columns() => [.. Enumerable.Range(0, Mois).Select(_ => Array.Empty<double>())];
}
