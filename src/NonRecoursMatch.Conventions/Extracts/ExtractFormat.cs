namespace NonRecoursMatch.Conventions.Extracts;

/// <summary>Where a field may go (design: one attribute per field drives masking, pseudonymisation and the DPO sheet).</summary>
public enum Sensitivity
{
    /// <summary>Identity: read by the holder to make tokens, never leaves, never printed.</summary>
    Identifiant,

    /// <summary>Local reference: becomes a handle or group id under the holder secret, never leaves.</summary>
    Reference,

    /// <summary>Stays with the holder and steers <c>resolve</c>.</summary>
    Detenteur,

    /// <summary>Leaves only as a neutral class, or not at all (invariant I6).</summary>
    Classe,

    /// <summary>Leaves if the agreement lists it.</summary>
    Attribut,
}

/// <summary>Logical type of a field, and so its form in the package.</summary>
public enum FieldType
{
    /// <summary>Text or code of a nomenclature; leaves as UTF-8.</summary>
    Texte,

    /// <summary>Whole number; leaves as Int32.</summary>
    Entier,

    /// <summary>Euros with decimal comma; leaves as Int64 cents, rounded to the euro.</summary>
    Montant,

    /// <summary>JJ/MM/AAAA, 00 = unknown part; leaves as Int32 day number when complete, except birth dates.</summary>
    Date,

    /// <summary>AAAA-MM; leaves as Int32 month index.</summary>
    Mois,

    /// <summary>O or N; leaves as UTF-8.</summary>
    OuiNon,
}

/// <summary>One field of a table, read from the format's <c>datapackage.json</c>.</summary>
/// <param name="Name">Column name: French, lower case, no accent.</param>
/// <param name="Type">Logical type.</param>
/// <param name="Sensitivity">Where it may go.</param>
/// <param name="Required">Whether a value is compulsory in every row.</param>
/// <param name="Codes">The nomenclature, or empty.</param>
/// <param name="Pattern">For <see cref="FieldType.Texte"/>: an anchored regular expression, or null.</param>
/// <param name="CustomChecks">Names of French checks: <c>french-nir-value</c>, <c>french-commune-insee-value</c>, <c>matricule-caf-value</c>.</param>
/// <param name="DependsOnComposition">Withheld when a member of the group is dropped.</param>
/// <param name="Description">What it is, for people.</param>
/// <param name="Example">A valid example, synthetic.</param>
public sealed record FieldFormat(
    string Name,
    FieldType Type,
    Sensitivity Sensitivity,
    bool Required,
    IReadOnlyList<string> Codes,
    string? Pattern,
    IReadOnlyList<string> CustomChecks,
    bool DependsOnComposition,
    string Description,
    string Example)
{
    /// <summary>Whether the header of a delivered file may leave the column out: every value is then unknown. A column that decides the perimeter may not.</summary>
    public bool Optional { get; init; }

    /// <summary>For <see cref="Sensitivity.Classe"/>: code of the extract -> neutral class that leaves instead; codes that are not in it leave as they are.
    /// Empty: no neutral class exists, and the field leaves only under a ground of RGPD art. 9 (2).</summary>
    public IReadOnlyDictionary<string, string> Classes { get; init; } = new Dictionary<string, string>(0);
}

/// <summary>What a table's rows are about.</summary>
public enum TableRole
{
    /// <summary>One row per person: carries identities, makes tokens.</summary>
    Personnes,

    /// <summary>Rows attached to a person of <c>personnes</c> by its reference.</summary>
    ParPersonne,

    /// <summary>Rows attached to a group (dossier, lease) by its reference.</summary>
    ParGroupe,
}

/// <summary>One table of an extract, one file.</summary>
/// <param name="Name">Table name; the file is <c>NAME.csv</c>.</param>
/// <param name="Role">What its rows are about.</param>
/// <param name="Fields">In the order of the file.</param>
/// <param name="Reference">Fields that identify the person within the body (joined with <c>|</c>), empty for a table per group.</param>
/// <param name="Group">Fields that identify the dossier, lease or household; empty where persons stand alone.</param>
public sealed record TableFormat(
    string Name,
    TableRole Role,
    IReadOnlyList<FieldFormat> Fields,
    IReadOnlyList<string> Reference,
    IReadOnlyList<string> Group)
{
    /// <summary>The field that says whether a row lies in the perimeter, null for tables attached to another one.</summary>
    public string? Commune { get; init; }

    /// <summary>The field called <paramref name="name"/>, or null.</summary>
    public FieldFormat? Find(string name) => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.Ordinal));
}

/// <summary>A declared exhaustiveness: absent from it means "does not receive" for that population, communes and benefit.</summary>
public sealed record Exhaustivity(string Prestation, string Population, string Communes);

/// <summary>The kinds of body. The order is the default order of trust for a fact.</summary>
public enum SourceKind
{
    /// <summary>Caisse d'allocations familiales.</summary>
    Caf,

    /// <summary>Mutualité sociale agricole.</summary>
    Msa,

    /// <summary>Caisse primaire d'assurance maladie.</summary>
    Cpam,

    /// <summary>Caisse d'assurance retraite et de la santé au travail.</summary>
    Carsat,

    /// <summary>Social landlord.</summary>
    Bailleur,

    /// <summary>Centre communal (ou intercommunal) d'action sociale.</summary>
    Ccas,
}

/// <summary>An extract format, for example <c>caf/allocataires@1</c>.</summary>
public sealed record ExtractFormat(
    string Id,
    IReadOnlyList<SourceKind> Kinds,
    char Separator,
    bool HoldsNir,
    IReadOnlyList<TableFormat> Tables,
    IReadOnlyList<Exhaustivity> ExhaustiveFor)
{
    /// <summary>Title for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>Which persons the extract holds.</summary>
    public string Filter { get; init; } = "";

    /// <summary>The table that carries identities.</summary>
    public TableFormat Personnes => Tables.First(table => table.Role == TableRole.Personnes);
}
