namespace NonRecoursMatch.Operator.Intake;

/// <summary>A source that the operator declares absent for the month: nothing of it is read.</summary>
/// <param name="Id">Source id.</param>
/// <param name="Reason">Why, in the operator's words; it is published with the lists.</param>
public sealed record AbsentSource(string Id, string Reason);
