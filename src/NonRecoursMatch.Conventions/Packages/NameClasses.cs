namespace NonRecoursMatch.Conventions.Packages;

/// <summary>
/// Classes of the frequency of a surname and a given name together, which records carry beside their traits: 0 is the most common name. Both
/// sides read them alike: the holder that puts a name in its class, the operator that weighs an agreement on it.
/// </summary>
public static class NameClasses
{
    /// <summary>Number of classes.</summary>
    public const int Count = 16;

    /// <summary>Bits of information of a class, at least: two names that agree do so by chance once in 2^bits.</summary>
    public static int Bits(int nameClass) => 6 + (2 * nameClass);
}
