using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Holder.Oppositions;

/// <summary>The table of format <c>oppositions@1</c>: one opposition per row, by the body's own reference or by identity.</summary>
public static class OppositionTable
{
    /// <summary>Name of the table; the file is <c>oppositions.csv</c>.</summary>
    public const string Name = "oppositions";

    /// <summary>Name of the file.</summary>
    public const string FileName = "oppositions.csv";

    /// <summary>The table, as conventions/extracts/oppositions/1/datapackage.json describes it.</summary>
    public static TableFormat Format { get; } = new(
        Name,
        TableRole.Personnes,
        [
            Field("reference", FieldType.Texte, Sensitivity.Reference, "0012345|1"),
            Field("nir", FieldType.Texte, Sensitivity.Identifiant, "255081416802538") with { CustomChecks = ["french-nir-value"] },
            Field("nom_naissance", FieldType.Texte, Sensitivity.Identifiant, "EXEMPLE"),
            Field("nom_usage", FieldType.Texte, Sensitivity.Identifiant, "MODELE"),
            Field("prenom1", FieldType.Texte, Sensitivity.Identifiant, "CAMILLE"),
            Field("date_naissance", FieldType.Date, Sensitivity.Identifiant, "09/08/1955"),
            Field("portee", FieldType.Texte, Sensitivity.Attribut, "toutes") with { Required = true, Pattern = "^(toutes|(C2S|ASPA|RSA|PPA)([+](C2S|ASPA|RSA|PPA))*)$" },
            Field("date", FieldType.Date, Sensitivity.Detenteur, "15/09/2026") with { Required = true },
            Field("canal", FieldType.Texte, Sensitivity.Detenteur, "COURRIER") with { Codes = ["COURRIER", "COURRIEL", "TELEPHONE", "ACCUEIL", "TELESERVICE"] },
        ],
        ["reference"],
        []);

    /// <summary>The plan to read it for a body whose extracts hold, or do not hold, a NIR.</summary>
    internal static TablePlan Plan(bool holdsNir) => new(Format, ["portee"]) { ReferencesHoldNir = holdsNir };

    static FieldFormat Field(string name, FieldType type, Sensitivity sensitivity, string example)
        => new(name, type, sensitivity, Required: false, Codes: [], Pattern: null, CustomChecks: [], DependsOnComposition: false, Description: "", Example: example);
}
