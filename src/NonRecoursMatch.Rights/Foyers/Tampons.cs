namespace NonRecoursMatch.Rights.Foyers;

/// <summary>Working columns that steps borrow for one batch; given back together by <see cref="Rendre"/>. One per thread.</summary>
public sealed class Tampons
{
    readonly List<Colonne> _columns = [];

    /// <summary>How many columns are lent: a step that needs columns only for itself gives them back with <see cref="Rendre"/>.</summary>
    public int Prets { get; private set; }

    /// <summary>A column of <paramref name="length"/> zeros, for a step that adds to it.</summary>
    public Colonne Zeros(int length) => Suivante().Remplir(length, 0);

    /// <summary>A column of <paramref name="length"/> rows of any value, for a step that fills all of it.</summary>
    public Colonne Libre(int length) => Suivante().Prepare(length);

    /// <summary>Takes back the columns lent since <paramref name="prets"/> was read, all by default.</summary>
    public void Rendre(int prets = 0) => Prets = prets;

    Colonne Suivante()
    {
        if (Prets == _columns.Count)
            _columns.Add(new Colonne());
        return _columns[Prets++];
    }
}
