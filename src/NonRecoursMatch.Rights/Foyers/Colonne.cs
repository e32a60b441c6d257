using System.Runtime.InteropServices;

namespace NonRecoursMatch.Rights.Foyers;

/// <summary>
/// A working column, an amount a row. Steps that go from row to row read and write it a <see cref="Bloc"/> at a time; steps about a few holders
/// read and write its rows. It is filled up to whole blocks with rows that belong to nobody.
/// </summary>
public sealed class Colonne
{
    double[] _valeurs = [];

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows.</summary>
    public Span<double> Lignes => _valeurs.AsSpan(0, Count);

    /// <summary>The same, several rows at a time; the last block may hold rows beyond <see cref="Count"/>.</summary>
    public Span<Bloc> Blocs => MemoryMarshal.Cast<double, Bloc>(_valeurs.AsSpan(0, Entiers(Count)));

    /// <summary>One row.</summary>
    public ref double this[int row] => ref _valeurs[row];

    /// <summary>Makes room for <paramref name="count"/> rows, whose values are then any.</summary>
    /// <returns>This column.</returns>
    public Colonne Prepare(int count)
    {
        Count = count;
        if (_valeurs.Length < Entiers(count))
            _valeurs = new double[Math.Max(Entiers(count), _valeurs.Length * 2)];
        return this;
    }

    /// <summary>Makes room for <paramref name="count"/> rows of <paramref name="valeur"/>.</summary>
    /// <returns>This column.</returns>
    public Colonne Remplir(int count, double valeur)
    {
        Prepare(count)._valeurs.AsSpan(0, Entiers(count)).Fill(valeur);
        return this;
    }

    /// <summary>The next number of rows that makes whole blocks.</summary>
    public static int Entiers(int count) => (count + Bloc.Count - 1) / Bloc.Count * Bloc.Count;
}
