using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>
/// The members of each foyer, in so far as conditions of age and residence read them. Births are months (<see cref="Personnes.Naissance"/>): an age
/// in any month is a difference. A row per foyer unless said otherwise.
/// </summary>
sealed class Membres
{
    /// <summary>Number of adults.</summary>
    public Colonne NbAdultes { get; } = new();

    /// <summary>Number of children.</summary>
    public Colonne NbEnfants { get; } = new();

    /// <summary>Birth of the eldest adult.</summary>
    public Colonne Aine { get; } = new();

    /// <summary>Birth of the eldest adult who is no student; <see cref="Blocs.Jamais"/> if none.</summary>
    public Colonne AineNonEtudiant { get; } = new();

    /// <summary>Birth of the eldest of those who have worked the hours of the young; <see cref="Blocs.Jamais"/> if none.</summary>
    public Colonne AineHeuresJeune { get; } = new();

    /// <summary>Birth of the eldest member, children included.</summary>
    public Colonne AineDeTous { get; } = new();

    /// <summary>Longest permit of an adult, years; without limit if one is French.</summary>
    public Colonne Titre { get; } = new();

    /// <summary>Longest residence of an adult of the EEA, years.</summary>
    public Colonne Eee { get; } = new();

    /// <summary>Longest permit of a member, children included.</summary>
    public Colonne TitreDeTous { get; } = new();

    /// <summary>Longest residence of a member of the EEA, children included.</summary>
    public Colonne EeeDeTous { get; } = new();

    /// <summary>1 where no adult is a tax dependant or lives with the parents.</summary>
    public Colonne HorsDesParents { get; } = new();

    /// <summary>1 for a student or apprentice, by place of adults.</summary>
    public Colonne Apprenants { get; } = new();

    /// <summary>1 for an adult recognised as disabled, by place of adults.</summary>
    public Colonne Handicap { get; } = new();

    /// <summary>Reads a batch.</summary>
    public void Lire(FoyerColumns foyers, Placement adultes)
    {
        var n = foyers.Count;
        Compter(foyers.PremierAdulte, NbAdultes.Prepare(n).Lignes);
        Compter(foyers.PremierEnfant, NbEnfants.Prepare(n).Lignes);
        Ages(foyers, n);
        Sejour(foyers.Adultes, Titre.Remplir(n, -1).Lignes, Eee.Remplir(n, -1).Lignes);
        Copier(Aine, AineDeTous);
        Copier(Titre, TitreDeTous);
        Copier(Eee, EeeDeTous);
        AinesEnfants(foyers.Enfants, AineDeTous.Lignes);
        Sejour(foyers.Enfants, TitreDeTous.Lignes, EeeDeTous.Lignes);
        HorsDesParents.Remplir(n, 1);
        Apprenants.Remplir(adultes.Count, 0);
        Handicap.Remplir(adultes.Count, 0);
        Situations(adultes);
    }

    static void Compter(ReadOnlySpan<int> first, Span<double> result)
    {
        for (var foyer = 0; foyer < result.Length; foyer++)
            result[foyer] = first[foyer + 1] - first[foyer];
    }

    void Ages(FoyerColumns foyers, int n)
    {
        var aine = Aine.Remplir(n, Blocs.Jamais).Lignes;
        var nonEtudiant = AineNonEtudiant.Remplir(n, Blocs.Jamais).Lignes;
        var jeune = AineHeuresJeune.Remplir(n, Blocs.Jamais).Lignes;
        var foyer = foyers.Adultes.Foyer;
        var naissance = foyers.Adultes.Naissance;
        var traits = foyers.Adultes.Traits;
        for (var row = 0; row < foyer.Length; row++)
        {
            var (f, birth) = (foyer[row], (double)naissance[row]);
            aine[f] = birth < aine[f] ? birth : aine[f];
            if ((traits[row] & Traits.Etudiant) != 0)
                continue;
            nonEtudiant[f] = birth < nonEtudiant[f] ? birth : nonEtudiant[f];
            if ((traits[row] & Traits.HeuresRsaJeune) != 0 && birth < jeune[f])
                jeune[f] = birth;
        }
    }

    static void AinesEnfants(Personnes enfants, Span<double> aine)
    {
        var foyer = enfants.Foyer;
        var naissance = enfants.Naissance;
        for (var row = 0; row < foyer.Length; row++)
        {
            if (naissance[row] < aine[foyer[row]])
                aine[foyer[row]] = naissance[row];
        }
    }

    /// <summary>The French meet any length of permit, which nobody asks of them.</summary>
    [Article("L262-4 2° CASF")]
    static void Sejour(Personnes personnes, Span<double> titre, Span<double> eee)
    {
        var foyer = personnes.Foyer;
        var traits = personnes.Traits;
        var years = personnes.AnneesDeTitre;
        for (var row = 0; row < foyer.Length; row++)
        {
            var f = foyer[row];
            if ((traits[row] & (Traits.Eee | Traits.HorsEee)) == 0)
                titre[f] = double.PositiveInfinity;
            else if ((traits[row] & Traits.Eee) != 0)
                eee[f] = Math.Max(eee[f], years[row]);
            else
                titre[f] = Math.Max(titre[f], years[row]);
        }
    }

    void Situations(Placement adultes)
    {
        const Traits Parents = Traits.ChargeFiscale | Traits.ChezSesParents;
        const Traits Etudes = Traits.Etudiant | Traits.Apprenti;
        var traits = adultes.Personnes.Traits;
        for (var row = 0; row < traits.Length; row++)
        {
            if ((traits[row] & (Parents | Etudes | Traits.Handicap)) == 0)
                continue;
            if ((traits[row] & Parents) != 0)
                HorsDesParents[adultes.Personnes.Foyer[row]] = 0;
            if ((traits[row] & Etudes) != 0)
                Apprenants[adultes.Places[row]] = 1;
            if ((traits[row] & Traits.Handicap) != 0)
                Handicap[adultes.Places[row]] = 1;
        }
    }

    static void Copier(Colonne from, Colonne to) => from.Blocs.CopyTo(to.Prepare(from.Count).Blocs);
}
