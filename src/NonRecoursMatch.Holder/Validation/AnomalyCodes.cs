using static NonRecoursMatch.Holder.Validation.Severity;

namespace NonRecoursMatch.Holder.Validation;

/// <summary>The catalogue of anomalies. What to say and to do for each is in the resources of <see cref="AnomalyTexts"/>, in French and English.</summary>
public static class AnomalyCodes
{
    /// <summary>No header, no row.</summary>
    public static readonly AnomalyCode FichierVide = new("fichier.vide", Fichier);

    /// <summary>A table that the format or the agreement does not have.</summary>
    public static readonly AnomalyCode FichierNonPrevu = new("fichier.non_prevu", Fichier);

    /// <summary>Bytes that the declared encoding does not have.</summary>
    public static readonly AnomalyCode EncodageOctets = new("fichier.encodage.octets", Fichier);

    /// <summary>U+FFFD: a character was lost before the file was made.</summary>
    public static readonly AnomalyCode EncodageRemplacement = new("fichier.encodage.remplacement", Fichier);

    /// <summary>"Ã©": UTF-8 read as a single-byte encoding.</summary>
    public static readonly AnomalyCode EncodageDouble = new("fichier.encodage.double", Fichier);

    /// <summary>A NUL byte.</summary>
    public static readonly AnomalyCode FichierNul = new("fichier.nul", Fichier);

    /// <summary>The number of rows is not the announced one.</summary>
    public static readonly AnomalyCode FichierLignes = new("fichier.lignes", Fichier);

    /// <summary>A folder where a file should be.</summary>
    public static readonly AnomalyCode FichierDossier = new("fichier.dossier", Fichier);

    /// <summary>The file changed while it was read.</summary>
    public static readonly AnomalyCode FichierModifie = new("fichier.modifie", Fichier);

    /// <summary>Far fewer rows than the month before.</summary>
    public static readonly AnomalyCode FichierBaisse = new("fichier.baisse", Alerte);

    /// <summary>The sum of amounts is not the announced one.</summary>
    public static readonly AnomalyCode FichierTotalControle = new("fichier.total_controle", Fichier);

    /// <summary>No extrait.json beside the file.</summary>
    public static readonly AnomalyCode SidecarAbsent = new("fichier.extrait.absent", Alerte);

    /// <summary>extrait.json is not of the right form.</summary>
    public static readonly AnomalyCode SidecarIllisible = new("fichier.extrait.illisible", Fichier);

    /// <summary>extrait.json does not announce this table.</summary>
    public static readonly AnomalyCode SidecarTable = new("fichier.extrait.table", Fichier);

    /// <summary>The extract follows another format.</summary>
    public static readonly AnomalyCode AutreFormat = new("fichier.extrait.autre_format", Fichier);

    /// <summary>The extract is of another body.</summary>
    public static readonly AnomalyCode AutreOrganisme = new("fichier.extrait.autre_organisme", Fichier);

    /// <summary>The extract was made for another agreement.</summary>
    public static readonly AnomalyCode AutreConvention = new("fichier.extrait.autre_convention", Fichier);

    /// <summary>The extract was made for another month.</summary>
    public static readonly AnomalyCode AutreMois = new("fichier.extrait.autre_mois", Fichier);

    /// <summary>The communes follow another COG year.</summary>
    public static readonly AnomalyCode AutreMillesime = new("fichier.extrait.autre_millesime", Fichier);

    /// <summary>The data are older than the agreement allows.</summary>
    public static readonly AnomalyCode DonneesAnciennes = new("fichier.extrait.donnees_anciennes", Fichier);

    /// <summary>Line 1 holds no known column name.</summary>
    public static readonly AnomalyCode EnteteAbsent = new("entete.absent", Fichier);

    /// <summary>Another separator than the format's.</summary>
    public static readonly AnomalyCode EnteteSeparateur = new("entete.separateur", Fichier);

    /// <summary>A column is missing.</summary>
    public static readonly AnomalyCode ColonneManquante = new("entete.colonne_manquante", Fichier);

    /// <summary>A column that the format does not have.</summary>
    public static readonly AnomalyCode ColonneInconnue = new("entete.colonne_inconnue", Fichier);

    /// <summary>A column of the format that the agreement does not list.</summary>
    public static readonly AnomalyCode ColonneNonAutorisee = new("entete.colonne_non_autorisee", Fichier);

    /// <summary>A column twice.</summary>
    public static readonly AnomalyCode ColonneDouble = new("entete.colonne_double", Fichier);

    /// <summary>A file called .gz that gzip did not write, or that was damaged.</summary>
    public static readonly AnomalyCode CompressionIllisible = new("fichier.compression.illisible", Fichier);

    /// <summary>A compressed file without its end.</summary>
    public static readonly AnomalyCode CompressionTronquee = new("fichier.compression.tronquee", Fichier);

    /// <summary>A few compressed bytes that stand for far too much text.</summary>
    public static readonly AnomalyCode CompressionBombe = new("fichier.compression.bombe", Fichier);

    /// <summary>A fixed-width line that is no record of the layout.</summary>
    public static readonly AnomalyCode EnregistrementInconnu = new("fichier.enregistrement.inconnu", Fichier);

    /// <summary>The last record of a fixed-width file is missing.</summary>
    public static readonly AnomalyCode EnregistrementFinAbsente = new("fichier.enregistrement.fin_absente", Fichier);

    /// <summary>A fixed-width record after the last one.</summary>
    public static readonly AnomalyCode EnregistrementApresFin = new("fichier.enregistrement.apres_fin", Fichier);

    /// <summary>Something where a fixed-width layout has no field (invariant I6).</summary>
    public static readonly AnomalyCode EnregistrementHorsChamps = new("fichier.enregistrement.hors_champs", Fichier);

    /// <summary>The number of records is not that of the last one.</summary>
    public static readonly AnomalyCode EnregistrementLignes = new("fichier.enregistrement.lignes", Fichier);

    /// <summary>The sum of amounts is not that of the last record.</summary>
    public static readonly AnomalyCode EnregistrementTotal = new("fichier.enregistrement.total", Fichier);

    /// <summary>A Parquet file that contradicts itself, or is none.</summary>
    public static readonly AnomalyCode ParquetIllisible = new("fichier.parquet.illisible", Fichier);

    /// <summary>A Parquet file without its end.</summary>
    public static readonly AnomalyCode ParquetTronque = new("fichier.parquet.tronque", Fichier);

    /// <summary>An encrypted Parquet file.</summary>
    public static readonly AnomalyCode ParquetChiffre = new("fichier.parquet.chiffre", Fichier);

    /// <summary>A Parquet compression that is not read.</summary>
    public static readonly AnomalyCode ParquetCompression = new("fichier.parquet.compression", Fichier);

    /// <summary>A Parquet column that is no column of a table.</summary>
    public static readonly AnomalyCode ParquetColonne = new("fichier.parquet.colonne", Fichier);

    /// <summary>A Parquet file of which too much must be held at one time.</summary>
    public static readonly AnomalyCode ParquetTaille = new("fichier.parquet.taille", Fichier);

    /// <summary>Several files for one table.</summary>
    public static readonly AnomalyCode PlusieursFichiers = new("fichier.plusieurs_formes", Fichier);

    /// <summary>A quoted field that goes over a line end: a quote was not closed.</summary>
    public static readonly AnomalyCode GuillemetNonFerme = new("ligne.guillemet_non_ferme", Fichier);

    /// <summary>A record over 1 MiB.</summary>
    public static readonly AnomalyCode LigneTropLongue = new("ligne.trop_longue", Fichier);

    /// <summary>A row with more or fewer fields than the header.</summary>
    public static readonly AnomalyCode NombreDeChamps = new("ligne.nombre_de_champs", Ligne);

    /// <summary>A person already seen.</summary>
    public static readonly AnomalyCode Doublon = new("ligne.doublon", Ligne);

    /// <summary>A key of the format that a row above has.</summary>
    public static readonly AnomalyCode CleRepetee = new("ligne.cle_repetee", Ligne);

    /// <summary>A death or an exit before the birth.</summary>
    public static readonly AnomalyCode DateAvantNaissance = new("ligne.dates.avant_naissance", Ligne);

    /// <summary>An end before its beginning.</summary>
    public static readonly AnomalyCode DatesOrdre = new("ligne.dates.ordre", Alerte);

    /// <summary>An age that the role does not make likely.</summary>
    public static readonly AnomalyCode AgeRole = new("ligne.age.role", Alerte);

    /// <summary>An empty line.</summary>
    public static readonly AnomalyCode LigneVide = new("ligne.vide", Alerte);

    /// <summary>A compulsory value is missing.</summary>
    public static readonly AnomalyCode ObligatoireVide = new("champ.obligatoire.vide", Ligne);

    /// <summary>Not of the form JJ/MM/AAAA.</summary>
    public static readonly AnomalyCode DateForme = new("champ.date.forme", Ligne);

    /// <summary>A day that does not exist.</summary>
    public static readonly AnomalyCode DateImpossible = new("champ.date.impossible", Ligne);

    /// <summary>Not of the form AAAA-MM.</summary>
    public static readonly AnomalyCode MoisForme = new("champ.mois.forme", Ligne);

    /// <summary>Not an amount with a decimal comma.</summary>
    public static readonly AnomalyCode MontantForme = new("champ.montant.forme", Ligne);

    /// <summary>Not a whole number.</summary>
    public static readonly AnomalyCode EntierForme = new("champ.entier.forme", Ligne);

    /// <summary>Below the least or above the most that the format allows.</summary>
    public static readonly AnomalyCode NombreHorsBornes = new("champ.nombre.hors_bornes", Ligne);

    /// <summary>Neither O nor N.</summary>
    public static readonly AnomalyCode OuiNonValeur = new("champ.oui_non.valeur", Ligne);

    /// <summary>Not in the nomenclature.</summary>
    public static readonly AnomalyCode CodeInconnu = new("champ.code.inconnu", Ligne);

    /// <summary>Not of the form that the format gives.</summary>
    public static readonly AnomalyCode TexteForme = new("champ.texte.forme", Ligne);

    /// <summary>Too long.</summary>
    public static readonly AnomalyCode TexteLongueur = new("champ.texte.longueur", Ligne);

    /// <summary>A sentence where a name or a code should be.</summary>
    public static readonly AnomalyCode TextePhrase = new("champ.texte.phrase", Ligne);

    /// <summary>Every value of a text column begins like a formula.</summary>
    public static readonly AnomalyCode TexteFormules = new("champ.texte.formules", Alerte);

    /// <summary>A word of health. The row alone is left out, so that a mistake costs one row and a whole column stops the extract by its threshold.</summary>
    public static readonly AnomalyCode SanteMot = new("champ.sante.mot", Ligne);

    /// <summary>A code of the international classification of diseases.</summary>
    public static readonly AnomalyCode SanteCode = new("champ.sante.code", Ligne);

    /// <summary>A commune that the COG does not know.</summary>
    public static readonly AnomalyCode CommuneInconnue = new("champ.commune.inconnue", Ligne);

    /// <summary>Not of the form of a NIR.</summary>
    public static readonly AnomalyCode NirForme = new("champ.nir.forme", Ligne);

    /// <summary>The key does not fit the number.</summary>
    public static readonly AnomalyCode NirCle = new("champ.nir.cle", Ligne);

    /// <summary>13 characters: the key was not sent.</summary>
    public static readonly AnomalyCode NirCleAbsente = new("champ.nir.cle_absente", Alerte);

    /// <summary>A provisional number.</summary>
    public static readonly AnomalyCode NirProvisoire = new("champ.nir.provisoire", Alerte);

    /// <summary>The number says another sex than the row.</summary>
    public static readonly AnomalyCode NirIncoherentSexe = new("champ.nir.incoherent_sexe", Alerte);

    /// <summary>The number says another birth date than the row.</summary>
    public static readonly AnomalyCode NirIncoherentDate = new("champ.nir.incoherent_date", Alerte);

    /// <summary>The number says another birth place than the row.</summary>
    public static readonly AnomalyCode NirIncoherentCommune = new("champ.nir.incoherent_commune", Alerte);

    /// <summary>A NIR where none may be (invariant I6).</summary>
    public static readonly AnomalyCode NirInterdit = new("champ.nir.interdit", Fichier);

    /// <summary>A row whose person or dossier is not in the table of persons.</summary>
    public static readonly AnomalyCode ReferenceInconnue = new("lot.reference.inconnue", Ligne);

    /// <summary>Several persons of the extract have one NIR: their rows leave without it.</summary>
    public static readonly AnomalyCode NirCollision = new("lot.nir.collision", Alerte);

    /// <summary>Several persons have one NIR and one reference: their rows cannot be told apart.</summary>
    public static readonly AnomalyCode NirCollisionReference = new("lot.nir.collision_reference", Ligne);

    /// <summary>An opposition that names nobody: neither reference nor enough of an identity.</summary>
    public static readonly AnomalyCode OppositionInapplicable = new("lot.opposition.inapplicable", Fichier);

    /// <summary>A line of oppositions.csv that cannot be read: none may be lost.</summary>
    public static readonly AnomalyCode OppositionIllisible = new("lot.opposition.illisible", Fichier);

    /// <summary>More rows left out than the agreement allows.</summary>
    public static readonly AnomalyCode TropDeRejets = new("lot.trop_de_rejets", Fichier);

    /// <summary>Every code, in ordinal order.</summary>
    public static IReadOnlyList<AnomalyCode> All { get; } =
    [
        .. typeof(AnomalyCodes).GetFields().Where(field => field.FieldType == typeof(AnomalyCode))
            .Select(field => (AnomalyCode)field.GetValue(null)!).OrderBy(code => code.Code, StringComparer.Ordinal),
    ];
}
