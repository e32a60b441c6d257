using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>
/// Monthly incomes of one person as the extracts know them: amounts by kind and month, and which months are known whole. A month without any
/// row is unknown, never zero. Month k is M-k; amounts are €/month.
/// </summary>
public sealed class RessourcesConnues
{
    static readonly int s_kinds = Enum.GetValues<Revenu>().Length;
    readonly double[]?[] _amounts = new double[]?[s_kinds];
    uint _known;
    uint _unknown;

    /// <summary>Says that all resources of a month are known.</summary>
    public void Connaitre(int k) => _known |= 1u << k;

    /// <summary>Says that those of a month are not: this wins over any row that says the contrary.</summary>
    public void Ignorer(int k) => _unknown |= 1u << k;

    /// <summary>Adds an amount.</summary>
    public void Ajouter(Revenu kind, int k, double euros) => Series(kind)[k] += euros;

    /// <summary>Replaces an amount: the payer's own figure stands instead of what another body was told.</summary>
    public void Remplacer(Revenu kind, int k, double euros) => Series(kind)[k] = euros;

    /// <summary>Sets the same amount for every month.</summary>
    public void Constante(Revenu kind, double euros) => Array.Fill(Series(kind), euros);

    /// <summary>Whether all months from M-<paramref name="first"/> to M-<paramref name="last"/> (older) are known.</summary>
    public bool Connues(int first, int last)
    {
        var wanted = Mask(first, last);
        return (_known & ~_unknown & wanted) == wanted;
    }

    /// <summary>Whether one of these months at least is known.</summary>
    public bool UneConnue(int first, int last) => (_known & ~_unknown & Mask(first, last)) != 0;

    /// <summary>Whether the kind has an amount in one of these months.</summary>
    public bool Percoit(Revenu kind, int first, int last) => _amounts[(int)kind] is { } series && series.AsSpan(first, last - first + 1).ContainsAnyExcept(0d);

    /// <summary>Sum of a kind over these months, €.</summary>
    public double Somme(Revenu kind, int first, int last)
    {
        var sum = 0d;
        for (var k = first; _amounts[(int)kind] is { } series && k <= last; k++)
            sum += series[k];
        return sum;
    }

    /// <summary>The history of a kind, M first, or empty.</summary>
    public ReadOnlySpan<double> Historique(Revenu kind) => _amounts[(int)kind];

    /// <summary>
    /// Fills the months that are not known with the last known one before them, or the first after: an extract that stops before M is not an
    /// interruption of income. What was filled stays unknown.
    /// </summary>
    public void Reporter()
    {
        var known = _known & ~_unknown;
        if (known == 0)
            return;
        foreach (var series in _amounts)
        {
            if (series is null)
                continue;
            for (var k = Serie.Mois - 1; k >= 0; k--)
            {
                if ((known & (1u << k)) == 0)
                    series[k] = series[Nearest(known, k)];
            }
        }
    }

    static int Nearest(uint known, int k)
    {
        for (var older = k + 1; older < Serie.Mois; older++)
        {
            if ((known & (1u << older)) != 0)
                return older;
        }

        var newer = k - 1;
        while ((known & (1u << newer)) == 0)
            newer--;
        return newer;
    }

    double[] Series(Revenu kind) => _amounts[(int)kind] ??= new double[Serie.Mois];

    static uint Mask(int first, int last) => ((1u << (last - first + 1)) - 1) << first;
}
