using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>How a record was attached to its person.</summary>
public enum LinkKind
{
    /// <summary>By its NIR token.</summary>
    Strong = 0,

    /// <summary>By its identity, not as surely as a NIR: whatever rests on it is at most to be checked.</summary>
    Probable = 1,

    /// <summary>Joined to nobody: nothing to compare, or what there is designates several persons.</summary>
    Alone = 2,

    /// <summary>Joined to nobody although it could have been: nobody else bears its tokens, nobody resembles it.</summary>
    Sole = 3,

    /// <summary>By its identity: name, given name, birth date and place are the same, and nobody else's.</summary>
    Certain = 4,

    /// <summary>Joined to nobody: somebody resembles it, a human would have to look.</summary>
    Review = 5,
}

/// <summary>What found a link.</summary>
public enum LinkPass
{
    /// <summary>The NIR token.</summary>
    Nir = 0,

    /// <summary>An identity token, unambiguous.</summary>
    Exacte = 1,

    /// <summary>Anchors, weights and the family guard.</summary>
    Tolerante = 2,
}

/// <summary>Result of the stage <c>links</c> for one source: one row per row of its <c>personnes.col</c>, in the same order.</summary>
public static class LinkFile
{
    /// <summary>Person key; null when the person objected to everything and was removed.</summary>
    public const string Personne = "personne";

    /// <summary><see cref="LinkKind"/>.</summary>
    public const string Lien = "lien";

    /// <summary>Mask of the benefits that the person objects to.</summary>
    public const string Oppose = "oppose";

    /// <summary>Weight of the link in 64ths of a bit; null without one.</summary>
    public const string Poids = "poids";

    /// <summary><see cref="LinkPass"/>; null without a link.</summary>
    public const string Passe = "passe";

    /// <summary>Columns.</summary>
    public static TableSchema Schema { get; } =
        new([new(Personne, ColumnKind.Key128), new(Lien, ColumnKind.Int32), new(Oppose, ColumnKind.Int32), new(Poids, ColumnKind.Int32), new(Passe, ColumnKind.Int32)]);

    /// <summary>Name of the file of a source.</summary>
    public static string NameFor(string source) => $"liens-{source}.col";
}
