using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Synthetic.Population;

/// <summary>Shapes of household.</summary>
internal enum HouseholdShape
{
    /// <summary>One adult of working age.</summary>
    Single,

    /// <summary>One student.</summary>
    Student,

    /// <summary>One pensioner.</summary>
    PensionerSingle,

    /// <summary>Two pensioners.</summary>
    PensionerCouple,

    /// <summary>A pensioner and a younger partner.</summary>
    MixedCouple,

    /// <summary>Two adults of working age.</summary>
    Couple,

    /// <summary>Two adults with children.</summary>
    CoupleWithChildren,

    /// <summary>One adult with children.</summary>
    SingleParent,

    /// <summary>Domiciled at the CCAS.</summary>
    Domiciled,

    /// <summary>Known to no caisse.</summary>
    UnknownToCaisses,
}

/// <summary>An invented household: who lives together, where, and how well off.</summary>
internal sealed class Household
{
    /// <summary>Number in the territory, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Shape.</summary>
    public required HouseholdShape Shape { get; init; }

    /// <summary>Commune of residence.</summary>
    public required Commune Home { get; init; }

    /// <summary>Farmers' scheme: the MSA stands in for CAF, CPAM and pension fund.</summary>
    public required bool Farm { get; init; }

    /// <summary>Living standard as a rank, 0 poorest to 1.</summary>
    public required double Level { get; init; }

    /// <summary>Tenant of a social landlord.</summary>
    public required bool SocialTenant { get; init; }

    /// <summary>True family situation (code of the CNAF) of the adults.</summary>
    public required string Situation { get; init; }

    /// <summary>Members; adults first.</summary>
    public List<Person> Members { get; } = [];

    /// <summary>The head.</summary>
    public Person Head => Members[0];

    /// <summary>The partner, or null.</summary>
    public Person? Partner => Members.Count > 1 && Members[1].Place == Place.Partner ? Members[1] : null;

    /// <summary>Head and partner.</summary>
    public IEnumerable<Person> Adults => Members.Where(member => member.Place is Place.Head or Place.Partner);

    /// <summary>The children, grown-up ones left out.</summary>
    public IEnumerable<Person> Children => Members.Where(member => member.Place == Place.Child);
}
