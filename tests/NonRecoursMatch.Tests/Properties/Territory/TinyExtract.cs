using System.Globalization;
using System.Text.Json;
using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>The extract of one body of the tiny territory.</summary>
sealed class TinyExtract
{
    const string Civil = "nom_naissance;nom_usage;prenom1;prenom2;date_naissance;sexe";

    TinyExtract(string source, string format, params ExtractTable[] tables)
    {
        Source = source;
        Format = format;
        Tables = tables;
    }

    public string Source { get; }

    public string Format { get; }

    public IReadOnlyList<ExtractTable> Tables { get; }

    /// <summary>The table of persons.</summary>
    public ExtractTable Persons => Tables[0];

    /// <summary>Benefits for which the extract declares itself exhaustive.</summary>
    public string[] ExhaustiveFor { get; set; } = [];

    public ExtractTable Oppositions { get; } = new("oppositions", "reference;nir;nom_naissance;nom_usage;prenom1;date_naissance;portee;date;canal");

    public ExtractTable this[string table] => Tables.First(candidate => candidate.Name == table);

    public static TinyExtract Caf() => new(
        TinyAgreement.Caf,
        "caf/allocataires@1",
        new ExtractTable("personnes", $"matricule;rang;role;nir;{Civil};commune_residence;situation_familiale;date_situation;garde_alternee;mutation_vers;date_mutation;groupe_nationalite;date_titre_sejour;etudiant;apprenti;type_occupation;loyer;date_deces;sorti_le"),
        new ExtractTable("ressources", "matricule;rang;mois;nature;montant;ressources_connues"),
        new ExtractTable("prestations", "matricule;prestation;etat;date_debut;date_fin;montant"));

    public static TinyExtract Cpam() => new(
        TinyAgreement.Cpam,
        "cpam/assures@1",
        new ExtractTable("personnes", $"nir;nir_ouvrant_droit;rang_gemellaire;{Civil};commune_residence;c2s;c2s_debut;c2s_fin;c2s_demande_le;c2s_refus;c2s_impaye_jusqu_au;foyer_c2s;date_deces;sorti_le"));

    public static TinyExtract Carsat() => new(
        TinyAgreement.Carsat,
        "carsat/retraites@1",
        new ExtractTable("personnes", $"nir;{Civil};commune_residence;pays_residence;situation_familiale;conjoint_connu;pension_brute;pension_brute_totale;pension_nette_totale;inter_regimes;aspa;taux_plein;carriere_etranger;date_deces;sorti_le"));

    public static TinyExtract Bailleur() => new(
        TinyAgreement.Bailleur,
        "bailleur/locataires@1",
        new ExtractTable("occupants", "bail;rang;role;nom;nom_naissance;prenom;date_naissance;sexe;commune;loyer;aide_logement;date_deces;sorti_le"));

    public static TinyExtract Ccas() => new(
        TinyAgreement.Ccas,
        "ccas/usagers@1",
        new ExtractTable("personnes", "dossier;nom;nom_naissance;prenom;date_naissance;commune;domicilie;date_deces;sorti_le"));

    /// <summary>Writes tables, oppositions and <c>extrait.json</c>.</summary>
    public void Write(string folder, TinyAgreement agreement, YearMonth month)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in Tables)
            File.WriteAllBytes(Path.Combine(folder, table.Name + ".csv"), table.Bytes());
        File.WriteAllBytes(Path.Combine(folder, "oppositions.csv"), Oppositions.Bytes());
        var sidecar = new
        {
            format = Format,
            organisme = Source,
            convention = agreement.Id,
            mois = month.ToString(),
            date_donnees = month.AddMonths(1).FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            millesime_cog = 2026,
            tables = Tables.ToDictionary(table => table.Name, table => new { lignes = table.Rows.Count, total_controle = (string?)null }),
            producteur = "test",
            programme = "test",
            exhaustif_pour = ExhaustiveFor,
        };
        File.WriteAllText(Path.Combine(folder, "extrait.json"), JsonSerializer.Serialize(sidecar));
    }
}
