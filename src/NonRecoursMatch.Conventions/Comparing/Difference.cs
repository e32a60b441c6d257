using System.Globalization;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Comparing;

/// <summary>One kind of difference, by the name that people quote.</summary>
/// <param name="Code">Stable dotted name.</param>
/// <param name="Impact">What it means to the team that makes the extract.</param>
public sealed record DifferenceCode(string Code, Impact Impact)
{
    /// <summary>What changes, in a few words.</summary>
    public string What(CultureInfo culture) => Texts.Get($"diff.{Code}.what", culture);

    /// <summary>What it asks of whoever makes the extract.</summary>
    public string Means(CultureInfo culture) => Texts.Get($"diff.{Code}.means", culture);
}

/// <summary>One difference between two versions.</summary>
/// <param name="Code">Its kind.</param>
/// <param name="Place">Where: <c>table.champ</c>, a table, a path of the agreement, or empty for the whole format.</param>
/// <param name="Before">What the old version says, empty when it says nothing.</param>
/// <param name="After">What the new version says, empty when it says nothing.</param>
public sealed record Difference(DifferenceCode Code, string Place, string Before, string After);
