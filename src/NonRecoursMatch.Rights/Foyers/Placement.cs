namespace NonRecoursMatch.Rights.Foyers;

/// <summary>
/// Where persons stand in working columns. Adults: the first adult of the foyer f at f, the second further on by <see cref="Pas"/>, so that a step
/// over foyers reads both side by side. Children: only those who may differ from a child without income, one after the other.
/// </summary>
sealed class Placement
{
    int[] _places = [];
    int[] _lignes = [];

    /// <summary>The persons placed.</summary>
    public Personnes Personnes { get; private set; } = new();

    /// <summary>Place of each person; -1 = none.</summary>
    public ReadOnlySpan<int> Places => _places.AsSpan(0, Personnes.Count);

    /// <summary>Number of rows that a working column needs.</summary>
    public int Count { get; private set; }

    /// <summary>Adults: rows from the first adult of a foyer to the second.</summary>
    public int Pas { get; private set; }

    /// <summary>Children: row of the person at each place.</summary>
    public ReadOnlySpan<int> Lignes => _lignes.AsSpan(0, Count);

    /// <summary>Places the adults of every foyer.</summary>
    public void Adultes(FoyerColumns foyers)
    {
        (Personnes, Pas) = (foyers.Adultes, Colonne.Entiers(foyers.Count));
        Count = 2 * Pas;
        var places = Room(ref _places, Personnes.Count);
        var first = foyers.PremierAdulte;
        var foyer = Personnes.Foyer;
        for (var row = 0; row < places.Length; row++)
            places[row] = foyer[row] + ((row - first[foyer[row]]) * Pas);
    }

    /// <summary>Places the children who have any income, or are as old as <paramref name="ageLimite"/> at M.</summary>
    public void Enfants(FoyerColumns foyers, int ageLimite)
    {
        (Personnes, Count) = (foyers.Enfants, 0);
        Room(ref _places, Personnes.Count).Fill(-1);
        Room(ref _lignes, Personnes.Count);
        foreach (var serie in Personnes.Revenus)
        {
            foreach (var row in serie.Holders)
                Placer(row);
        }

        for (var i = 0; i < Personnes.Benefices.Count; i++)
            Placer(Personnes.Benefices.Holder(i));
        var oldest = foyers.Mois.Index - (12 * ageLimite);
        var naissance = Personnes.Naissance;
        for (var row = 0; row < naissance.Length; row++)
        {
            if (naissance[row] <= oldest)
                Placer(row);
        }
    }

    void Placer(int row)
    {
        if (_places[row] >= 0)
            return;
        (_places[row], _lignes[Count]) = (Count, row);
        Count++;
    }

    static Span<int> Room(ref int[] array, int length)
    {
        if (array.Length < length)
            array = new int[length * 2];
        return array.AsSpan(0, length);
    }
}
