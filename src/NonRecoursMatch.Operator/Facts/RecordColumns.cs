using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>The columns of a table of persons that the engine reads, found once; null = not shipped by this format. Column objects serve every block.</summary>
sealed class RecordColumns(Batch batch)
{
    public Column Groupe { get; } = batch[PackageTables.Groupe];

    public Column Poignee { get; } = batch[PackageTables.Poignee];

    public Column Birth { get; } = batch[PackageTables.NaissanceMois];

    public Column? Death { get; } = batch.Find("date_deces");

    public Column? Exit { get; } = batch.Find("sorti_le");

    public Column? Commune { get; } = batch.Find("commune_residence") ?? batch.Find("commune");

    public Column? Role { get; } = batch.Find("role");

    public Column? Situation { get; } = batch.Find("situation_familiale");

    public Column? SituationDay { get; } = batch.Find("date_situation");

    public Column? Alternating { get; } = batch.Find("garde_alternee");

    public Column? Nationality { get; } = batch.Find("groupe_nationalite");

    public Column? Permit { get; } = batch.Find("date_titre_sejour");

    public Column? Student { get; } = batch.Find("etudiant");

    public Column? Apprentice { get; } = batch.Find("apprenti");

    public Column? Housing { get; } = batch.Find("type_occupation");

    public Column? Rent { get; } = batch.Find("loyer");

    public Column? TransferTo { get; } = batch.Find("mutation_vers");

    public Column? TransferDay { get; } = batch.Find("date_mutation");

    public Column? HousingAid { get; } = batch.Find("aide_logement");

    public Column? C2s { get; } = batch.Find("c2s");

    public Column? C2sEnd { get; } = batch.Find("c2s_fin");

    public Column? Claim { get; } = batch.Find("c2s_demande_le");

    public Column? Refusal { get; } = batch.Find("c2s_refus");

    public Column? Unpaid { get; } = batch.Find("c2s_impaye_jusqu_au");

    public Column? Pension { get; } = batch.Find("pension_brute");

    public Column? PensionTotal { get; } = batch.Find("pension_brute_totale");

    public Column? PensionNetTotal { get; } = batch.Find("pension_nette_totale");

    public Column? InterRegimes { get; } = batch.Find("inter_regimes");

    public Column? Aspa { get; } = batch.Find("aspa");

    public Column? FullRate { get; } = batch.Find("taux_plein");

    public Column? ForeignCareer { get; } = batch.Find("carriere_etranger");

    public Column? Country { get; } = batch.Find("pays_residence");

    public Column? Farmer { get; } = batch.Find("exploitant");
}
