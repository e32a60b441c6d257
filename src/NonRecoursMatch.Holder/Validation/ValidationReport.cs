namespace NonRecoursMatch.Holder.Validation;

/// <summary>The result of a validation: a <i>certificat de conformité</i> when it is valid, a <i>bilan d'anomalies</i> otherwise.</summary>
/// <param name="Convention">Agreement id.</param>
/// <param name="ConventionSha256">Digest of the agreement file.</param>
/// <param name="Source">Source id.</param>
/// <param name="Format">Extract format.</param>
/// <param name="Month">Reference month of the extract, AAAA-MM, or null when nothing states it.</param>
/// <param name="CogYear">Year of the commune codes that were checked against.</param>
/// <param name="Tables">Files read.</param>
/// <param name="Groups">Anomalies by code, table and column.</param>
public sealed record ValidationReport(
    string Convention,
    string ConventionSha256,
    string Source,
    string Format,
    string? Month,
    int CogYear,
    IReadOnlyList<TableReport> Tables,
    IReadOnlyList<AnomalyGroup> Groups)
{
    /// <summary>Whom the extract is about; null for a report that shows anomalies only.</summary>
    public ExtractScope? Scope { get; init; }

    /// <summary>Whether nothing but warnings was found.</summary>
    public bool Valid => Errors == 0;

    /// <summary>Whether the extract cannot be used at all.</summary>
    public bool Blocked => Count(Severity.Fichier) > 0;

    /// <summary>Number of anomalies that are no warnings.</summary>
    public long Errors => Count(Severity.Fichier) + Count(Severity.Ligne);

    /// <summary>Number of warnings.</summary>
    public long Warnings => Count(Severity.Alerte);

    /// <summary>Data rows read.</summary>
    public long Rows => Tables.Sum(table => table.Rows);

    /// <summary>Whether some anomalies are counted but not shown one by one.</summary>
    public bool Partial => Groups.Any(group => group.Count > group.First.Count);

    /// <summary>Number of anomalies of a severity.</summary>
    public long Count(Severity severity) => Groups.Where(group => group.Code.Severity == severity).Sum(group => group.Count);
}
