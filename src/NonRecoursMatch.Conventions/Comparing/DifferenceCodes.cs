using static NonRecoursMatch.Conventions.Comparing.Impact;

namespace NonRecoursMatch.Conventions.Comparing;

/// <summary>Every kind of difference. <c>docs/formats/versions.md</c> is generated from this list.</summary>
public static class DifferenceCodes
{
    // The format as a whole.
    public static readonly DifferenceCode Format = new("format.identifiant", Breaking);
    public static readonly DifferenceCode Separateur = new("format.separateur", Breaking);
    public static readonly DifferenceCode Nir = new("format.nir", Breaking);
    public static readonly DifferenceCode Organismes = new("format.organismes", Review);
    public static readonly DifferenceCode Filtre = new("format.filtre", Review);
    public static readonly DifferenceCode ExhaustiviteAjoutee = new("format.exhaustivite.ajoutee", Review);
    public static readonly DifferenceCode ExhaustiviteRetiree = new("format.exhaustivite.retiree", Review);

    // Its tables.
    public static readonly DifferenceCode TableAjoutee = new("table.ajoutee", Breaking);
    public static readonly DifferenceCode TableRetiree = new("table.retiree", Breaking);
    public static readonly DifferenceCode TableRenommee = new("table.renommee", Breaking);
    public static readonly DifferenceCode TableRole = new("table.role", Breaking);
    public static readonly DifferenceCode TableReference = new("table.reference", Breaking);
    public static readonly DifferenceCode TableGroupe = new("table.groupe", Breaking);
    public static readonly DifferenceCode TableCommune = new("table.commune", Breaking);
    public static readonly DifferenceCode LargeurFixe = new("table.largeur_fixe", Breaking);
    public static readonly DifferenceCode LargeurFixeAjoutee = new("table.largeur_fixe.ajoutee", Compatible);
    public static readonly DifferenceCode CleAjoutee = new("table.cle.ajoutee", Breaking);
    public static readonly DifferenceCode CleRetiree = new("table.cle.retiree", Compatible);
    public static readonly DifferenceCode LienAjoute = new("table.lien.ajoute", Breaking);
    public static readonly DifferenceCode LienRetire = new("table.lien.retire", Compatible);
    public static readonly DifferenceCode ControleAjoute = new("table.controle.ajoute", Breaking);
    public static readonly DifferenceCode AlerteAjoutee = new("table.alerte.ajoutee", Review);
    public static readonly DifferenceCode ControleRetire = new("table.controle.retire", Compatible);

    // Their fields.
    public static readonly DifferenceCode ChampAjoute = new("champ.ajoute", Breaking);
    public static readonly DifferenceCode ChampFacultatifAjoute = new("champ.ajoute.facultatif", Compatible);
    public static readonly DifferenceCode ChampRetire = new("champ.retire", Breaking);
    public static readonly DifferenceCode ChampRenomme = new("champ.renomme", Breaking);
    public static readonly DifferenceCode Type = new("champ.type", Breaking);
    public static readonly DifferenceCode CodesAjoutes = new("champ.codes.ajoutes", Compatible);
    public static readonly DifferenceCode CodesRetires = new("champ.codes.retires", Breaking);
    public static readonly DifferenceCode NomenclatureAjoutee = new("champ.codes.nomenclature_ajoutee", Breaking);
    public static readonly DifferenceCode NomenclatureRetiree = new("champ.codes.nomenclature_retiree", Compatible);
    public static readonly DifferenceCode Forme = new("champ.forme", Breaking);
    public static readonly DifferenceCode FormeRetiree = new("champ.forme.retiree", Compatible);
    public static readonly DifferenceCode ControleDeChampAjoute = new("champ.controle.ajoute", Breaking);
    public static readonly DifferenceCode ControleDeChampRetire = new("champ.controle.retire", Compatible);
    public static readonly DifferenceCode BornesResserrees = new("champ.bornes.resserrees", Breaking);
    public static readonly DifferenceCode BornesElargies = new("champ.bornes.elargies", Compatible);
    public static readonly DifferenceCode ValeurExigee = new("champ.valeur.exigee", Breaking);
    public static readonly DifferenceCode ValeurFacultative = new("champ.valeur.facultative", Compatible);
    public static readonly DifferenceCode ColonneExigee = new("champ.colonne.exigee", Breaking);
    public static readonly DifferenceCode ColonneFacultative = new("champ.colonne.facultative", Compatible);
    public static readonly DifferenceCode Sensibilite = new("champ.sensibilite", Review);
    public static readonly DifferenceCode Classes = new("champ.classes", Review);
    public static readonly DifferenceCode Composition = new("champ.composition", Review);
    public static readonly DifferenceCode Description = new("champ.description", Review);

    // An agreement.
    public static readonly DifferenceCode ColonneListee = new("convention.colonne.ajoutee", Breaking);
    public static readonly DifferenceCode ColonneNonListee = new("convention.colonne.retiree", Breaking);
    public static readonly DifferenceCode FichierDeSource = new("convention.fichier", Breaking);
    public static readonly DifferenceCode Clause = new("convention.clause", Review);

    /// <summary>All of them, in the order of the document.</summary>
    public static IReadOnlyList<DifferenceCode> All { get; } =
    [
        Format, Separateur, Nir, Organismes, Filtre, ExhaustiviteAjoutee, ExhaustiviteRetiree,
        TableAjoutee, TableRetiree, TableRenommee, TableRole, TableReference, TableGroupe, TableCommune, LargeurFixe, LargeurFixeAjoutee,
        CleAjoutee, CleRetiree, LienAjoute, LienRetire, ControleAjoute, AlerteAjoutee, ControleRetire,
        ChampAjoute, ChampFacultatifAjoute, ChampRetire, ChampRenomme, Type, CodesAjoutes, CodesRetires, NomenclatureAjoutee, NomenclatureRetiree,
        Forme, FormeRetiree, ControleDeChampAjoute, ControleDeChampRetire, BornesResserrees, BornesElargies, ValeurExigee, ValeurFacultative,
        ColonneExigee, ColonneFacultative, Sensibilite, Classes, Composition, Description,
        ColonneListee, ColonneNonListee, FichierDeSource, Clause,
    ];
}
