namespace NonRecoursMatch.Holder.Identity;

/// <summary>Where a code places a birth.</summary>
public enum BirthPlaceKind
{
    /// <summary>Not a code of a place.</summary>
    Unknown,

    /// <summary>Metropolitan France without Corsica.</summary>
    Mainland,

    /// <summary>2A, 2B, and 20 before 1976.</summary>
    Corsica,

    /// <summary>97 and 98.</summary>
    Overseas,

    /// <summary>99 and the country; 91 to 96 for Algeria, Morocco and Tunisia before they were independent.</summary>
    Abroad,
}
