using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Holder.Suggestions;

/// <summary>What bodies call the fields of the formats, lower case letters and digits only. A proposal is made from it, and nothing is decided.</summary>
static class ColumnWords
{
    static readonly Dictionary<string, string[]> s_words = new(StringComparer.Ordinal)
    {
        ["adresse_protegee"] = ["adresseconfidentielle", "protege", "prot"],
        ["aide_logement"] = ["apl", "al", "montantapl", "aidelogement"],
        ["annee_rfr"] = ["anneerevenus", "anneeavis"],
        ["bail"] = ["contrat", "numcontrat", "nocontrat", "numerocontrat", "ncontrat", "numbail", "refbail", "codecontrat"],
        ["charges"] = ["montantcharges", "provisioncharges"],
        ["commune"] = ["codeinsee", "insee", "codecommune", "depcom", "cominsee", "codgeo"],
        ["commune_naissance"] = ["lieunaissance", "inseenaissance", "comnais", "codecommunenaissance"],
        ["commune_residence"] = ["codeinsee", "insee", "codecommune", "depcom", "cominsee", "commune", "communeresidence"],
        ["contact_mandataire"] = ["tutelle", "tut", "mandataire", "curatelle"],
        ["date_deces"] = ["deces", "datedeces", "ddc"],
        ["date_naissance"] = ["datedenaissance", "datenaissance", "ddn", "naissance", "datnais", "dnaiss", "dtnais", "nele"],
        ["dossier"] = ["numdossier", "nodossier", "ndossier", "numerodossier", "refdossier", "iddossier"],
        ["impaye_mois"] = ["impayes", "moisimpayes", "nbmoisimpaye"],
        ["loyer"] = ["montantloyer", "loyerprincipal", "loyerhc", "loyernet"],
        ["matricule"] = ["numallocataire", "noallocataire", "allocataire", "nummatricule", "numeroallocataire"],
        ["nir"] = ["numsecu", "nss", "securitesociale", "numerosecuritesociale", "nosecu", "numeross", "nirpersonne"],
        ["nom"] = ["nomusage", "nomusuel", "nomlocataire", "nomusager", "nomfamille"],
        ["nom_naissance"] = ["nomdenaissance", "nompatronymique", "patronyme", "nomjf", "nomdejeunefille", "nomnais"],
        ["nom_usage"] = ["nomusage", "nommarital", "nomepouse", "nomusuel"],
        ["personnes_au_foyer"] = ["nbpersonnes", "nboccupants", "compositionfamiliale", "nbpers"],
        ["prenom"] = ["prenomlocataire", "prenomusager", "prenom1", "prenoms"],
        ["prenom1"] = ["prenom", "premierprenom"],
        ["prenom2"] = ["deuxiemeprenom"],
        ["rang"] = ["numordre", "ordre", "rangoccupant", "noordre"],
        ["rfr"] = ["revenufiscal", "revenufiscalreference"],
        ["role"] = ["qualite", "lien", "typeoccupant", "statutoccupant", "lienparente"],
        ["sexe"] = ["genre", "civilite", "civ", "codesexe"],
        ["situation_familiale"] = ["sitfam", "situationfamille", "etatcivil", "matrimonial"],
        ["sorti_le"] = ["sortie", "datesortie", "datedepart", "datefinbail", "finbail"],
    };

    /// <summary>How well a column name fits a field: 0 not at all, 3 beyond doubt.</summary>
    public static int Fit(string column, string field)
    {
        var (name, wanted) = (Resemblance.Fold(column), Resemblance.Fold(field));
        var words = s_words.GetValueOrDefault(field) ?? [];
        if (name.Length == 0)
            return 0;
        if (name == wanted || words.Contains(name))
            return 3;
        return Resemblance.Distance(name, wanted) <= wanted.Length / 6 || words.Any(word => word.Length > 4 && name.Contains(word, StringComparison.Ordinal)) ? 2 : 0;
    }
}
