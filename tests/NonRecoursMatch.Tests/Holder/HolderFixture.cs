using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Conventions.Reading;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Tests.Conventions;

namespace NonRecoursMatch.Tests.Holder;

/// <summary>The example agreement with small extracts written by hand; each test changes what it is about.</summary>
sealed class HolderFixture : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Dictionary<string, List<Dictionary<string, string>>> _rows = [];

    public HolderFixture(string source = "caf-exemple", string? agreement = null)
    {
        File.WriteAllText(_folder[AgreementLoader.FileName], agreement ?? ConventionFixture.Example);
        Agreement = AgreementLoader.Load(_folder[AgreementLoader.FileName], ConventionFixture.Library);
        Source = Agreement.Sources.Single(candidate => candidate.Id == source);
        Directory.CreateDirectory(Source.Folder);
    }

    public static YearMonth Month { get; } = YearMonth.Of(2026, 10);

    public static ConventionLibrary Library => ConventionFixture.Library;

    public Agreement Agreement { get; set; }

    public Source Source { get; set; }

    public IReadOnlyList<TablePlan> Plans => TablePlan.Of(Agreement, Source);

    /// <summary>Lets every row be wrong without stopping.</summary>
    public HolderFixture Tolerant()
    {
        Agreement = Agreement with { Thresholds = Agreement.Thresholds with { RejectedRows = 1 } };
        return this;
    }

    /// <summary>Adds a row to a table; columns that are not given have the value of a valid row.</summary>
    public HolderFixture Row(string table, params (string Column, string Value)[] cells)
    {
        var row = new Dictionary<string, string>(Defaults(table));
        foreach (var (column, value) in cells)
            row[column] = value;
        (_rows.TryGetValue(table, out var rows) ? rows : _rows[table] = []).Add(row);
        return this;
    }

    /// <summary>Writes every table and the sidecar; returns the path of the persons.</summary>
    public string Write(Func<string, string>? changeSidecar = null)
    {
        foreach (var plan in Plans)
            File.WriteAllText(PathOf(plan.Table.Name), Text(plan.Table.Name, ColumnsOf(plan)), new UTF8Encoding(false));
        var tables = Plans.Select(plan => $"\"{plan.Table.Name}\": {{ \"lignes\": {_rows.GetValueOrDefault(plan.Table.Name)?.Count ?? 0}, \"total_controle\": null }}");
        var sidecar = $$"""
            { "format": "{{Source.Format.Id}}", "organisme": "{{Source.Body}}", "convention": "{{Agreement.Id}}", "mois": "2026-10",
              "date_donnees": "2026-11-02", "millesime_cog": 2026, "tables": { {{string.Join(", ", tables)}} },
              "producteur": "essai", "programme": "essai" }
            """;
        File.WriteAllText(Path.Combine(Source.Folder, "extrait.json"), changeSidecar?.Invoke(sidecar) ?? sidecar);
        return PathOf(Plans[0].Table.Name);
    }

    /// <summary>Writes oppositions.csv: reference, identity and scope per row.</summary>
    public HolderFixture Oppositions(params string[] rows)
    {
        File.WriteAllLines(PathOf("oppositions"), ["reference;nir;nom_naissance;nom_usage;prenom1;date_naissance;portee;date;canal", .. rows]);
        return this;
    }

    /// <summary>Oppositions of the register that are in force.</summary>
    public IReadOnlyList<RegisteredOpposition> Registered { get; set; } = [];

    /// <summary>Where the opposition register of the source is.</summary>
    public string Register => OppositionRegister.PathIn(_folder["registres"], Source.Id);

    public string PathOf(string table) => Path.Combine(Source.Folder, table + ".csv");

    /// <summary>Changes the text of a table after <see cref="Write"/>.</summary>
    public void Edit(string table, Func<string, string> change) => File.WriteAllText(PathOf(table), change(File.ReadAllText(PathOf(table))), new UTF8Encoding(false));

    public ValidationReport Validate(int keptPerCode = AnomalyCollector.DefaultKept)
    {
        var files = Plans.Select(plan => PathOf(plan.Table.Name)).Append(PathOf("oppositions")).Where(File.Exists).ToList();
        return new ExtractValidator(Agreement, Library, keptPerCode).Validate(Source, files, Month, null, CancellationToken.None);
    }

    public PseudonymisationResult Pseudonymise(string name = "a", string key = "racine", string? secret = null, CancellationToken stop = default)
    {
        using var root = KeyFile.CreateTest(KeyKind.Root, new DateOnly(2026, 1, 1), key).OpenRoot();
        using var campaign = CampaignKey.Derive(root, Pseudonymizer.DomainOf(Agreement, Month));
        using var own = Secret(secret);
        return new Pseudonymizer(Library, Registered).Run(Agreement, Source, Month, campaign, own, Out(name), HolderFolder(name), null, stop);
    }

    public HolderSecret Secret(string? label = null)
    {
        using var file = KeyFile.CreateTest(KeyKind.Secret, new DateOnly(2026, 1, 1), label ?? Source.Body);
        return file.OpenSecret();
    }

    public string Out(string name = "a") => _folder["paquets", name];

    public string HolderFolder(string name = "a") => _folder["detenteur", name];

    public Key128 Handle(string reference)
    {
        using var secret = Secret();
        using var handles = secret.Handles(Source.Id, Month);
        return handles.Person(Encoding.UTF8.GetBytes(reference));
    }

    /// <summary>The persons of the package by handle: for each column its value as text, null when unknown.</summary>
    public Dictionary<Key128, Dictionary<string, string?>> Persons(string name = "a")
        => Read(PackageTables.PersonnesFile, name).ToDictionary(row => Key128.ParseHex(row[PackageTables.Poignee]!), row => row);

    /// <summary>All rows of a column file as text.</summary>
    public List<Dictionary<string, string?>> Read(string file, string name = "a")
    {
        var rows = new List<Dictionary<string, string?>>();
        using var reader = new ColumnFileReader(Path.Combine(Out(name), file));
        while (reader.Read())
        {
            for (var row = 0; row < reader.Batch.Length; row++)
                rows.Add(reader.Batch.Columns.ToDictionary(column => column.Field.Name, column => Value(column, row)));
        }

        return rows;
    }

    public void Dispose() => _folder.Dispose();

    static string? Value(Column column, int row) => column.Field.Kind switch
    {
        ColumnKind.Int32 => column.Int32OrNull(row) is { } number ? $"{number}" : null,
        ColumnKind.Int64 => column.Int64OrNull(row) is { } cents ? $"{cents}" : null,
        ColumnKind.Key128 => column.KeyOrNull(row)?.ToString(),
        _ => column.TextOrNull(row),
    };

    /// <summary>The columns that a file must have, and the others that a row gives.</summary>
    IReadOnlyList<string> ColumnsOf(TablePlan plan)
    {
        var given = (_rows.GetValueOrDefault(plan.Table.Name) ?? []).SelectMany(row => row.Keys).Except(Defaults(plan.Table.Name).Keys).ToHashSet(StringComparer.Ordinal);
        return [.. plan.Allowed.Where(field => plan.Required.Contains(field) || given.Contains(field.Name)).Select(field => field.Name)];
    }

    string Text(string table, IReadOnlyList<string> columns)
    {
        var text = new StringBuilder(string.Join(';', columns)).Append("\r\n");
        foreach (var row in _rows.GetValueOrDefault(table) ?? [])
            text.Append(string.Join(';', columns.Select(column => row.GetValueOrDefault(column, "")))).Append("\r\n");
        return text.ToString();
    }

    Dictionary<string, string> Defaults(string table) => table switch
    {
        "personnes" or "occupants" => new()
        {
            ["matricule"] = "0012345",
            ["rang"] = "1",
            ["role"] = Source.Kind == SourceKindOfLandlord ? "TIT" : "DEM",
            ["nom_naissance"] = "EXEMPLE",
            ["nom"] = "EXEMPLE",
            ["prenom1"] = "CAMILLE",
            ["prenom"] = "CAMILLE",
            ["date_naissance"] = "09/08/1955",
            ["sexe"] = "F",
            ["commune_residence"] = "35236",
            ["commune"] = "35236",
            ["bail"] = "B-1",
            ["dossier"] = "D-1",
            ["rang_gemellaire"] = "1",
            ["situation_familiale"] = "CEL",
        },
        "ressources" => new() { ["matricule"] = "0012345", ["rang"] = "1", ["mois"] = "2026-09", ["nature"] = "SALAIRE", ["montant"] = "812,50", ["ressources_connues"] = "O" },
        _ => new() { ["matricule"] = "0012345", ["prestation"] = "RSA", ["etat"] = "2", ["date_debut"] = "01/03/2026" },
    };

    static NonRecoursMatch.Conventions.Extracts.SourceKind SourceKindOfLandlord => NonRecoursMatch.Conventions.Extracts.SourceKind.Bailleur;
}
