namespace NonRecoursMatch.Rights.Foyers;

/// <summary>Working columns that steps borrow for one batch; given back together by <see cref="Rendre()"/>. One per thread.</summary>
public sealed class Tampons
{
    readonly List<double[]> _columns = [];
    int _borrowed;

    /// <summary>A column of <paramref name="length"/> zeros.</summary>
    public Span<double> Zeros(int length) => Colonne(length).AsSpan(0, length);

    /// <summary>A column of at least <paramref name="length"/> entries, the first ones zero, that outlives a stack frame.</summary>
    public double[] Colonne(int length)
    {
        if (_borrowed == _columns.Count)
            _columns.Add([]);
        var column = _columns[_borrowed];
        if (column.Length < length)
            _columns[_borrowed] = column = new double[Math.Max(length, column.Length * 2)];
        else
            Array.Clear(column, 0, length);
        _borrowed++;
        return column;
    }

    /// <summary>Takes every column back.</summary>
    public void Rendre() => _borrowed = 0;

    /// <summary>How many columns are lent: a step that needs columns only for itself gives them back with <see cref="Rendre(int)"/>.</summary>
    public int Prets => _borrowed;

    /// <summary>Takes back the columns lent since <paramref name="prets"/> was read.</summary>
    public void Rendre(int prets) => _borrowed = prets;
}
