using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Population;

/// <summary>What each member of a household lives from, by shape, place and living standard.</summary>
internal static class ActivityTable
{
    /// <summary>Sets the activity of every member.</summary>
    public static void Assign(Xoshiro random, Household household)
    {
        foreach (var member in household.Members)
            member.Activity = Draw(random, household, member);
    }

    static Activity Draw(Xoshiro random, Household household, Person member)
    {
        if (member.Place == Place.Child)
            return Activity.Child;
        if (member.Place == Place.OtherAdult)
            return random.Pick(Activity.Student, Activity.Worker, Activity.Inactive);
        return household.Shape switch
        {
            HouseholdShape.Student => Activity.Student,
            HouseholdShape.PensionerSingle or HouseholdShape.PensionerCouple => Activity.Pensioner,
            HouseholdShape.MixedCouple when member.Place == Place.Head => Activity.Pensioner,
            HouseholdShape.Domiciled => random.Chance(0.85) ? Activity.Inactive : Activity.Worker,
            HouseholdShape.UnknownToCaisses => Activity.Inactive,
            _ => WorkingAge(random, household),
        };
    }

    static Activity WorkingAge(Xoshiro random, Household household)
    {
        if (random.Chance(household.Level < 0.4 ? 0.07 : 0.015))
            return Activity.Disabled;
        if (random.Chance(household.Farm ? 0.5 : 0.08))
            return Activity.SelfEmployed;
        var atWork = 0.25 + household.Level;
        if (random.Chance(atWork))
            return Activity.Worker;
        return random.Chance(0.4) ? Activity.Unemployed : Activity.Inactive;
    }
}
