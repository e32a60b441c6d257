using System.Globalization;

namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>Puts a resident into extracts, with the facts that the two rights read. Each answers with the body's own reference of the resident.</summary>
static class Facts
{
    const string Commune = "35236";

    static readonly string[] s_quarter = ["2026-07", "2026-08", "2026-09"];

    /// <summary>Opens a family dossier for a resident, the applicant.</summary>
    /// <param name="extract">The CAF's.</param>
    /// <param name="resident">Who.</param>
    /// <param name="rsa">State of RSA (CNAF code, 2 = paid), or null without a row.</param>
    /// <param name="rsaSince">Day it opened.</param>
    /// <param name="situation">Declared family situation.</param>
    /// <param name="withNir">Whether the dossier has the NIR.</param>
    public static string Dossier(this TinyExtract extract, Resident resident, string? rsa = null, string rsaSince = "01/03/2025", string situation = "CEL", bool withNir = true)
    {
        extract.Persons.Add([("matricule", Matricule(resident)), ("rang", "1"), ("role", "DEM"), ("nir", withNir ? resident.Nir : ""), .. Civil(resident), ("commune_residence", Commune), ("situation_familiale", situation), ("groupe_nationalite", "F"), ("etudiant", "N"), ("apprenti", "N"), ("type_occupation", "LOC"), ("loyer", "380,00")]);
        if (rsa is not null)
            extract.Benefit(resident, "RSA", rsa, rsaSince);
        return Matricule(resident) + "|1";
    }

    /// <summary>Adds a partner to the dossier of a resident.</summary>
    public static string Partner(this TinyExtract extract, Resident of, Resident partner)
    {
        extract.Persons.Add([("matricule", Matricule(of)), ("rang", "2"), ("role", "CJT"), ("nir", partner.Nir), .. Civil(partner), ("commune_residence", Commune), ("situation_familiale", "MAR"), ("groupe_nationalite", "F")]);
        return Matricule(of) + "|2";
    }

    public static void Benefit(this TinyExtract extract, Resident resident, string prestation, string state, string since = "01/03/2025")
        => extract["prestations"].Add(("matricule", Matricule(resident)), ("prestation", prestation), ("etat", state), ("date_debut", since));

    /// <summary>Resources of the quarter before October 2026: known, and the given nature and amount each month, or none.</summary>
    public static void Resources(this TinyExtract extract, Resident resident, string nature = "", string amount = "")
    {
        foreach (var month in s_quarter)
            extract["ressources"].Add(("matricule", Matricule(resident)), ("rang", "1"), ("mois", month), ("nature", nature), ("montant", amount), ("ressources_connues", "O"));
    }

    /// <summary>Resources of the fourteen months to October 2026: known, and the given nature and amount each month, or none.</summary>
    public static void WholeYear(this TinyExtract extract, Resident resident, string nature = "", string amount = "", int rank = 1)
    {
        for (var k = 13; k >= 0; k--)
        {
            extract["ressources"].Add(
                ("matricule", Matricule(resident)), ("rang", rank.ToString(CultureInfo.InvariantCulture)), ("mois", TinyAgreement.Month.AddMonths(-k).ToString()), ("nature", nature),
                ("montant", amount), ("ressources_connues", "O"));
        }
    }

    public static string Insured(this TinyExtract extract, Resident resident, string c2s = "N", string c2sEnd = "")
    {
        extract.Persons.Add([("nir", resident.Nir), ("rang_gemellaire", "1"), .. Civil(resident), ("commune_residence", Commune), ("c2s", c2s), ("c2s_fin", c2sEnd)]);
        return resident.Nir + "|1";
    }

    public static string Pensioner(this TinyExtract extract, Resident resident, string pension = "604,20", string aspa = "N", string situation = "CEL")
    {
        extract.Persons.Add([
            ("nir", resident.Nir), .. Civil(resident), ("commune_residence", Commune), ("pays_residence", "FR"), ("situation_familiale", situation), ("conjoint_connu", "N"), ("pension_brute", pension), ("pension_brute_totale", pension), ("inter_regimes", "COMPLET"), ("aspa", aspa), ("taux_plein", "O"), ("carriere_etranger", "N")]);
        return resident.Nir;
    }

    public static string Tenant(this TinyExtract extract, Resident resident, string role = "")
    {
        extract.Persons.Add([("bail", Lease(resident)), ("rang", "1"), ("role", role), .. Local(resident), ("sexe", "F")]);
        return Lease(resident) + "|1";
    }

    /// <summary>Adds a co-holder to the lease of a resident.</summary>
    public static void CoTenant(this TinyExtract extract, Resident of, Resident other)
        => extract.Persons.Add([("bail", Lease(of)), ("rang", "2"), ("role", "COT"), .. Local(other), ("sexe", "M")]);

    public static string Visitor(this TinyExtract extract, Resident resident)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"D{resident.Number:0000000}");
        extract.Persons.Add([("dossier", file), .. Local(resident), ("domicilie", "N")]);
        return file;
    }

    /// <summary>Registers an opposition by the body's own reference.</summary>
    public static void Oppose(this TinyExtract extract, string reference, string scope)
        => extract.Oppositions.Add(("reference", reference), ("portee", scope), ("date", "01/09/2026"), ("canal", "COURRIER"));

    /// <summary>Registers an opposition by identity.</summary>
    public static void Oppose(this TinyExtract extract, Resident resident, string scope, bool withNir)
        => extract.Oppositions.Add(
            ("nir", withNir ? resident.Nir : ""), ("nom_naissance", resident.BirthName), ("nom_usage", resident.UsageName), ("prenom1", resident.GivenName),
            ("date_naissance", resident.BirthText), ("portee", scope), ("date", "01/09/2026"), ("canal", "ACCUEIL"));

    static string Lease(Resident resident) => string.Create(CultureInfo.InvariantCulture, $"L{resident.Number:0000000}");

    static string Matricule(Resident resident) => resident.Number.ToString("0000000", CultureInfo.InvariantCulture);

    static IEnumerable<(string, string)> Civil(Resident resident) =>
        [("nom_naissance", resident.BirthName), ("nom_usage", resident.UsageName), ("prenom1", resident.GivenName), ("date_naissance", resident.BirthText), ("sexe", resident.Nir[0] == '1' ? "M" : "F")];

    static IEnumerable<(string, string)> Local(Resident resident) =>
        [("nom", resident.UsageName.Length > 0 ? resident.UsageName : resident.BirthName), ("prenom", resident.GivenName), ("date_naissance", resident.BirthText), ("commune", Commune)];
}
