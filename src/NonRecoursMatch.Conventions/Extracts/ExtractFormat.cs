using NonRecoursMatch.Formats.FixedWidth;

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

    /// <summary>Whether it never leaves the holder, listed or not: identity, references, what steers <c>resolve</c>.</summary>
    public bool StaysWithHolder => Sensitivity is Sensitivity.Identifiant or Sensitivity.Reference or Sensitivity.Detenteur;

    /// <summary>The codes that a value may be, those of a yes or no included; empty where there is no closed list.</summary>
    public IReadOnlyList<string> AcceptedCodes => Type == FieldType.OuiNon ? ["O", "N"] : Codes;

    /// <summary>Smallest number allowed, in cents for an amount; null without bound.</summary>
    public long? Minimum { get; init; }

    /// <summary>Largest number allowed, in cents for an amount; null without bound.</summary>
    public long? Maximum { get; init; }
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
/// <param name="Name">Table name; the file is <c>NAME.csv</c>, or has another form (<see cref="TableFiles"/>).</param>
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

    /// <summary>Fields that no two rows may share together; a row where one of them is empty is not compared. Persons have their own rule.</summary>
    public IReadOnlyList<IReadOnlyList<string>> UniqueKeys { get; init; } = [];

    /// <summary>Rows of other tables that every row of this one needs.</summary>
    public IReadOnlyList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Dates that follow one another.</summary>
    public IReadOnlyList<DateOrder> DateOrders { get; init; } = [];

    /// <summary>Ages that fit a role.</summary>
    public IReadOnlyList<RoleAge> RoleAges { get; init; } = [];

    /// <summary>Where the fields are in a fixed-width file; null when the format declares none.</summary>
    public FixedWidthLayout? FixedWidth { get; init; }

    /// <summary>The field called <paramref name="name"/>, or null.</summary>
    public FieldFormat? Find(string name) => Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.Ordinal));
}

/// <summary>Fields whose values must be those of a row of another table.</summary>
/// <param name="Fields">Fields of this table.</param>
/// <param name="Table">The other table.</param>
/// <param name="OtherFields">Its fields, in the same order.</param>
public sealed record ForeignKey(IReadOnlyList<string> Fields, string Table, IReadOnlyList<string> OtherFields);

/// <summary>Two dates of a row, the second of which may not be the earlier one.</summary>
/// <param name="First">Earlier date.</param>
/// <param name="Last">Later date.</param>
/// <param name="IsBirth">Whether the earlier one is the birth: months are then compared, because days are often unknown.</param>
public sealed record DateOrder(string First, string Last, bool IsBirth);

/// <summary>The ages that a role leaves likely.</summary>
/// <param name="Column">Field of the role.</param>
/// <param name="Role">Value of the role.</param>
/// <param name="Birth">Field of the birth date.</param>
/// <param name="Minimum">Youngest age in whole years.</param>
/// <param name="Maximum">Oldest age in whole years.</param>
public sealed record RoleAge(string Column, string Role, string Birth, int Minimum, int Maximum);

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
