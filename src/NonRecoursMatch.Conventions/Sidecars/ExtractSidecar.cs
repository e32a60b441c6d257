using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Conventions.Sidecars;

/// <summary>What the sidecar says of one table.</summary>
/// <param name="Rows">Number of data rows, without the header.</param>
/// <param name="ControlTotal">Sum of the <c>montant</c> column in cents, null when the producer gives none.</param>
/// <param name="PreviousRows">Number of data rows of the month before, null when the producer does not say.</param>
public sealed record TableTotals(long Rows, long? ControlTotal, long? PreviousRows = null);

/// <summary>
/// The sidecar of an extract (<c>extrait.json</c>): what the producer says it sent. Holds no identity.
/// </summary>
/// <param name="Format">Format id.</param>
/// <param name="Body">Body, as in the agreement.</param>
/// <param name="Convention">Agreement id.</param>
/// <param name="Month">Reference month.</param>
/// <param name="DataDate">Day on which the data were drawn.</param>
/// <param name="CogYear">COG year of its commune codes.</param>
/// <param name="Tables">Totals by table.</param>
/// <param name="Producer">Who made the file.</param>
/// <param name="Program">With what.</param>
/// <param name="ExhaustiveFor">Benefits for which this extract is exhaustive: absent from it then means "does not receive".</param>
public sealed record ExtractSidecar(
    string Format,
    string Body,
    string Convention,
    YearMonth Month,
    DateOnly DataDate,
    int CogYear,
    IReadOnlyDictionary<string, TableTotals> Tables,
    string Producer,
    string Program,
    IReadOnlyList<string> ExhaustiveFor);
