using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Conventions.Packages;

/// <summary>
/// What crosses the wall between a holder and the operator: file names and fixed columns of a package. Attribute columns, named as in the
/// extract format, follow the fixed ones.
/// </summary>
public static class PackageTables
{
    /// <summary>One row per person, ordered by (<see cref="Groupe"/>, <see cref="Poignee"/>); both are opaque.</summary>
    public const string PersonnesFile = "personnes.col";

    /// <summary>Weak identity tokens, ordered by token: several per person.</summary>
    public const string JetonsFile = "jetons.col";

    /// <summary>Anchors with the traits under each, ordered by anchor: the tolerant linkage. Only where the agreement has a source without NIR.</summary>
    public const string AncresFile = "ancres.col";

    /// <summary>Tokens of opposed persons, shipped apart (invariant I5).</summary>
    public const string OppositionsFile = "oppositions.col";

    /// <summary>
    /// Anchors of persons opposed to everything, shipped apart under handles that nothing else bears: a record without NIR that resembles one
    /// of them leaves with it, even misspelt. Columns of <see cref="Ancres"/>.
    /// </summary>
    public const string OppositionsAncresFile = "oppositions-ancres.col";

    /// <summary>File of another table, ordered by (<see cref="Groupe"/>, <see cref="Poignee"/>).</summary>
    public static string FileOf(string table) => table + ".col";

    /// <summary>Group id: dossier, lease, household. Equal to the handle where the source has no group.</summary>
    public const string Groupe = "groupe";

    /// <summary>Handle: opaque name of the person for this holder and month.</summary>
    public const string Poignee = "poignee";

    /// <summary>Strong token of a valid NIR, null without one.</summary>
    public const string JetonNir = "jeton_nir";

    /// <summary>Weak token.</summary>
    public const string Jeton = "jeton";

    /// <summary>Anchor token.</summary>
    public const string Ancre = "ancre";

    /// <summary>Traits under the anchor (<see cref="TraitSlots"/>), little-endian, then one byte: the frequency class of the name.</summary>
    public const string Traits = "traits";

    /// <summary>Birth month (<see cref="YearMonth.Index"/>), null when year or month is unknown: all that leaves of a birth date.</summary>
    public const string NaissanceMois = "naissance_mois";

    /// <summary>Kind of an opposed token: <c>nir</c> or <c>identite</c>.</summary>
    public const string Genre = "genre";

    /// <summary>Scope of an opposition: bit 0 = C2S, 1 = ASPA, 2 = RSA, 3 = PPA (order of the enum); all bits = every benefit.</summary>
    public const string Portee = "portee";

    /// <summary>Scope of an opposition to everything.</summary>
    public const int PorteeTotale = 15;

    /// <summary>Fixed columns of <see cref="PersonnesFile"/>.</summary>
    public static IReadOnlyList<ColumnField> PersonnesFields { get; } =
    [
        new(Groupe, ColumnKind.Key128),
        new(Poignee, ColumnKind.Key128),
        new(JetonNir, ColumnKind.Key128),
        new(NaissanceMois, ColumnKind.Int32),
    ];

    /// <summary>Columns of <see cref="JetonsFile"/>.</summary>
    public static TableSchema Jetons { get; } = new([new(Jeton, ColumnKind.Key128), new(Poignee, ColumnKind.Key128), new(JetonNir, ColumnKind.Key128)]);

    /// <summary>Columns of <see cref="AncresFile"/>.</summary>
    public static TableSchema Ancres { get; } =
        new([new(Ancre, ColumnKind.Key128), new(Poignee, ColumnKind.Key128), new(JetonNir, ColumnKind.Key128), new(Traits, ColumnKind.Binary)]);

    /// <summary>Columns of <see cref="OppositionsFile"/>.</summary>
    public static TableSchema Oppositions { get; } = new([new(Genre, ColumnKind.Utf8), new(Jeton, ColumnKind.Key128), new(Portee, ColumnKind.Int32)]);

    /// <summary>Fixed columns of a table per person; a table per group has only the first.</summary>
    public static IReadOnlyList<ColumnField> RattachementFields { get; } = [new(Groupe, ColumnKind.Key128), new(Poignee, ColumnKind.Key128)];
}
