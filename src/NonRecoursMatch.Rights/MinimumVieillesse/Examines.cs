using System.Numerics;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.MinimumVieillesse;

/// <summary>
/// The foyers that ASPA and ASI look at, one row each, with what does not depend on the month. Their adults have places: the first adult of the row n
/// at n, the second further on by <see cref="Pas"/>.
/// </summary>
sealed class Examines
{
    int[] _foyers = [];
    int[] _lignes = [];
    int[] _places = [];

    /// <summary>Number of foyers.</summary>
    public int Count { get; private set; }

    /// <summary>Places from the first adult of a row to the second.</summary>
    public int Pas => Colonne.Entiers(Count);

    /// <summary>Row of each foyer in the batch.</summary>
    public ReadOnlySpan<int> Foyers => _foyers.AsSpan(0, Count);

    /// <summary>Row of each adult of the batch here; -1 = not examined.</summary>
    public ReadOnlySpan<int> Lignes => _lignes;

    /// <summary>Place of each adult of the batch; -1 = not examined.</summary>
    public ReadOnlySpan<int> Places => _places;

    /// <summary>1 for a couple, by row.</summary>
    public Colonne Couple { get; } = new();

    /// <summary>Birth of each adult, by place; <see cref="Blocs.Jamais"/> where there is none.</summary>
    public Colonne Naissance { get; } = new();

    /// <summary>Incapacity rate, without limit for those unfit for work, by place.</summary>
    public Colonne Incapacite { get; } = new();

    /// <summary>Years of permit, without limit for those who need none, by place.</summary>
    public Colonne Titre { get; } = new();

    /// <summary>1 for an adult who meets the conditions of ASPA in M, by place.</summary>
    public Colonne ServisAspa { get; } = new();

    /// <summary>Gross resources, month by month.</summary>
    public RessourcesBrutes Ressources { get; } = new();

    /// <summary>Reads a batch.</summary>
    public void Lire(Lot lot, MinimumVieillesseLaw law)
    {
        var prets = lot.Tampons.Prets;
        var concernes = lot.Zeros();
        Concernes(lot, law, concernes);
        Lister(concernes.Lignes);
        lot.Tampons.Rendre(prets);
        Adultes(lot.Foyers);
    }

    /// <summary>Foyers that need a look, where this law applies: an adult near the age, with an invalidity pension, disabled, or with ASI in payment.</summary>
    [Article("L815-1 CSS")]
    [Article("ordonnance 2002-411")]
    static void Concernes(Lot lot, MinimumVieillesseLaw law, Colonne result)
    {
        foreach (var kind in s_versees)
        {
            foreach (var adult in lot.Foyers.Adultes[kind].Holders)
                result[lot.Foyers.Adultes.Foyer[adult]] = 1;
        }

        var concernes = result.Blocs;
        var aine = lot.Membres.Aine.Blocs;
        var residence = lot.Habitat.Residence.Blocs;
        var premier = lot.Membres.Handicap.Blocs[..concernes.Length];
        var second = lot.Membres.Handicap.Blocs[concernes.Length..];
        for (var i = 0; i < concernes.Length; i++)
        {
            var age = Blocs.Oui(Condition.AgeAtteint(aine[i], lot.Foyers, 0, law.AgeAnticipe));
            concernes[i] = residence[i] * Vector.Max(Vector.Max(age, concernes[i]), Vector.Max(premier[i], second[i]));
        }
    }

    static readonly Revenu[] s_versees = [Revenu.Invalidite, Revenu.Asi];

    void Lister(ReadOnlySpan<double> concernes)
    {
        if (_foyers.Length <= concernes.Length)
            _foyers = new int[(2 * concernes.Length) + 1];
        Count = 0;
        for (var foyer = 0; foyer < concernes.Length; foyer++)
        {
            // Written in any case, kept when the foyer counts: no jump to guess.
            _foyers[Count] = foyer;
            Count += (int)concernes[foyer];
        }
    }

    void Adultes(FoyerColumns foyers)
    {
        var adultes = foyers.Adultes;
        if (_lignes.Length < adultes.Count)
            (_lignes, _places) = (new int[2 * adultes.Count], new int[2 * adultes.Count]);
        _lignes.AsSpan(0, adultes.Count).Fill(-1);
        _places.AsSpan(0, adultes.Count).Fill(-1);
        Couple.Prepare(Count);
        Naissance.Remplir(2 * Pas, Blocs.Jamais);
        Incapacite.Remplir(2 * Pas, 0);
        Titre.Remplir(2 * Pas, 0);
        var first = foyers.PremierAdulte;
        for (var row = 0; row < Count; row++)
        {
            var (adult, end) = (first[_foyers[row]], first[_foyers[row] + 1]);
            Couple[row] = end - adult > 1 ? 1 : 0;
            for (var place = row; adult < end; adult++, place += Pas)
            {
                (_lignes[adult], _places[adult]) = (row, place);
                Naissance[place] = adultes.Naissance[adult];
                Incapacite[place] = (adultes.Traits[adult] & Traits.Inapte) != 0 ? double.PositiveInfinity : adultes.Incapacite[adult];
                Titre[place] = Condition.TitreAspa(adultes, adult);
            }
        }
    }
}
