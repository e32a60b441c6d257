using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>The columns of <c>personnes.col</c> that the engine reads, found once per block; null = not shipped by this format.</summary>
readonly struct RecordColumns(Batch batch)
{
    public Column Groupe { get; } = batch[PackageTables.Groupe];

    public Column Poignee { get; } = batch[PackageTables.Poignee];

    public Column Birth { get; } = batch[PackageTables.NaissanceMois];

    public Column? Death { get; } = batch.Find("date_deces");

    public Column? Exit { get; } = batch.Find("sorti_le");

    public Column? Commune { get; } = batch.Find("commune_residence");

    public Column? Role { get; } = batch.Find("role");

    public Column? Situation { get; } = batch.Find("situation_familiale");

    public Column? Nationality { get; } = batch.Find("groupe_nationalite");

    public Column? Permit { get; } = batch.Find("date_titre_sejour");

    public Column? C2s { get; } = batch.Find("c2s");

    public Column? C2sEnd { get; } = batch.Find("c2s_fin");

    public Column? Claim { get; } = batch.Find("c2s_demande_le");

    public Column? Refusal { get; } = batch.Find("c2s_refus");

    public Column? Unpaid { get; } = batch.Find("c2s_impaye_jusqu_au");

    public Column? Pension { get; } = batch.Find("pension_brute");

    public Column? PensionTotal { get; } = batch.Find("pension_brute_totale");

    public Column? InterRegimes { get; } = batch.Find("inter_regimes");

    public Column? Aspa { get; } = batch.Find("aspa");

    public Column? FullRate { get; } = batch.Find("taux_plein");

    public Column? ForeignCareer { get; } = batch.Find("carriere_etranger");

    public Column? Country { get; } = batch.Find("pays_residence");
}
