namespace NonRecoursMatch.Holder.Tokens;

/// <summary>What a row may do with the NIR that it bears.</summary>
enum NumberUse
{
    /// <summary>Leaves; with its number when that is its own.</summary>
    Kept,

    /// <summary>The person is already there above: the row does not leave.</summary>
    Repeated,

    /// <summary>The number is shared by several persons: the row leaves without it.</summary>
    Withheld,

    /// <summary>Several persons have one number and one reference: nothing tells them apart, and the row does not leave.</summary>
    Indistinct,
}
