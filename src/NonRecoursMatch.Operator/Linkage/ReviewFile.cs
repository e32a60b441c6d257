using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>The review queue: pairs that a human would have to look at, which link nothing. A pair may be there from both sides.</summary>
public static class ReviewFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "revue.col";

    /// <summary>Index of the first record's source.</summary>
    public const string Source = "source";

    /// <summary>Handle of the first record.</summary>
    public const string Poignee = "poignee";

    /// <summary>Index of the second record's source.</summary>
    public const string AutreSource = "autre_source";

    /// <summary>Handle of the second record.</summary>
    public const string AutrePoignee = "autre_poignee";

    /// <summary>Weight in 64ths of a bit.</summary>
    public const string Poids = "poids";

    /// <summary>Columns.</summary>
    public static TableSchema Schema { get; } = new(
    [
        new(Source, ColumnKind.Int32), new(Poignee, ColumnKind.Key128), new(AutreSource, ColumnKind.Int32), new(AutrePoignee, ColumnKind.Key128),
        new(Poids, ColumnKind.Int32),
    ]);
}
