using System.Globalization;
using System.Text;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Conventions.Territories;

/// <summary>
/// The communes of one COG year (conventions/territories/communes.csv, 37,590 rows): the current ones, and the way from an arrondissement
/// (Paris, Marseille, Lyon), a commune déléguée or a commune associée to the commune that it belongs to today.
/// </summary>
public sealed class CommuneTable
{
    readonly Dictionary<string, Commune> _current;
    readonly Dictionary<string, string> _former;
    readonly Dictionary<string, Commune>.AlternateLookup<ReadOnlySpan<char>> _currentByText;
    readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _formerByText;

    CommuneTable(IReadOnlyList<Commune> communes, Dictionary<string, string> former)
    {
        Current = communes;
        _current = communes.ToDictionary(commune => commune.Code, StringComparer.Ordinal);
        _former = former;
        _currentByText = _current.GetAlternateLookup<ReadOnlySpan<char>>();
        _formerByText = _former.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The COG year of the table that ships with this version.</summary>
    public const int CogYear = 2026;

    /// <summary>Every current commune, by code.</summary>
    public IReadOnlyList<Commune> Current { get; }

    /// <summary>The current commune with this code, or null.</summary>
    public Commune? Find(string code) => _current.GetValueOrDefault(code);

    /// <summary>The current commune that <paramref name="code"/> belongs to: itself, or the commune of an arrondissement, déléguée or associée.</summary>
    /// <returns>Null when the COG knows no such code.</returns>
    public string? ToCurrent(ReadOnlySpan<char> code)
        => _currentByText.TryGetValue(code, out var commune) ? commune.Code
            : _formerByText.TryGetValue(code, out var current) ? current
            : null;

    /// <summary>The communes of a territory: one commune, the members of an EPCI, or all those of a département. Empty when it is not established.</summary>
    public IReadOnlyList<Commune> Of(Territory territory) => territory switch
    {
        { Code: null } => [],
        { Kind: "commune", Code: var code } => Find(code) is { } commune ? [commune] : [],
        { Kind: "epci", Code: var siren } => [.. Current.Where(commune => siren.Equals(commune.Epci, StringComparison.Ordinal))],
        { Code: var departement } => [.. Current.Where(commune => commune.Departement.Equals(departement, StringComparison.Ordinal))],
    };

    /// <summary>Reads communes.csv.</summary>
    /// <exception cref="InvalidDataException">The file is not the table that this version was built for.</exception>
    public static CommuneTable Read(string path)
    {
        using var reader = new DelimitedReader(path, ';');
        string[] columns = ["code", "nom", "type", "departement", "epci", "population", "codes_postaux", "chef_lieu"];
        if (!reader.Header.SequenceEqual(columns))
            throw new InvalidDataException($"{path}: unexpected columns");

        var current = new List<Commune>(35_000);
        var former = new Dictionary<string, string>(2_700, StringComparer.Ordinal);
        while (reader.Read())
        {
            var code = Text(0);
            if (Text(2).Equals("commune-actuelle", StringComparison.Ordinal))
                current.Add(new Commune(code, Text(1), Text(3), NullIfEmpty(Text(4)), Number(Text(5)), Text(6).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            else
                former[code] = Text(7);
        }

        return new CommuneTable(current, former);

        string Text(int index) => Encoding.UTF8.GetString(reader.Field(index));
        static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
        static int Number(string text) => text.Length == 0 ? 0 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
