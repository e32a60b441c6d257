using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Conventions.Scaffolding;

/// <summary>The attributes that each benefit needs, per format and table, and nothing else: what a new agreement proposes to list.</summary>
public static class NeededColumns
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

    /// <summary>What a benefit needs.</summary>
    public static IReadOnlyList<(string Format, (string Table, string[] Columns)[] Tables)> Of(Prestation prestation) => prestation switch
    {
        Prestation.C2s => C2s,
        Prestation.Aspa => Aspa,
        Prestation.Rsa or Prestation.Ppa => Rsa,
        _ => throw new ArgumentOutOfRangeException(nameof(prestation)),
    };

    // CAF and MSA write the same three tables.
    static IEnumerable<(string Format, (string Table, string[] Columns)[] Tables)> Family(string[] persons)
        => [.. _family
            .Select(format => (format, new[] { ("personnes", persons), ("ressources", _resources), ("prestations", _benefits) }))];

    static IEnumerable<(string Format, (string Table, string[] Columns)[] Tables)> Local(string[] tenants)
        => [("bailleur/locataires@1", [("occupants", tenants)]), ("ccas/usagers@1", [("personnes", ["commune", "domicilie", .. _life])])];
}
