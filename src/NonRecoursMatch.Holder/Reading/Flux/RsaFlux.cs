using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Formats.Xml;

namespace NonRecoursMatch.Holder.Reading.Flux;

/// <summary>
/// The CNAF's RSA-beneficiary flux to départements (VRSB0801) as the three tables of <c>caf/allocataires@1</c>. Structure and codes: web-rsa of the
/// départements (CeCILL v2, <c>Fluxcnaf.php</c>, <c>detailressourcemensuelle.po</c>), commit 010016c8 of 5 August 2025. A column that the flux does not
/// carry is empty, that is unknown; what a format does not ask for (addresses, orientation, controls) is passed over without being kept.
/// </summary>
public static class RsaFlux
{
    const string Dossier = "InfosFoyerRSA";
    const string Organisme = "IdentificationRSA/Organisme/";
    const string Prenant = "IdentificationRSA/OrganismePrenant/";
    const string Personne = "Personne";
    const string Identite = "Personne/Identification/";
    const string Role = "Personne/Prestations";
    const string Famille = "DonneesAdministratives/SituationFamille/";
    const string Adresse = "DonneesAdministratives/Adresse";
    const string Ressources = "Personne/Ressources/RessourcesMensuelles/";
    const string Droit = "PrestationRSA/SituationDossierRSA/";

    static readonly XmlColumn[] s_person =
    [
        Of("matricule", Organisme + "MATRICULE"),
        new("rang") { NumberOf = Personne },
    ];

    static readonly Dictionary<string, (string Record, XmlColumn[] Columns)> s_tables = new(StringComparer.Ordinal)
    {
        ["personnes"] = (Personne,
        [
            .. s_person,
            Of("numorg", Organisme + "NUMORG"),
            Of("role", Role + "/ROLEPERS") with { Only = new XmlCondition(Role, Role + "/NATPREST", "RSA") },
            Of("nir", Identite + "NIR"),
            Of("nom_naissance", Identite + "NOMNAI", Identite + "NOM"),
            Of("nom_usage", Identite + "NOM"),
            Of("prenom1", Identite + "PRENOM"),
            Of("prenom2", Identite + "PRENOM2"),
            Of("prenom3", Identite + "PRENOM3"),
            Of("date_naissance", Identite + "DTNAI"),
            Of("type_date_naissance", Identite + "TYPEDTNAI"),
            Of("rang_naissance", Identite + "RGNAI"),
            Of("sexe", Identite + "SEXE"),
            Of("commune_residence", Adresse + "/AdresseDetailleeFrance/NUMCOM") with { Only = new XmlCondition(Adresse, Adresse + "/TroncCommunAdresse/RGADR", "01") },
            Of("situation_familiale", Famille + "SITFAM"),
            Of("date_situation", Famille + "DDSITFAM"),
            Of("mutation_vers", Prenant + "NUMORGPRENMUT"),
            Of("date_mutation", Prenant + "DDDEPAMUT"),
        ]),
        ["ressources"] = (Ressources + "DetailRessourcesMensuelles",
        [
            .. s_person,
            Of("mois", Ressources + "GeneraliteRessourcesMensuelles/MOISRESS"),
            Of("nature", Ressources + "DetailRessourcesMensuelles/NATRESS"),
            Of("montant", Ressources + "DetailRessourcesMensuelles/MTNATRESSMEN"),
            new("origine") { Constant = "DECLARE" },

            // The flux lists what counts for the RSA, some of it in natures that are not translated: it never says that a month is known in full.
            new("ressources_connues") { Constant = "N" },
        ]),
        ["prestations"] = ("",
        [
            s_person[0],
            new("prestation") { Constant = "RSA" },
            Of("etat", Droit + "EtatDossierRSA/ETATDOSRSA"),
            Of("date_etat", Droit + "Refus/DTREFURSA", Droit + "SuspensionDroit/DDSUSDRORSA", Droit + "SuspensionVersement/DDSUSVERSRSA", Droit + "FinDroit/DTCLORSA"),
            Of("date_fin", Droit + "FinDroit/DTCLORSA"),
        ]),
    };

    /// <summary>Opens one table of a flux.</summary>
    /// <param name="text">The flux, disposed with the table.</param>
    /// <param name="table">A table of <c>caf/allocataires@1</c>.</param>
    /// <param name="fields">The columns that it may have.</param>
    /// <exception cref="TableFaultException">It is no such flux.</exception>
    public static ITableReader Open(Stream text, TableFormat table, IReadOnlyList<FieldFormat> fields)
    {
        var (record, known) = s_tables[table.Name];
        XmlColumn[] columns = [.. fields.Select(field => Array.Find(known, column => column.Name == field.Name) ?? new XmlColumn(field.Name))];
        return new MappedTable(new XmlTable(text, new XmlTableLayout(Dossier, record, columns)), [.. fields.Select(RsaFluxForms.Of)]);
    }

    static XmlColumn Of(string name, params string[] paths) => new(name) { Paths = paths };
}
