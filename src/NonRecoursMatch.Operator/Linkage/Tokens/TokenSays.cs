namespace NonRecoursMatch.Operator.Linkage.Tokens;

/// <summary>What an identity token says of a record that bears it.</summary>
enum TokenSays : byte
{
    /// <summary>It designates several persons: it links nothing.</summary>
    Several = 1,

    /// <summary>It designates one person who has a NIR.</summary>
    One = 2,

    /// <summary>It designates one person known by records without NIR only.</summary>
    Founded = 4,

    /// <summary>Nobody else bears it.</summary>
    Nobody = 3,
}
