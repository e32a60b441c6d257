using NonRecoursMatch.Conventions.Extracts;

namespace NonRecoursMatch.Conventions.Territories;

/// <summary>
/// The quartiers of a perimeter of that level: within its communes, only who lives in one of them leaves a holder. Two divisions exist, and a
/// body may know one without the other, so the agreement says which columns decide for each format.
/// </summary>
/// <param name="Codes">The listed codes, by division: <see cref="Divisions"/> that the agreement uses, in that order.</param>
/// <param name="Columns">The columns that decide, by format. They are read by the holder; they leave only if a benefit lists them as well.</param>
public sealed record Quartiers(IReadOnlyDictionary<string, IReadOnlySet<string>> Codes, IReadOnlyDictionary<string, IReadOnlyList<string>> Columns)
{
    /// <summary>The divisions of communes: named alike as keys of an agreement and as columns of extracts.</summary>
    public static IReadOnlyList<string> Divisions { get; } = ["qpv", "iris"];

    /// <summary>The columns of the persons of <paramref name="format"/> that decide; empty when the agreement names none.</summary>
    public IReadOnlyList<string> ColumnsOf(ExtractFormat format) => Columns.GetValueOrDefault(format.Id, []);
}
