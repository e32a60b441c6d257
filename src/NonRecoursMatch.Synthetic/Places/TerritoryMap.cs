using System.Globalization;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Places;

/// <summary>Where the people of a territory live and were born.</summary>
internal sealed class TerritoryMap
{
    /// <summary>Share of residents born in the département where they live (round figure).</summary>
    const double BornNearby = 0.6;

    const int PlacesOutside = 40;
    readonly AliasTable _homes;
    readonly IReadOnlyList<Commune> _everywhere;
    readonly AliasTable _anywhere;
    readonly Dictionary<string, (IReadOnlyList<Commune> Places, AliasTable Table)> _nearby = new(StringComparer.Ordinal);

    /// <summary>Prepares the draws.</summary>
    /// <param name="homes">Communes of the perimeter, at least one.</param>
    /// <param name="all">Every current commune.</param>
    public TerritoryMap(IReadOnlyList<Commune> homes, IReadOnlyList<Commune> all)
    {
        Homes = homes;
        _homes = Table(homes);
        _everywhere = [.. all.Where(place => place.Population > 0 && (place.Departement.Length == 2 || place.Departement.StartsWith("97", StringComparison.Ordinal)))];
        _anywhere = Table(_everywhere);
        Departements = [.. homes.Select(home => home.Departement).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (var departement in Departements)
        {
            IReadOnlyList<Commune> places = [.. all.Where(place => place.Departement == departement)];
            _nearby[departement] = (places, Table(places));
        }

        var inside = homes.Select(home => home.Code).ToHashSet(StringComparer.Ordinal);
        Outside = [.. Departements.SelectMany(departement => _nearby[departement].Places).Concat(_everywhere).Where(place => !inside.Contains(place.Code)).Take(PlacesOutside)];
        Largest = homes.MaxBy(home => home.Population)!;
        RuralShare = homes.Where(home => home.Population < 2000).Sum(home => (double)home.Population) / Math.Max(1, homes.Sum(home => (double)home.Population));
    }

    /// <summary>Communes of the perimeter.</summary>
    public IReadOnlyList<Commune> Homes { get; }

    /// <summary>The largest of them: its CCAS domiciles persons without a home.</summary>
    public Commune Largest { get; }

    /// <summary>Their départements, in order.</summary>
    public IReadOnlyList<string> Departements { get; }

    /// <summary>Some communes outside the perimeter, where people move to.</summary>
    public IReadOnlyList<Commune> Outside { get; }

    /// <summary>Share (0–1) of residents in communes of less than 2,000: sets how many farmers there are.</summary>
    public double RuralShare { get; }

    /// <summary>A home, by population.</summary>
    public Commune Home(Xoshiro random) => Homes[_homes.Draw(random)];

    /// <summary>COG code of a place of birth in France.</summary>
    public string BirthPlace(Xoshiro random, string departement)
    {
        if (!random.Chance(BornNearby))
            return Registered(random, _everywhere[_anywhere.Draw(random)].Code);
        var (places, table) = _nearby[departement];
        return Registered(random, places[table.Draw(random)].Code);
    }

    // Births in the three divided cities are registered in an arrondissement.
    static string Registered(Xoshiro random, string code)
    {
        var (first, count) = code switch
        {
            "75056" => (75101, 20),
            "69123" => (69381, 9),
            "13055" => (13201, 16),
            _ => (0, 0),
        };
        return first == 0 ? code : (first + random.Below(count)).ToString(CultureInfo.InvariantCulture);
    }

    // A commune without known population still has homes.
    static AliasTable Table(IReadOnlyList<Commune> communes) => new([.. communes.Select(commune => Math.Max(1.0, commune.Population))]);
}
