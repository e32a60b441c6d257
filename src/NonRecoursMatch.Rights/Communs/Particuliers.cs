using System.Runtime.InteropServices;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;

namespace NonRecoursMatch.Rights.Communs;

/// <summary>The few foyers that a step has to look at one by one, found once per batch; the step itself decides, month by month.</summary>
sealed class Particuliers
{
    readonly List<int> _parentsSeuls = [];
    readonly List<int> _alternances = [];

    /// <summary>Foyers of one adult who may be an isolated parent in one of the months read.</summary>
    public ReadOnlySpan<int> ParentsSeuls => CollectionsMarshal.AsSpan(_parentsSeuls);

    /// <summary>Foyers with a child in alternating custody.</summary>
    public ReadOnlySpan<int> Alternances => CollectionsMarshal.AsSpan(_alternances);

    /// <summary>Working memory for the children of one foyer in their order of age.</summary>
    public List<(int Naissance, bool Alternance)> Rangs { get; } = [];

    /// <summary>Reads a batch.</summary>
    public void Lire(FoyerColumns foyers, LawBook laws)
    {
        _parentsSeuls.Clear();
        _alternances.Clear();
        var young = foyers.Mois.Index - laws.Famille.Count - (12 * laws.Famille.Max(law => law.AgeLimiteIsolement));
        var situations = foyers.Situations;
        var firstAdult = foyers.PremierAdulte;
        var firstChild = foyers.PremierEnfant;
        var traits = foyers.Adultes.Traits;
        var naissance = foyers.Enfants.Naissance;
        for (var foyer = 0; foyer < situations.Length; foyer++)
        {
            var adult = firstAdult[foyer];
            if (firstAdult[foyer + 1] - adult > 1)
                continue;
            var possible = (traits[adult] & Traits.Enceinte) != 0 || (situations[foyer].IsolementRecent && firstChild[foyer + 1] > firstChild[foyer]);
            for (var child = firstChild[foyer]; child < firstChild[foyer + 1] && !possible; child++)
                possible = naissance[child] > young;
            if (possible && (traits[adult] & Traits.ChargeFiscale) == 0)
                _parentsSeuls.Add(foyer);
        }

        var childTraits = foyers.Enfants.Traits;
        for (var child = 0; child < childTraits.Length; child++)
        {
            var foyer = foyers.Enfants.Foyer[child];
            if ((childTraits[child] & Traits.Alternance) != 0 && (_alternances.Count == 0 || _alternances[^1] != foyer))
                _alternances.Add(foyer);
        }
    }
}
