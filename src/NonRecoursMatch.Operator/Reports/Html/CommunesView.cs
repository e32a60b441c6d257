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
    const int LongestName = 17;

    // Classes of the shade, from the lightest: bounds are shares of the largest count.
    static readonly double[] s_bounds = [0.1, 0.3, 0.6];

    readonly IReadOnlyList<string> _codes = [.. counts.Names("communes").Where(code => code != "inconnue").Order(StringComparer.Ordinal)];

    long Most => counts.Names("communes").Max(code => counts.Count($"communes/{code}")) ?? 0;

    /// <summary>The map, row by row so that it can go on from sheet to sheet; empty for a territory of one commune.</summary>
    public List<List<Dictionary<string, object?>>> Map() => _codes.Count < 2 ? [] : [.. _codes.Chunk(PerRow).Select(row => row.Index().Select(tile => new Dictionary<string, object?>
    {
        ["x"] = tile.Index * TileWidth,
        ["nom"] = Short(Name(tile.Item)),
        ["nombre"] = counts.Shown($"communes/{tile.Item}"),
        ["classe"] = Class(tile.Item),
    }).ToList())];

    /// <summary>The communes whose count is shown, the largest first.</summary>
    public List<Dictionary<string, object?>> Bars()
        => [.. counts.Names("communes").Where(code => counts.Count($"communes/{code}") > 0)
            .OrderByDescending(code => counts.Count($"communes/{code}")).ThenBy(code => code, StringComparer.Ordinal)
            .Select(code => new Dictionary<string, object?>
            {
                ["nom"] = Name(code),
                ["nombre"] = counts.Shown($"communes/{code}"),
                ["part"] = counts.Width($"communes/{code}", Most),
            })];

    /// <summary>Names of the communes whose count is masked.</summary>
    public string Masked() => string.Join(", ", counts.Names("communes").Where(code => counts.Count($"communes/{code}") is null).Select(Name));

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
