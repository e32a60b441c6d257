using System.Text;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>
/// A generated territory with values planted in its extracts that exist nowhere else: the usual surnames and first names, and the bodies' own references,
/// are replaced everywhere by words and numbers that no program, document or table of communes holds.
/// </summary>
sealed class PlantedTerritory
{
    public const string Code = "35238";

    static readonly string[] s_surnames = ["QUARTZOVIC", "VEXILMARC", "WHISKERAN", "JYMBOURGEZ", "KŸMRICOULT", "FJORDANVAUX", "BUXQUINTEL", "ZWYNDERAC"];
    static readonly string[] s_givenNames = ["Zéphyrelle", "Kymrisse", "Vexiane", "Quartzine", "Jyxobald", "Wolframine", "Œrthilde", "Fjordine"];
    static readonly string[] s_surnameColumns = ["nom", "nom_naissance", "nom_usage"];
    static readonly string[] s_givenNameColumns = ["prenom", "prenom1", "prenom2", "prenom3"];
    static readonly string[] s_nirColumns = ["nir", "nir_ouvrant_droit"];
    static readonly string[] s_keyColumns = ["matricule", "bail", "dossier"];

    readonly List<string> _cafNirs = [];

    public PlantedTerritory(string folder)
    {
        Folder = folder;
        NonRecours.Ok("generate", Code, "--persons", "1500", "--seed", "3", "--noise", "0", "--out", folder);
        // Landlords first: a list at each of the three levels.
        Workbench.Replace(Agreement, "ordre_de_contact: [cpam, msa, caf, ccas, bailleur]", "ordre_de_contact: [bailleur, cpam, msa, caf, ccas]");
        var files = Directory.EnumerateFiles(Path.Combine(folder, "extraits"), "*.csv", SearchOption.AllDirectories).Select(path => (path, rows: File.ReadAllLines(path).Select(line => line.Split(';')).ToList())).ToList();
        var names = Planted(files.SelectMany(file => Cells(file.rows, s_surnameColumns)), s_surnames).Concat(Planted(files.SelectMany(file => Cells(file.rows, s_givenNameColumns)), s_givenNames))
            .DistinctBy(name => name.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, rows) in files)
        {
            var keyed = File.ReadLines(Directory.GetFiles(Path.GetDirectoryName(path)!, "*s.csv").First(other => !other.EndsWith("oppositions.csv", StringComparison.Ordinal))).First().Split(';').Intersect(s_keyColumns).FirstOrDefault();
            Replace(rows, [.. s_surnameColumns, .. s_givenNameColumns], name => names.TryGetValue(name, out var planted) ? name.All(letter => !char.IsLower(letter)) ? planted.ToUpperInvariant() : planted : name);
            Replace(rows, s_keyColumns, Reference);
            if (keyed is not null)
                Replace(rows, ["reference"], Reference);
            File.WriteAllText(path, string.Concat(rows.Select(row => string.Join(';', row) + "\r\n")), new UTF8Encoding(false));
            if (path.EndsWith(Path.Combine("caf-35", "personnes.csv"), StringComparison.Ordinal))
                _cafNirs.AddRange(Cells(rows, s_nirColumns));
        }

        foreach (var value in names.Values.Concat(files.SelectMany(file => Cells(file.rows, s_nirColumns).Select(nir => nir[..13])))
            .Concat(files.SelectMany(file => Cells(file.rows, s_keyColumns))).Concat(files.SelectMany(file => Cells(file.rows, ["date_naissance"]).Where(IsOfAnAdult))).Distinct().ToList())
            Identities.Add(value);
    }

    /// <summary>Agreement, keys of the generator, extracts.</summary>
    public string Folder { get; }

    public string Agreement => Path.Combine(Folder, "convention.yaml");

    /// <summary>Names, numbers, references and birth dates that are planted.</summary>
    public SortedSet<string> Identities { get; } = new(StringComparer.Ordinal);

    /// <summary>Postal and electronic addresses and telephones: no format has them, an extract that brings them is refused.</summary>
    public IReadOnlyList<string> Coordinates { get; } = ["17 impasse du Vexillaire", "zephyrelle.quartzovic@courriel.exemple", "0299173548", "06 41 73 92 58"];

    /// <summary>Bodies and their sources, in the order of the agreement.</summary>
    public IReadOnlyList<IGrouping<string, string>> Bodies => [.. File.ReadLines(Agreement).Select(line => line.Split(':', 2)).Where(parts => parts[0].Trim() is "- id" or "organisme")
        .Select(parts => parts[1].Trim()).Chunk(2).GroupBy(pair => pair[1], pair => pair[0])];

    /// <summary>NIR of people whom the CPAM is to contact, whom the CAF knows too and the landlord does not: the CAF opposes the first, the CPAM must not see that one any more.</summary>
    public IReadOnlyList<string> CpamListed()
    {
        var rows = CsvRows.Read(Path.Combine(Folder, "extraits", "cpam-35", "personnes.csv"));
        var (nir, birth, name) = (Array.IndexOf(rows[0], "nir"), Array.IndexOf(rows[0], "date_naissance"), Array.IndexOf(rows[0], "prenom1"));
        var tenants = CsvRows.Read(Path.Combine(Folder, "extraits", "bailleur-social-1", "occupants.csv"));
        var (tenantBirth, tenantName) = (Array.IndexOf(tenants[0], "date_naissance"), Array.IndexOf(tenants[0], "prenom"));
        var housed = tenants.Select(tenant => (tenant[tenantBirth], tenant[tenantName].ToUpperInvariant())).ToHashSet();
        var others = rows.Skip(1).Where(row => !housed.Contains((row[birth], row[name].ToUpperInvariant()))).Select(row => row[nir]).ToHashSet();
        return [.. CsvRows.Read(Path.Combine(Folder, "truth", "expected-lists", "cpam-35.csv")).Skip(1).Select(row => row[2].Split('|')[0]).Where(_cafNirs.Contains).Where(others.Contains)];
    }

    /// <summary>Reference of a person in the extract of the CAF.</summary>
    public string CafReference(string nir)
    {
        var rows = CsvRows.Read(Path.Combine(Folder, "extraits", "caf-35", "personnes.csv"));
        var row = rows.First(row => row.Contains(nir));
        return $"{row[0]}|{row[1]}";
    }

    static string Reference(string reference) => reference.Length == 0 ? "" : char.IsAsciiDigit(reference[0]) ? "70413" + reference : "QZX" + reference;

    static bool IsOfAnAdult(string date) => string.CompareOrdinal(date[6..], "1995") < 0;

    /// <summary>The usual values, each with the one that takes its place.</summary>
    static IEnumerable<KeyValuePair<string, string>> Planted(IEnumerable<string> values, string[] instead)
        => values.GroupBy(value => value, StringComparer.OrdinalIgnoreCase).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key).Zip(instead, KeyValuePair.Create);

    static IEnumerable<string> Cells(List<string[]> rows, string[] columns)
        => rows[0].Index().Where(column => columns.Contains(column.Item)).SelectMany(column => rows.Skip(1).Select(row => row[column.Index])).Where(value => value.Length > 0);

    static void Replace(List<string[]> rows, string[] columns, Func<string, string> change)
    {
        foreach (var (index, _) in rows[0].Index().Where(column => columns.Contains(column.Item)))
        {
            foreach (var row in rows.Skip(1))
                row[index] = change(row[index]);
        }
    }
}
