using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Holder.Validation;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>What every step of one pseudonymisation shares.</summary>
sealed record HolderRun(
    Agreement Agreement,
    Source Source,
    YearMonth Month,
    ConventionLibrary Library,
    AnomalyCollector Anomalies,
    HandleMaker Handles,
    PersonTokeniser Tokeniser,
    SpoolFolder Spools,
    ExtractAnchors? Anchors,
    IReadOnlyList<RegisteredOpposition> Registered,
    IProgress<HolderProgress>? Progress,
    CancellationToken Stop)
{
    /// <summary>The COG.</summary>
    public CommuneTable Communes => Library.Communes;

    /// <summary>The file of a table, once it is known to be the only one.</summary>
    public DeliveredTable FileOf(TableFormat table) => DeliveredTable.Of(Source, table, TableFiles.Only(Source.Folder, table, Source.Mapping?.Of(table)));

    /// <summary>Reports a row and looks for an interruption once in a while.</summary>
    public void Tick(string step, long rows) => HolderProgress.Tick(Progress, step, rows, Stop);
}
