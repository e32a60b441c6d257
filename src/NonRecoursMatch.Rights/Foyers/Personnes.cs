namespace NonRecoursMatch.Rights.Foyers;

/// <summary>What is true of a person, as a set.</summary>
[Flags]
public enum Traits : short
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Student.</summary>
    Etudiant = 1,

    /// <summary>Apprentice.</summary>
    Apprenti = 2,

    /// <summary>Pregnant.</summary>
    Enceinte = 4,

    /// <summary>Recognised as disabled.</summary>
    Handicap = 8,

    /// <summary>Recognised as unfit for work.</summary>
    Inapte = 16,

    /// <summary>Has worked the hours that open RSA to the young.</summary>
    HeuresRsaJeune = 32,

    /// <summary>Belongs to the Alsace-Moselle local scheme.</summary>
    AlsaceMoselle = 64,

    /// <summary>Lives with the parents.</summary>
    ChezSesParents = 128,

    /// <summary>Tax dependant of somebody.</summary>
    ChargeFiscale = 256,

    /// <summary>Child in alternating custody.</summary>
    Alternance = 512,

    /// <summary>National of the EEA or Switzerland, not French.</summary>
    Eee = 1024,

    /// <summary>National of another country.</summary>
    HorsEee = 2048,
}

/// <summary>Adults, or children, of a batch of foyers: one row each, those of a foyer next to each other.</summary>
public sealed class Personnes
{
    int[] _foyer = new int[64];
    int[] _naissance = new int[64];
    Traits[] _traits = new Traits[64];
    double[] _titre = new double[64];
    double[] _incapacite = new double[64];

    /// <summary>Number of persons.</summary>
    public int Count { get; private set; }

    /// <summary>Row of the foyer.</summary>
    public ReadOnlySpan<int> Foyer => _foyer.AsSpan(0, Count);

    /// <summary>Index of the first month on whose first day the person is born: ages at the first of a month are differences.</summary>
    public ReadOnlySpan<int> Naissance => _naissance.AsSpan(0, Count);

    /// <summary>What is true of each.</summary>
    public ReadOnlySpan<Traits> Traits => _traits.AsSpan(0, Count);

    /// <summary>Years of permit (or of residence, EEA).</summary>
    public ReadOnlySpan<double> AnneesDeTitre => _titre.AsSpan(0, Count);

    /// <summary>Incapacity rate, 0 to 1.</summary>
    public ReadOnlySpan<double> Incapacite => _incapacite.AsSpan(0, Count);

    /// <summary>Monthly incomes by kind.</summary>
    public IReadOnlyList<Serie> Revenus { get; } = [.. Enum.GetValues<Revenu>().Select(_ => new Serie())];

    /// <summary>Self-employed profits by year.</summary>
    public Benefices Benefices { get; } = new();

    /// <summary>The holders of one kind of income.</summary>
    public Serie this[Revenu kind] => Revenus[(int)kind];

    /// <summary>Appends a person and answers its row.</summary>
    /// <param name="foyer">Row of the foyer.</param>
    /// <param name="naissance">See <see cref="Naissance"/>.</param>
    public int Add(int foyer, int naissance, Traits traits, double titre, double incapacite)
    {
        if (Count == _foyer.Length)
            Grow();
        (_foyer[Count], _naissance[Count], _traits[Count], _titre[Count], _incapacite[Count]) = (foyer, naissance, traits, titre, incapacite);
        return Count++;
    }

    /// <summary>Forgets everybody and keeps the memory.</summary>
    public void Clear()
    {
        Count = 0;
        Benefices.Clear();
        foreach (var serie in Revenus)
            serie.Clear();
    }

    void Grow()
    {
        Array.Resize(ref _foyer, Count * 2);
        Array.Resize(ref _naissance, Count * 2);
        Array.Resize(ref _traits, Count * 2);
        Array.Resize(ref _titre, Count * 2);
        Array.Resize(ref _incapacite, Count * 2);
    }
}
