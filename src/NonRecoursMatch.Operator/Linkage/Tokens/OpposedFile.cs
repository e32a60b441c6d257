using NonRecoursMatch.Columns;

namespace NonRecoursMatch.Operator.Linkage.Tokens;

/// <summary>Result of the step <c>oppositions</c>: who is opposed, by NIR token, or by source and handle where there is none.</summary>
static class OpposedFile
{
    public const string Name = "opposes.col";

    /// <summary>Index of the source of a record; null for a NIR token.</summary>
    public const string Source = "source";

    /// <summary>NIR token, or handle.</summary>
    public const string Cle = "cle";

    /// <summary>Mask of benefits.</summary>
    public const string Portee = "portee";

    public static TableSchema Schema { get; } = new([new(Source, ColumnKind.Int32), new(Cle, ColumnKind.Key128), new(Portee, ColumnKind.Int32)]);
}
