namespace NonRecoursMatch.Holder.Validation;

/// <summary>One anomaly. It never holds a cell: only its shape.</summary>
/// <param name="Code">Kind.</param>
/// <param name="Table">Table.</param>
/// <param name="Line">Physical line in the file, 1-based; 0 when it is about the whole file.</param>
/// <param name="Column">Column name of the format, or null.</param>
/// <param name="Form">Shape of the value, for example <c>9(13)A</c>; a count or sum for whole-file checks.</param>
/// <param name="Expected">What the format says, with its example.</param>
public sealed record Anomaly(AnomalyCode Code, string Table, long Line, string? Column, string Form, string Expected);

/// <summary>All anomalies of one kind in one column.</summary>
/// <param name="Code">Kind.</param>
/// <param name="Table">Table.</param>
/// <param name="Column">Column, or null.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first ones.</param>
public sealed record AnomalyGroup(AnomalyCode Code, string Table, string? Column, long Count, IReadOnlyList<Anomaly> First);
