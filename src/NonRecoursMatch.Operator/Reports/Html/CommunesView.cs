using System.Globalization;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>
/// Rights by commune: a map of tiles, one per commune in the order of the COG, for no outline of communes ships with the project; and bars. The
/// figure is written in each tile, so that nothing is said by colour alone.
/// </summary>
sealed class CommunesView(Published counts, ReportTexts texts, Perimeter perimeter)
{
    const int PerRow = 8;
    const int TileWidth = 120;
    const int TileHeight = 52;
    const int LongestName = 17;

    // Classes of the shade, from the lightest: bounds are shares of the largest count.
    static readonly double[] s_bounds = [0.1, 0.3, 0.6];

    readonly IReadOnlyList<string> _codes = [.. counts.Names("communes").Where(code => code != "inconnue").Order(StringComparer.Ordinal)];

    long Most => counts.Names("communes").Max(code => counts.Count($"communes/{code}")) ?? 0;

    /// <summary>The map, or null for a territory of one commune.</summary>
    public Dictionary<string, object?>? Map() => _codes.Count < 2 ? null : new()
    {
        ["largeur"] = PerRow * TileWidth,
        ["hauteur"] = (_codes.Count + PerRow - 1) / PerRow * TileHeight,
        ["cases"] = _codes.Select((code, i) => new Dictionary<string, object?>
        {
            ["x"] = i % PerRow * TileWidth,
            ["y"] = i / PerRow * TileHeight,
            ["nom"] = Short(Name(code)),
            ["nombre"] = counts.Shown($"communes/{code}"),
            ["classe"] = Class(code),
        }).ToList(),
    };

    /// <summary>Communes with rights, the largest shown count first, then the masked ones by name.</summary>
    public List<Dictionary<string, object?>> Bars()
        => [.. counts.Names("communes").Where(code => counts.Count($"communes/{code}") != 0)
            .OrderByDescending(code => counts.Count($"communes/{code}") ?? -1).ThenBy(code => code, StringComparer.Ordinal)
            .Select(code => new Dictionary<string, object?>
            {
                ["nom"] = Name(code),
                ["nombre"] = counts.Shown($"communes/{code}"),
                ["part"] = counts.Width($"communes/{code}", Most),
                ["connu"] = counts.Count($"communes/{code}") is not null,
            })];

    /// <summary>Names of the communes without any right found.</summary>
    public string Empty() => string.Join(", ", _codes.Where(code => counts.Count($"communes/{code}") == 0).Select(Name));

    string Name(string code) => code == "inconnue" ? texts.Get("commune.inconnue") : perimeter.Names.GetValueOrDefault(code, code);

    string Class(string code) => counts.Count($"communes/{code}") switch
    {
        null => "masque",
        0 => "c0",
        { } count => string.Create(CultureInfo.InvariantCulture, $"c{1 + s_bounds.Count(bound => count > bound * Most)}"),
    };

    static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}
