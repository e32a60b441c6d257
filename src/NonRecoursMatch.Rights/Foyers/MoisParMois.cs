namespace NonRecoursMatch.Rights.Foyers;

/// <summary>A working column for each month of the history. Where nobody has anything, one column of zeros stands for every month.</summary>
sealed class MoisParMois
{
    readonly Colonne[] _mois = [.. Enumerable.Range(0, Serie.Mois).Select(_ => new Colonne())];

    /// <summary>Whether nobody has anything in any month.</summary>
    public bool Vide { get; private set; }

    /// <summary>The column of M-k.</summary>
    public Colonne this[int k] => _mois[Vide ? 0 : k];

    /// <summary>Zeros in every month, or nobody in any.</summary>
    public void Zeros(int count, bool vide)
    {
        Vide = vide;
        for (var k = 0; k < (vide ? 1 : _mois.Length); k++)
            _mois[k].Remplir(count, 0);
    }

    /// <summary>Turns the amounts of each month into those of the three months before it, the quarter that the month reads, for M to M-<paramref name="last"/>.</summary>
    public void Trimestres(int last)
    {
        for (var k = 0; k <= last && !Vide; k++)
        {
            var trimestre = _mois[k].Blocs;
            var un = _mois[k + 1].Blocs;
            var deux = _mois[k + 2].Blocs;
            var trois = _mois[k + 3].Blocs;
            for (var i = 0; i < trimestre.Length; i++)
                trimestre[i] = un[i] + deux[i] + trois[i];
        }
    }
}
