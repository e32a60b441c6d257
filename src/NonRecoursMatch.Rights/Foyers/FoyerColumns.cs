using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Rights.Foyers;

/// <summary>How the foyer is housed.</summary>
public enum Logement : byte
{
    /// <summary>Not known.</summary>
    Inconnu,

    /// <summary>Tenant.</summary>
    Locataire,

    /// <summary>Tenant of a social landlord.</summary>
    LocataireSocial,

    /// <summary>Owner.</summary>
    Proprietaire,

    /// <summary>Owner who repays a loan.</summary>
    Accedant,

    /// <summary>Housed free of charge.</summary>
    Gratuit,

    /// <summary>Housed by somebody, with a contribution.</summary>
    GratuitAvecParticipation,

    /// <summary>Home (residence for workers, the old…).</summary>
    FoyerLogement,
}

/// <summary>Where the foyer lives, in so far as the law differs.</summary>
public enum Zone : byte
{
    /// <summary>Not known: computed as metropolitan France, to be checked.</summary>
    Inconnue,

    /// <summary>Metropolitan France.</summary>
    Metropole,

    /// <summary>Guadeloupe, Martinique, Guyane, La Réunion.</summary>
    Dom,

    /// <summary>Mayotte.</summary>
    Mayotte,

    /// <summary>An overseas collectivity with its own law.</summary>
    Collectivite,

    /// <summary>Abroad.</summary>
    Etranger,
}

/// <summary>What is true of a foyer as a whole.</summary>
/// <param name="Logement">Housing.</param>
/// <param name="Zone">Where.</param>
/// <param name="PaieUnLoyer">Whether a rent or a loan instalment is paid.</param>
/// <param name="Maries">Whether the couple is married.</param>
/// <param name="IsolementRecent">Whether isolation began less than 18 months ago.</param>
public readonly record struct Situation(Logement Logement, Zone Zone, bool PaieUnLoyer, bool Maries, bool IsolementRecent);

/// <summary>
/// A batch of foyers for one month of right, as columns: foyers, their adults, their children, and the incomes of those who have some.
/// Filled with <see cref="OuvrirFoyer"/> then the persons of the foyer; used again after <see cref="Clear"/>.
/// </summary>
public sealed class FoyerColumns
{
    Situation[] _situations = new Situation[64];
    int[] _premierAdulte = new int[65];
    int[] _premierEnfant = new int[65];

    /// <summary>Month of right M.</summary>
    public YearMonth Mois { get; private set; }

    /// <summary>Number of foyers.</summary>
    public int Count { get; private set; }

    /// <summary>The situation of each foyer.</summary>
    public ReadOnlySpan<Situation> Situations => _situations.AsSpan(0, Count);

    /// <summary>Adults, those of a foyer from <c>PremierAdulte[f]</c> to <c>PremierAdulte[f + 1]</c> excluded.</summary>
    public Personnes Adultes { get; } = new();

    /// <summary>Children, likewise.</summary>
    public Personnes Enfants { get; } = new();

    /// <summary>First adult of each foyer, and one more entry.</summary>
    public ReadOnlySpan<int> PremierAdulte => _premierAdulte.AsSpan(0, Count + 1);

    /// <summary>First child of each foyer, and one more entry.</summary>
    public ReadOnlySpan<int> PremierEnfant => _premierEnfant.AsSpan(0, Count + 1);

    /// <summary>Benefits paid to the foyer, by kind; the holder is the foyer.</summary>
    public IReadOnlyList<Serie> Verses { get; } = [.. Enum.GetValues<Verse>().Select(_ => new Serie())];

    /// <summary>The foyers that receive a benefit.</summary>
    public Serie this[Verse kind] => Verses[(int)kind];

    /// <summary>Number of adults of a foyer, 1 or 2.</summary>
    public int NbAdultes(int foyer) => _premierAdulte[foyer + 1] - _premierAdulte[foyer];

    /// <summary>Empties the batch for a month.</summary>
    public void Clear(YearMonth mois)
    {
        (Mois, Count) = (mois, 0);
        Adultes.Clear();
        Enfants.Clear();
        foreach (var serie in Verses)
            serie.Clear();
    }

    /// <summary>Opens the next foyer and answers its row; its adults and children are then appended to their tables.</summary>
    public int OuvrirFoyer(Situation situation)
    {
        if (Count == _situations.Length)
            Grow();
        _situations[Count] = situation;
        (_premierAdulte[Count], _premierEnfant[Count]) = (Adultes.Count, Enfants.Count);
        return Count++;
    }

    /// <summary>Closes the foyer that was opened, once its persons are there.</summary>
    public void FermerFoyer() => (_premierAdulte[Count], _premierEnfant[Count]) = (Adultes.Count, Enfants.Count);

    void Grow()
    {
        Array.Resize(ref _situations, Count * 2);
        Array.Resize(ref _premierAdulte, (Count * 2) + 1);
        Array.Resize(ref _premierEnfant, (Count * 2) + 1);
    }
}
