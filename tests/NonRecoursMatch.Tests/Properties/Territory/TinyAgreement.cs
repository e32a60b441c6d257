using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>The agreement of the tiny territory; every part that an invariant is about can be changed.</summary>
sealed record TinyAgreement
{
    public const string Caf = "caf-35";
    public const string Cpam = "cpam-35";
    public const string Carsat = "carsat-bretagne";
    public const string Bailleur = "logis-du-canal";
    public const string Ccas = "ccas-redon";

    public static IReadOnlyList<string> Sources { get; } = [Caf, Cpam, Carsat, Bailleur, Ccas];

    public string Id { get; init; } = "tres-petit-territoire";

    public string Territory { get; init; } = "243500741";

    public string Level { get; init; } = "intercommunal";

    public string C2sOrder { get; init; } = "cpam, caf, ccas, bailleur";

    public string AspaOrder { get; init; } = "carsat, caf, ccas, bailleur";

    public string BailleurLevel { get; init; } = "invitation";

    public string CcasLevel { get; init; } = "droit_et_question";

    /// <summary>Whether RSA and PPA are asked for too.</summary>
    public bool FourRights { get; init; } = true;

    public string FamilyOrder { get; init; } = "caf, ccas, bailleur";

    /// <summary>Border communes, as the agreement writes them; empty for none.</summary>
    public string Border { get; init; } = "";

    /// <summary>Target publics of RSA; empty for everybody.</summary>
    public string RsaPublics { get; init; } = "";

    /// <summary>Order of belief, for example <c>naissance: [carsat, caf]</c>; empty for the default.</summary>
    public string FactOrder { get; init; } = "";

    /// <summary>Added to the attributes of the persons of <c>cpam/assures@1</c>.</summary>
    public string MoreCpam { get; init; } = "";

    public string Language { get; init; } = "fr";

    /// <summary>Month of every extract unless a test says otherwise.</summary>
    public static YearMonth Month { get; } = YearMonth.Of(2026, 10);

    public string Text() => $$"""
        convention: {{Id}}
        version: 1
        test: true
        territoire: "{{Territory}}"
        perimetre: { niveau: {{Level}}, millesime_cog: 2026, communes: toutes{{(Border.Length > 0 ? $", communes_frontalieres: {Border}" : "")}} }
        fondement:
          texte: loi-3ds-art-133
          fenetre: { debut: 2023-07, fin: 2026-12, texte_de_fin: "texte de fin cité pour les tests" }
        traitement: { roles: separes }
        responsables: [ { nom: "Territoire", dpo: "dpo@exemple.test" } ]
        sources:
        {{Source(Caf, "caf", "caf/allocataires@1", "complet", true)}}
        {{Source(Cpam, "cpam", "cpam/assures@1", "complet", true)}}
        {{Source(Carsat, "carsat", "carsat/retraites@1", "complet", true)}}
        {{Source(Bailleur, "bailleur", "bailleur/locataires@1", BailleurLevel, false)}}
        {{Source(Ccas, "ccas", "ccas/usagers@1", CcasLevel, false)}}
        prestations:
          c2s:
            ordre_de_contact: [{{C2sOrder}}]
            colonnes: {{Columns}}
          aspa:
            ordre_de_contact: [{{AspaOrder}}]
            colonnes: {{Columns}}{{(FourRights ? Right("rsa") + Right("ppa") : "")}}
        conservation: { paquets_mois: 12, oppositions_mois: 24, traces_mois: 36 }
        ordre_des_faits: { {{FactOrder}} }
        calendrier: { jour_par_defaut: 10, jours: {} }
        seuils: { lignes_rejetees: 0.01, marge_aspa: 15, petite_cellule: 11, age_maximal_source_jours: 62 }
        langue: {{Language}}
        """;

    string Right(string name) => $$"""

          {{name}}:
            ordre_de_contact: [{{FamilyOrder}}]{{(name == "rsa" && RsaPublics.Length > 0 ? $"\n    publics: [{RsaPublics}]" : "")}}
            colonnes: {{Columns}}
        """;

    string Columns => $$"""
        {
              caf/allocataires@1: { personnes: [role, commune_residence, situation_familiale, date_situation, garde_alternee, mutation_vers, date_mutation, groupe_nationalite, date_titre_sejour, etudiant, apprenti, type_occupation, loyer, date_deces, sorti_le], ressources: [mois, nature, montant, ressources_connues], prestations: [prestation, etat, date_debut, date_fin, montant] },
              cpam/assures@1: { personnes: [commune_residence, c2s, c2s_debut, c2s_fin, c2s_demande_le, c2s_refus, c2s_impaye_jusqu_au, date_deces, sorti_le{{MoreCpam}}] },
              carsat/retraites@1: { personnes: [commune_residence, pays_residence, situation_familiale, conjoint_connu, pension_brute, pension_brute_totale, pension_nette_totale, inter_regimes, aspa, taux_plein, carriere_etranger, date_deces, sorti_le] },
              bailleur/locataires@1: { occupants: [role, commune, loyer, aide_logement, date_deces, sorti_le] },
              ccas/usagers@1: { personnes: [commune, domicilie, date_deces, sorti_le] } }
        """;

    static string Source(string id, string kind, string format, string level, bool nir)
        => $$"""  - { id: {{id}}, type: {{kind}}, organisme: {{id}}, nom: "Organisme {{id}}", format: {{format}}, dossier: extraits/{{id}}, encodage: utf-8, base_legale: "CRPA L. 114-8 II", {{(nir ? "base_nir: \"décret 2019-341, art. 2 A\", " : "")}}divulgation: {{level}} }""";
}
