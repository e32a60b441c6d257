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

    readonly MoisParMois _aspa = new();
    readonly MoisParMois _asi1 = new();
    readonly MoisParMois _asi2 = new();

    /// <summary>Row of each foyer that is examined.</summary>
    public ReadOnlySpan<int> Foyers => Examines.Foyers;

    /// <summary>Number of foyers examined.</summary>
    public int Count => Examines.Count;

    /// <summary>The foyers examined, their adults and gross resources.</summary>
    internal Examines Examines { get; } = new();

    /// <summary>Whether nobody can have an ASI in any month.</summary>
    internal bool SansAsi => _asi1.Vide;

    /// <summary>ASPA of the foyer in M-k.</summary>
    public ReadOnlySpan<double> Aspa(int k) => _aspa[k].Lignes;

    /// <summary>ASI of the first adult in M-k: as paid where it is given, else as computed.</summary>
    public ReadOnlySpan<double> AsiPremier(int k) => _asi1[k].Lignes;

    /// <summary>ASI of the second adult in M-k, likewise.</summary>
    public ReadOnlySpan<double> AsiSecond(int k) => _asi2[k].Lignes;

    /// <summary>Adds ASPA of M-k to each foyer.</summary>
    public void AddAspa(Span<double> total, int k)
    {
        var foyers = Foyers;
        var aspa = Aspa(k);
        for (var row = 0; row < foyers.Length; row++)
            total[foyers[row]] += aspa[row];
    }

    /// <summary>Adds the ASI of both adults in the months M-<paramref name="first"/> to M-<paramref name="last"/>, times <paramref name="part"/>, to each foyer.</summary>
    public void AddAsi(Span<double> total, int first, int last, double part)
    {
        var foyers = Foyers;
        for (var k = first; k <= last && !SansAsi; k++)
        {
            var (premier, second) = (_asi1[k], _asi2[k]);
            for (var row = 0; row < foyers.Length; row++)
                total[foyers[row]] += part * (premier[row] + second[row]);
        }
    }

    /// <summary>The columns to fill for M-k: ASPA of the foyer, ASI of each adult.</summary>
    internal (Colonne Aspa, Colonne AsiPremier, Colonne AsiSecond) Du(int k) => (_aspa[k], _asi1[k], _asi2[k]);

    internal void Reset(bool sansAsi)
    {
        _aspa.Zeros(Count, vide: false);
        _asi1.Zeros(Count, sansAsi);
        _asi2.Zeros(Count, sansAsi);
    }
}
