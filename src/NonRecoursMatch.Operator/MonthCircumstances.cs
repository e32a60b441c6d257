using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Operator.Lists.Revisions;
using NonRecoursMatch.Operator.Reports.Html;

namespace NonRecoursMatch.Operator;

/// <summary>What is particular to one run of a month: sources declared absent, and the earlier result that this one stands beside.</summary>
/// <param name="Absences">Sources declared absent.</param>
/// <param name="Previous">The result that this one replaces; null for the first.</param>
/// <param name="Confirmed">Sources whose large loss of persons was checked with the body.</param>
public sealed record MonthCircumstances(Absences Absences, PreviousResult? Previous, IReadOnlyList<string> Confirmed)
{
    /// <summary>A first result with every source.</summary>
    public static MonthCircumstances Ordinary { get; } = new(Absences.None, null, []);

    /// <summary>What the report of the month before published, for the pages to compare; null without one.</summary>
    public MonthBefore? Before { get; init; }

    /// <summary>Absent sources whose oppositions came apart.</summary>
    public IReadOnlyList<string> KnownOppositions { get; init; } = [];

    /// <summary>Number of this revision, 1 for the first result.</summary>
    public int Revision => (Previous?.Revision ?? 0) + 1;
}
