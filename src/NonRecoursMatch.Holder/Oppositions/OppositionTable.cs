using NonRecoursMatch.Conventions;
using NonRecoursMatch.Holder.Reading;

namespace NonRecoursMatch.Holder.Oppositions;

/// <summary>The file of format <c>oppositions@1</c>: one opposition per row, by the body's own reference or by identity.</summary>
public static class OppositionTable
{
    /// <summary>Name of the table; the file is <c>oppositions.csv</c>.</summary>
    public const string Name = "oppositions";

    /// <summary>Name of the file.</summary>
    public const string FileName = "oppositions.csv";

    /// <summary>Column of the benefits that an opposition is about.</summary>
    public const string Scope = "portee";

    /// <summary>The plan to read it for a body whose extracts hold, or do not hold, a NIR.</summary>
    internal static TablePlan Plan(ConventionLibrary library, bool holdsNir) => new(library.Oppositions.Personnes, [Scope]) { ReferencesHoldNir = holdsNir };
}
