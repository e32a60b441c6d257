using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>How a record was attached to its person.</summary>
enum LinkKind
{
    /// <summary>By its NIR token.</summary>
    Strong = 0,

    /// <summary>By an unambiguous identity token.</summary>
    Weak = 1,

    /// <summary>Joined to nobody: no token, or one that designates several persons.</summary>
    Alone = 2,

    /// <summary>Joined to nobody although it could have been: nobody else bears its tokens.</summary>
    Sole = 3,
}

/// <summary>Result of the stage <c>links</c> for one source: one row per row of its <c>personnes.col</c>, in the same order.</summary>
static class LinkFile
{
    /// <summary>Person key; null when the person objected to everything and was removed.</summary>
    public const string Personne = "personne";

    /// <summary><see cref="LinkKind"/>.</summary>
    public const string Lien = "lien";

    /// <summary>Mask of the benefits that the person objects to.</summary>
    public const string Oppose = "oppose";

    public static TableSchema Schema { get; } = new([new(Personne, ColumnKind.Key128), new(Lien, ColumnKind.Int32), new(Oppose, ColumnKind.Int32)]);

    public static string NameFor(string source) => $"liens-{source}.col";
}
