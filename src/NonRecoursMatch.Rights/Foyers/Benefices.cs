using NonRecoursMatch.Rights.Articles;

namespace NonRecoursMatch.Rights.Foyers;

/// <summary>Self-employed profits, € a year, for those who have some: non-agricultural and agricultural apart, since each has its own last known year.</summary>
public sealed class Benefices
{
    readonly List<Ligne> _lignes = [];

    /// <summary>Number of holders.</summary>
    public int Count => _lignes.Count;

    /// <summary>Appends a person.</summary>
    /// <param name="personne">Row of the person.</param>
    /// <param name="independant">Non-agricultural profits of N to N-4 (N: year of the month of right), index 0 = N.</param>
    /// <param name="agricole">Agricultural profits, likewise.</param>
    public void Add(int personne, ReadOnlySpan<double> independant, ReadOnlySpan<double> agricole)
        => _lignes.Add(new Ligne(personne, [.. independant], [.. agricole]));

    /// <summary>Forgets everybody.</summary>
    public void Clear() => _lignes.Clear();

    /// <summary>Row of the n-th holder.</summary>
    public int Holder(int n) => _lignes[n].Personne;

    /// <summary>Adds to each person a twelfth of the last known profit of each kind: that of the year, else N-1, else N-2.</summary>
    /// <param name="places">Row of each person in <paramref name="total"/>.</param>
    /// <param name="recul">Years between the month read and the month of right (a reference month can be in the year before).</param>
    [Article("R262-19 CASF")]
    [Article("R843-4 CSS")]
    public void AddDernierConnu(Span<double> total, ReadOnlySpan<int> places, int recul)
    {
        foreach (var (personne, independant, agricole) in _lignes)
            total[places[personne]] += (DernierConnu(independant, recul) + DernierConnu(agricole, recul)) / 12;
    }

    /// <summary>Adds to each person the profits of the year before, € a year times <paramref name="part"/>; those without a place (-1) are left out.</summary>
    /// <param name="places">Row of each person in <paramref name="total"/>.</param>
    [Article("R861-15 CSS")]
    [Article("R815-28 CSS")]
    public void AddAnneePrecedente(Span<double> total, ReadOnlySpan<int> places, int recul, double part)
    {
        foreach (var (personne, independant, agricole) in _lignes)
        {
            if (places[personne] >= 0)
                total[places[personne]] += part * (independant[recul + 1] + agricole[recul + 1]);
        }
    }

    static double DernierConnu(double[] annees, int recul)
    {
        for (var n = recul; n <= recul + 2; n++)
        {
            if (annees[n] > 0)
                return annees[n];
        }

        return 0;
    }

    /// <summary>Years kept: N to N-4, what a reference month of the year before reads.</summary>
    public const int Annees = 5;

    readonly record struct Ligne(int Personne, double[] Independant, double[] Agricole);
}
