namespace NonRecoursMatch.Conventions.Territories;

/// <summary>One of the 39 territories of the experiment (conventions/territories/territories.csv).</summary>
/// <param name="Number">1 to 39.</param>
/// <param name="Code">INSEE code of the commune or département, or SIREN of the EPCI; null for the territories that are not established.</param>
/// <param name="Name">Official name.</param>
/// <param name="Kind"><c>commune</c>, <c>epci</c> or <c>departement</c>.</param>
/// <param name="Status">As published: confirmed, inferred, or not established.</param>
/// <param name="Start">Year in which the territory entered the experiment.</param>
public sealed record Territory(int Number, string? Code, string Name, string Kind, IReadOnlyList<string> Departements, string Status, int Start)
{
    /// <summary>SIREN of the commune or EPCI, null where there is none or it is not established.</summary>
    public string? Siren { get; init; }

    /// <summary>What the compilers of the table had to say: candidates, inferences.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether a code is known: without one no commune can be named, and no agreement made.</summary>
    public bool IsEstablished => Code is not null;
}

/// <summary>The communes whose residents the agreement covers, as COG codes of current communes.</summary>
public sealed class Perimeter(int cogYear, IReadOnlySet<string> communes)
{
    /// <summary>Those of them where foreign pay is common: RSA, PPA and ASPA are then asked about, never presumed.</summary>
    public IReadOnlySet<string> Border { get; init; } = new HashSet<string>(0);

    /// <summary>Name of each commune, by code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(0);

    /// <summary>The quartiers that narrow a perimeter of that level, null for the others: the communes are then its outer bound.</summary>
    public Quartiers? Quartiers { get; init; }

    /// <summary>Year of the COG that the codes belong to.</summary>
    public int CogYear { get; } = cogYear;

    /// <summary>Current communes of the perimeter.</summary>
    public IReadOnlySet<string> Communes { get; } = communes;
}
