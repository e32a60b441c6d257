using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>
/// A batch of foyers under computation: the columns given, what follows from them whatever the month read (worked out once), and working columns.
/// </summary>
sealed class Lot
{
    /// <summary>The columns given.</summary>
    public FoyerColumns Foyers { get; private set; } = new();

    /// <summary>Where adults stand in working columns.</summary>
    public Placement Adultes { get; } = new();

    /// <summary>Where the children who have incomes stand.</summary>
    public Placement Enfants { get; } = new();

    /// <summary>Number and ages of members, permits, studies.</summary>
    public Membres Membres { get; } = new();

    /// <summary>Housing and place.</summary>
    public Habitat Habitat { get; } = new();

    /// <summary>The few foyers that a step has to look at one by one.</summary>
    public Particuliers Particuliers { get; } = new();

    /// <summary>Working columns.</summary>
    public Tampons Tampons { get; } = new();

    /// <summary>Takes a batch.</summary>
    public void Prendre(FoyerColumns foyers, LawBook laws)
    {
        Tampons.Rendre();
        Foyers = foyers;
        Adultes.Adultes(foyers);
        Enfants.Enfants(foyers, laws.Famille.Min(law => law.AgeLimiteEnfant));
        Membres.Lire(foyers, Adultes);
        Habitat.Lire(foyers);
        Particuliers.Lire(foyers, laws);
    }

    /// <summary>A column of any values, a row per foyer.</summary>
    public Colonne Libre() => Tampons.Libre(Foyers.Count);

    /// <summary>A column of zeros, a row per foyer.</summary>
    public Colonne Zeros() => Tampons.Zeros(Foyers.Count);
}
