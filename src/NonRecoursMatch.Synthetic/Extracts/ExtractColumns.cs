using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>
/// The attributes of the generated agreement, per format, table and benefit: what the two rights need and nothing else. The header of an
/// extract is made of these and of the identity, reference and holder fields of its format.
/// </summary>
internal static class ExtractColumns
{
    static readonly string[] _life = ["date_deces", "sorti_le"];
    static readonly string[] _c2s = ["commune_residence", "c2s", "c2s_debut", "c2s_fin", "c2s_demande_le", "c2s_refus", "c2s_impaye_jusqu_au", .. _life];
    static readonly string[] _pension =
    [
        "commune_residence", "pays_residence", "situation_familiale", "conjoint_connu", "pension_brute", "pension_brute_totale",
        "inter_regimes", "aspa", "taux_plein", "carriere_etranger", .. _life,
    ];

    static readonly (string Table, string[] Columns)[] _familyC2s =
    [
        ("personnes", ["role", "commune_residence", .. _life]),
        ("prestations", ["prestation", "etat", "date_debut", "date_fin"]),
    ];

    static readonly (string Table, string[] Columns)[] _familyAspa =
    [
        ("personnes", ["role", "situation_familiale", "groupe_nationalite", "date_titre_sejour", "commune_residence", .. _life]),
        ("ressources", ["mois", "nature", "montant", "ressources_connues"]),
        ("prestations", ["prestation", "etat", "date_debut", "date_fin"]),
    ];

    static readonly (string Format, (string Table, string[] Columns)[] Tables)[] _local =
    [
        ("bailleur/locataires@1", [("occupants", ["commune", .. _life])]),
        ("ccas/usagers@1", [("personnes", ["commune", "domicilie", .. _life])]),
    ];

    /// <summary>What C2S needs.</summary>
    public static IReadOnlyList<(string Format, (string Table, string[] Columns)[] Tables)> C2s { get; } =
    [
        ("caf/allocataires@1", _familyC2s),
        ("cpam/assures@1", [("personnes", _c2s)]),
        ("msa/famille@1", _familyC2s),
        ("msa/assures@1", [("personnes", _c2s)]),
        .. _local,
    ];

    /// <summary>What ASPA needs.</summary>
    public static IReadOnlyList<(string Format, (string Table, string[] Columns)[] Tables)> Aspa { get; } =
    [
        ("caf/allocataires@1", _familyAspa),
        ("carsat/retraites@1", [("personnes", _pension)]),
        ("msa/famille@1", _familyAspa),
        ("msa/assures@1", [("personnes", _pension)]),
        .. _local,
    ];

    /// <summary>The tables of a format that the agreement asks for.</summary>
    public static IReadOnlyList<TableFormat> Tables(ExtractFormat format)
        => [.. format.Tables.Where(table => Listed(format.Id, table.Name).Any())];

    /// <summary>The header of a table, in the order of the format.</summary>
    public static IReadOnlyList<string> Header(ExtractFormat format, TableFormat table)
    {
        var listed = Listed(format.Id, table.Name).ToHashSet(StringComparer.Ordinal);
        return [.. table.Fields
            .Where(field => field.Sensitivity is Sensitivity.Identifiant or Sensitivity.Reference or Sensitivity.Detenteur || listed.Contains(field.Name))
            .Select(field => field.Name)];
    }

    static IEnumerable<string> Listed(string format, string table)
        => C2s.Concat(Aspa).Where(row => row.Format == format).SelectMany(row => row.Tables).Where(row => row.Table == table).SelectMany(row => row.Columns);
}
