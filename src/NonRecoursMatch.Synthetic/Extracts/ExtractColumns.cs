using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Synthetic.Extracts;

/// <summary>
/// The attributes of the generated agreement, per benefit, format and table: what each right needs and nothing else. The header of an extract is
/// made of these and of the identity, reference and holder fields of its format.
/// </summary>
internal static class ExtractColumns
{
    static readonly string[] _family = ["caf/allocataires@1", "msa/famille@1"];
    static readonly string[] _life = ["date_deces", "sorti_le"];
    static readonly string[] _months = ["mois", "nature", "montant"];
    static readonly string[] _resources = [.. _months, "ressources_connues"];
    static readonly string[] _benefits = ["prestation", "etat", "date_debut", "date_fin", "montant"];
    static readonly string[] _c2s = ["commune_residence", "c2s", "c2s_debut", "c2s_fin", "c2s_demande_le", "c2s_refus", "c2s_impaye_jusqu_au"];
    static readonly string[] _residence = ["commune_residence", "pays_residence"];
    static readonly string[] _pensions = ["situation_familiale", "conjoint_connu", "pension_brute", "pension_brute_totale", "pension_nette", "pension_nette_totale", "inter_regimes"];
    static readonly string[] _aspa = ["aspa", "taux_plein", "carriere_etranger"];
    static readonly string[] _housing = ["type_occupation", "loyer", "commune_residence"];

    static readonly string[] _dossier =
    [
        "role", "situation_familiale", "date_situation", "garde_alternee", "groupe_nationalite", "date_titre_sejour", "etudiant", "apprenti", .. _housing,
        "mutation_vers", "date_mutation", .. _life,
    ];

    static readonly (string Table, string[] Columns) _profits = ("benefices", ["annee", "benefice_agricole"]);

    /// <summary>What C2S needs: the dossier, the payers' own rows, the pensions and allowances that make resources.</summary>
    public static IReadOnlyList<(string Format, (string Table, string[] Columns)[] Tables)> C2s { get; } =
    [
        .. Family(["role", "situation_familiale", "garde_alternee", .. _housing, .. _life]),
        ("cpam/assures@1", [("personnes", [.. _c2s, .. _life]), ("indemnites", _months)]),
        ("carsat/retraites@1", [("personnes", [.. _residence, .. _pensions, .. _aspa, .. _life])]),
        ("msa/assures@1", [("personnes", [.. _c2s, .. _residence[1..], .. _pensions, .. _aspa, "exploitant", .. _life]), ("indemnites", _months), _profits]),
        .. Local(["role", "commune", "loyer", "aide_logement", .. _life]),
    ];

    /// <summary>What ASPA needs.</summary>
    public static IReadOnlyList<(string Format, (string Table, string[] Columns)[] Tables)> Aspa { get; } =
    [
        .. Family(["role", "situation_familiale", "groupe_nationalite", "date_titre_sejour", "commune_residence", .. _life]),
        ("carsat/retraites@1", [("personnes", [.. _residence, .. _pensions[..4], .. _pensions[6..], .. _aspa, .. _life])]),
        ("msa/assures@1", [("personnes", [.. _residence, .. _pensions[..4], .. _pensions[6..], .. _aspa, .. _life])]),
        .. Local(["role", "commune", .. _life]),
    ];

    /// <summary>What RSA and prime d'activité need.</summary>
    public static IReadOnlyList<(string Format, (string Table, string[] Columns)[] Tables)> Rsa { get; } =
    [
        .. Family(_dossier),
        ("cpam/assures@1", [("personnes", ["commune_residence", .. _life]), ("indemnites", _months)]),
        ("carsat/retraites@1", [("personnes", ["commune_residence", .. _pensions, "carriere_etranger", .. _life])]),
        ("msa/assures@1", [("personnes", ["commune_residence", .. _pensions, "carriere_etranger", "exploitant", .. _life]), ("indemnites", _months), _profits]),
        .. Local(["role", "commune", "loyer", "aide_logement", .. _life]),
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

    // CAF and MSA write the same three tables.
    static IEnumerable<(string Format, (string Table, string[] Columns)[] Tables)> Family(string[] persons)
        => [.. _family
            .Select(format => (format, new[] { ("personnes", persons), ("ressources", _resources), ("prestations", _benefits) }))];

    static IEnumerable<(string Format, (string Table, string[] Columns)[] Tables)> Local(string[] tenants)
        => [("bailleur/locataires@1", [("occupants", tenants)]), ("ccas/usagers@1", [("personnes", ["commune", "domicilie", .. _life])])];

    static IEnumerable<string> Listed(string format, string table)
        => C2s.Concat(Aspa).Concat(Rsa).Where(row => row.Format == format).SelectMany(row => row.Tables).Where(row => row.Table == table).SelectMany(row => row.Columns);
}
