namespace NonRecoursMatch.Operator.Reports.Outcomes;

/// <summary>One answer, with what is known of the row that it is about; empty where it is not known.</summary>
/// <param name="Benefit">Code of the benefit; empty where the list names none.</param>
/// <param name="Outcome">Code of what came of it.</param>
/// <param name="Months">Months from the list to the contact.</param>
/// <param name="Segments">Value of each dimension: verdict, reason, band, commune, kind of body.</param>
public sealed record AnsweredRow(string Benefit, string Outcome, int Months, IReadOnlyDictionary<string, string> Segments);

/// <summary>A row of a list that the payer's later extract speaks of.</summary>
/// <param name="Benefit">Code of the benefit.</param>
/// <param name="Months">Months to the opening; null while it is not seen.</param>
public sealed record WatchedRow(string Benefit, int? Months);
