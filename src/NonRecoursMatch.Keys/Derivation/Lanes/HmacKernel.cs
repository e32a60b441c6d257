namespace NonRecoursMatch.Keys.Derivation.Lanes;

/// <summary>The ways of making many HMACs; each gives the same bytes.</summary>
enum HmacKernel
{
    /// <summary>The platform's own, one at a time.</summary>
    Portable,

    /// <summary>Four at a time, 128-bit vectors.</summary>
    Lanes4,

    /// <summary>Eight at a time, 256-bit vectors.</summary>
    Lanes8,

    /// <summary>Sixteen at a time, 512-bit vectors.</summary>
    Lanes16,
}
