using System.Globalization;
using System.Text;
using NonRecoursMatch.Formats.Delimited;

namespace NonRecoursMatch.Conventions.Territories;

/// <summary>The 39 territories of the experiment (conventions/territories/territories.csv), including those whose code nobody has established.</summary>
public sealed class TerritoryTable
{
    TerritoryTable(IReadOnlyList<Territory> all) => All = all;

    /// <summary>The territories, in the order of the table.</summary>
    public IReadOnlyList<Territory> All { get; }

    /// <summary>The territory with this code (INSEE or SIREN) or this exact name, or null.</summary>
    public Territory? Find(string codeOrName) => All.FirstOrDefault(territory =>
        codeOrName.Equals(territory.Code, StringComparison.Ordinal)
        || codeOrName.Equals(territory.Siren, StringComparison.Ordinal)
        || codeOrName.Equals(territory.Name, StringComparison.Ordinal));

    /// <summary>Names that resemble <paramref name="text"/> once case, accents and punctuation are set aside: at most three, for a message.</summary>
    public IReadOnlyList<Territory> Suggest(string text)
    {
        var wanted = Resemblance.Fold(text);
        return [.. All.Where(territory => territory.IsEstablished)
            .Select(territory => (territory, distance: Resemblance.Distance(wanted, Resemblance.Fold(territory.Name))))
            .Where(candidate => candidate.distance <= Math.Max(2, wanted.Length / 4))
            .OrderBy(candidate => candidate.distance).ThenBy(candidate => candidate.territory.Number)
            .Take(3).Select(candidate => candidate.territory)];
    }

    /// <summary>Reads territories.csv.</summary>
    /// <exception cref="InvalidDataException">The file is not the table that this version was built for.</exception>
    public static TerritoryTable Read(string path)
    {
        using var reader = new DelimitedReader(path, ';');
        string[] columns = ["n", "nom", "type", "code_insee_ou_siren", "siren", "departements", "region", "nb_communes", "population_2026pkg", "demarrage", "sources", "statut", "note"];
        if (!reader.Header.SequenceEqual(columns))
            throw new InvalidDataException($"{path}: unexpected columns");

        var all = new List<Territory>(39);
        while (reader.Read())
        {
            all.Add(new Territory(Number(0), NullIfEmpty(3), Text(1), Text(2), Text(5).Split('+', StringSplitOptions.RemoveEmptyEntries), Text(11), Number(9))
            {
                Siren = NullIfEmpty(4),
                Note = Text(12),
            });
        }

        return new TerritoryTable(all);

        string Text(int index) => Encoding.UTF8.GetString(reader.Field(index));
        string? NullIfEmpty(int index) => Text(index) is { Length: > 0 } text ? text : null;
        int Number(int index) => int.Parse(Text(index), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
