using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>What a household's resources make it: neither, in need of RSA, or at work with modest earnings.</summary>
internal enum Need
{
    /// <summary>Above both.</summary>
    None,

    /// <summary>Under the RSA flat amount.</summary>
    Rsa,

    /// <summary>Modest earnings.</summary>
    Ppa,
}

/// <summary>How a household is housed.</summary>
internal enum Tenure
{
    /// <summary>Tenant of a social landlord.</summary>
    Social,

    /// <summary>Other tenant.</summary>
    Private,

    /// <summary>Owner.</summary>
    Owner,

    /// <summary>Owner who repays.</summary>
    Buyer,

    /// <summary>Housed by somebody.</summary>
    Hosted,

    /// <summary>In a home, a hospital, a prison.</summary>
    Collective,

    /// <summary>Without a home.</summary>
    Without,
}

/// <summary>Means of a household, drawn before what the sources hold, so that these agree with each other.</summary>
/// <param name="TakesUp">Whether the right that the need opens was claimed. About one in three never claims RSA, one in four prime d'activité.</param>
internal sealed record Means(Need Need, bool TakesUp, Tenure Tenure)
{
    const double RsaTakeUp = 0.78;
    const double PpaTakeUp = 0.77;
    const double PoorLevel = 0.36;
    const int AgeOfRsa = 25;

    /// <summary>Draws the means of a household.</summary>
    public static Means Draw(Xoshiro random, Household household)
    {
        var need = random.Chance(RsaRate(household)) ? Need.Rsa : random.Chance(PpaRate(household)) ? Need.Ppa : Need.None;
        var takesUp = random.Chance(need == Need.Rsa ? RsaTakeUp : PpaTakeUp);
        return new Means(need, takesUp, DrawTenure(random, household));
    }

    static bool HasNeed(Household household)
        => household.Shape is not (HouseholdShape.Student or HouseholdShape.PensionerSingle or HouseholdShape.PensionerCouple or HouseholdShape.MixedCouple)
            && !household.Adults.Any(adult => adult.Activity is Activity.Disabled or Activity.Pensioner);

    static double RsaRate(Household household)
    {
        if (!HasNeed(household) || (household.Head.Age < AgeOfRsa && !household.Children.Any()))
            return 0;
        return household.Shape switch
        {
            HouseholdShape.Domiciled => 0.8,
            _ when household.Level >= PoorLevel => 0,
            HouseholdShape.Single => 0.68,
            HouseholdShape.SingleParent => 0.9,
            HouseholdShape.CoupleWithChildren => 0.19,
            _ => 0.1,
        };
    }

    static double PpaRate(Household household)
    {
        if (!HasNeed(household) || !household.Adults.Any(adult => adult.Activity is Activity.Worker or Activity.SelfEmployed))
            return 0;
        return household.Level switch
        {
            < PoorLevel => 0.97,
            < 0.58 => 0.76,
            < 0.72 => 0.2,
            _ => 0,
        };
    }

    static Tenure DrawTenure(Xoshiro random, Household household)
    {
        var tenant = random.Chance(household.Shape == HouseholdShape.Student ? 0.9 : 0.5 * (1 - household.Level));
        var collective = random.Chance(household.Head.Age > 75 ? 0.04 : 0.006);
        var hosted = random.Chance(household.Head.Age < 30 ? 0.4 : 0.06);
        var repays = random.Chance(household.Head.Age < 60 ? 0.5 : 0.05);
        if (household.Shape == HouseholdShape.Domiciled)
            return Tenure.Without;
        if (household.SocialTenant)
            return Tenure.Social;
        if (collective)
            return Tenure.Collective;
        return tenant ? Tenure.Private : hosted ? Tenure.Hosted : repays ? Tenure.Buyer : Tenure.Owner;
    }
}
