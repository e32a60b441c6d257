using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Synthetic.Names;
using NonRecoursMatch.Synthetic.Places;

namespace NonRecoursMatch.Synthetic.Sources;

/// <summary>Which bodies send an extract for a territory, and which of them serves whom.</summary>
internal sealed class SourcePlan
{
    /// <summary>A second landlord or CCAS appears when the second commune has at least this share of the first one's population.</summary>
    const double SecondTownShare = 0.4;

    const int MostWithoutBorder = 3;
    const int BorderCommunes = 2;

    readonly List<PlannedSource> _all = [];
    readonly Dictionary<string, PlannedSource> _caf = new(StringComparer.Ordinal);
    readonly Dictionary<string, PlannedSource> _cpam = new(StringComparer.Ordinal);
    readonly Dictionary<string, PlannedSource> _carsat = new(StringComparer.Ordinal);
    readonly Dictionary<string, PlannedSource> _ccas = new(StringComparer.Ordinal);
    readonly List<PlannedSource> _landlords = [];

    /// <summary>Plans the sources of the communes of <paramref name="map"/>, in the order of the agreement.</summary>
    public SourcePlan(TerritoryMap map)
    {
        Border = map.Homes.Count <= MostWithoutBorder
            ? []
            : [.. map.Homes.OrderBy(home => home.Population).ThenBy(home => home.Code, StringComparer.Ordinal).Take(BorderCommunes).Select(home => home.Code)];
        foreach (var departement in map.Departements)
            _caf[departement] = Add("caf-" + departement.ToLowerInvariant(), SourceKind.Caf, $"CAF ({departement})", "caf/allocataires@1");
        foreach (var departement in map.Departements)
            _cpam[departement] = Add("cpam-" + departement.ToLowerInvariant(), SourceKind.Cpam, $"CPAM ({departement})", "cpam/assures@1");
        AddPensionFunds(map);
        MsaFamille = Add("msa-territoire-famille", SourceKind.Msa, "MSA du territoire (fictive), branche famille", "msa/famille@1", "msa-territoire");
        MsaAssures = Add("msa-territoire-assures", SourceKind.Msa, "MSA du territoire (fictive), assurés et retraités", "msa/assures@1", "msa-territoire");
        var towns = map.Homes.OrderByDescending(home => home.Population).ThenBy(home => home.Code, StringComparer.Ordinal).Take(2).ToList();
        if (towns.Count == 2 && towns[1].Population < SecondTownShare * towns[0].Population)
            towns.RemoveAt(1);
        for (var i = 1; i <= towns.Count; i++)
            _landlords.Add(Add($"bailleur-social-{i}", SourceKind.Bailleur, $"Bailleur social fictif n° {i}", "bailleur/locataires@1"));
        foreach (var town in towns)
            _ccas[town.Code] = Add("ccas-" + Slug.Of(town.Name), SourceKind.Ccas, $"CCAS de {town.Name} (données synthétiques)", "ccas/usagers@1");
    }

    /// <summary>Communes that the agreement calls border communes: the two least populated, where there are more than three.</summary>
    public IReadOnlyList<string> Border { get; }

    /// <summary>All of them, in the order of the agreement.</summary>
    public IReadOnlyList<PlannedSource> All => _all;

    /// <summary>The MSA's family source.</summary>
    public PlannedSource MsaFamille { get; }

    /// <summary>The MSA's health and pension source.</summary>
    public PlannedSource MsaAssures { get; }

    /// <summary>Social landlords.</summary>
    public IReadOnlyList<PlannedSource> Landlords => _landlords;

    /// <summary>The CAF of a département.</summary>
    public PlannedSource Caf(string departement) => _caf[departement];

    /// <summary>The CPAM of a département.</summary>
    public PlannedSource Cpam(string departement) => _cpam[departement];

    /// <summary>The pension fund of a département.</summary>
    public PlannedSource Carsat(string departement) => _carsat[departement];

    /// <summary>The CCAS of a commune that sends an extract, or null.</summary>
    public PlannedSource? Ccas(string commune) => _ccas.GetValueOrDefault(commune);

    void AddPensionFunds(TerritoryMap map)
    {
        var funds = NameTables.Rows("caisses-retraite.csv").ToDictionary(row => row[0], StringComparer.Ordinal);
        var made = new Dictionary<string, PlannedSource>(StringComparer.Ordinal);
        foreach (var departement in map.Departements)
        {
            var row = funds[departement];
            if (!made.TryGetValue(row[1], out var source))
                made[row[1]] = source = Add(row[1], SourceKind.Carsat, row[2], "carsat/retraites@1");
            _carsat[departement] = source;
        }
    }

    PlannedSource Add(string id, SourceKind kind, string name, string format, string? body = null)
    {
        var source = new PlannedSource(_all.Count, id, kind, body ?? id, name, format);
        _all.Add(source);
        return source;
    }
}
