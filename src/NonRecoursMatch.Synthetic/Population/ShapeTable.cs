using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Population;

/// <summary>How frequent each shape of household is, and what goes with it. Round figures for France, per 1,000 households.</summary>
internal static class ShapeTable
{
    static readonly (HouseholdShape Shape, double Weight, double SocialTenants)[] _rows =
    [
        (HouseholdShape.Single, 185, 0.15),
        (HouseholdShape.Student, 35, 0.06),
        (HouseholdShape.PensionerSingle, 190, 0.12),
        (HouseholdShape.PensionerCouple, 190, 0.08),
        (HouseholdShape.MixedCouple, 25, 0.08),
        (HouseholdShape.Couple, 110, 0.1),
        (HouseholdShape.CoupleWithChildren, 225, 0.15),
        (HouseholdShape.SingleParent, 85, 0.36),
        (HouseholdShape.Domiciled, 7, 0),
        (HouseholdShape.UnknownToCaisses, 7, 0.3),
    ];

    static readonly AliasTable _table = new([.. _rows.Select(row => row.Weight)]);

    /// <summary>Draws a shape.</summary>
    public static HouseholdShape Draw(Xoshiro random) => _rows[_table.Draw(random)].Shape;

    /// <summary>Share (0–1) of social tenants at a living standard: twice the mean for the poorest, none for the best off.</summary>
    public static double SocialTenants(HouseholdShape shape, double level) => _rows[(int)shape].SocialTenants * 2 * (1 - level);

    /// <summary>Share (0–1) of households of the farmers' scheme, for a territory where a share of residents lives in small communes. About 7 % in France.</summary>
    public static double FarmShare(HouseholdShape shape, double ruralShare) => shape switch
    {
        HouseholdShape.Student or HouseholdShape.Domiciled or HouseholdShape.UnknownToCaisses => 0,
        _ => 0.04 + (0.1 * ruralShare),
    };
}
