using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>
/// Benefits of a household's CAF or MSA dossier, at round French rates: half of the population in a dossier, RSA 6 % of households, PPA 15 %,
/// housing aid 19 %, AAH 2 % of persons. What nobody claimed is not here: non-take-up of RSA and PPA shows by absence.
/// </summary>
internal static class FamilyBenefits
{
    const double PoorLevel = 0.3;

    /// <summary>Draws the benefits; an empty list means that the household has no dossier.</summary>
    public static List<Benefit> Draw(Xoshiro random, Household household, YearMonth month)
    {
        var benefits = new List<Benefit>();
        if (household.Shape == HouseholdShape.UnknownToCaisses)
            return benefits;
        if (random.Chance(RsaRate(household)))
            benefits.Add(DrawRsa(random, month));
        else if (random.Chance(PpaRate(household)))
            benefits.Add(DrawState(random, "PPA", month));
        foreach (var member in household.Members)
        {
            if (member.Activity == Activity.Disabled)
                benefits.Add(Paid(random, "AAH", month));
        }

        AddHousing(random, household, benefits, month);
        AddChildBenefits(random, household, benefits, month);

        // An old dossier that pays nothing any more still declares who lives together.
        if (benefits.Count == 0 && random.Chance(IsPensioner(household) ? 0.09 : 0.03))
            benefits.Add(new Benefit("ALS", 5, null, month.LastDay.AddDays(-random.Between(40, 900))));
        return benefits;
    }

    static double RsaRate(Household household)
    {
        var everyone = household.Shape switch
        {
            HouseholdShape.Domiciled => 0.55,
            HouseholdShape.Single => 0.15,
            HouseholdShape.SingleParent => 0.21,
            HouseholdShape.CoupleWithChildren => 0.045,
            HouseholdShape.Couple or HouseholdShape.MixedCouple => 0.02,
            HouseholdShape.PensionerSingle when household.Head.Age < 65 => 0.02,
            _ => 0,
        };
        return household.Shape == HouseholdShape.Domiciled ? everyone : household.Level < PoorLevel ? everyone / PoorLevel : 0;
    }

    static double PpaRate(Household household)
    {
        if (!household.Members.Exists(member => member.Activity is (Activity.Worker or Activity.SelfEmployed) && member.Place is Place.Head or Place.Partner))
            return 0;
        return household.Level switch
        {
            < 0.3 => 0.9,
            < 0.55 => 0.5,
            < 0.7 => 0.15,
            _ => 0,
        };
    }

    static void AddHousing(Xoshiro random, Household household, List<Benefit> benefits, YearMonth month)
    {
        var privateTenant = random.Chance(household.Shape == HouseholdShape.Student ? 0.9 : 0.5 * (1 - household.Level));
        if (household.Shape == HouseholdShape.Domiciled || (!household.SocialTenant && !privateTenant))
            return;
        var rate = household.Shape == HouseholdShape.Student ? 0.6 : household.Level switch { < 0.2 => 0.85, < 0.4 => 0.55, < 0.55 => 0.15, _ => 0 };
        if (!random.Chance(rate))
            return;
        var code = household.SocialTenant ? "APL" : household.Children.Any() ? "ALF" : "ALS";
        benefits.Add(DrawState(random, code, month));
    }

    static void AddChildBenefits(Xoshiro random, Household household, List<Benefit> benefits, YearMonth month)
    {
        var children = household.Children.Count(child => child.Age < 20);
        var youngest = household.Children.Select(child => child.Age).DefaultIfEmpty(99).Min();
        if (children >= 2)
            benefits.Add(Paid(random, "AF", month));
        if (children >= 3 && household.Level < 0.7)
            benefits.Add(Paid(random, "CF", month));
        if (youngest < 3 && household.Level < 0.85)
            benefits.Add(Paid(random, "PAJE_BASE", month));
        if (youngest < 3 && random.Chance(0.1))
            benefits.Add(Paid(random, "PREPARE", month));
        if (household.Shape == HouseholdShape.SingleParent && random.Chance(0.4))
            benefits.Add(Paid(random, "ASF", month));
    }

    static Benefit DrawRsa(Xoshiro random, YearMonth month)
    {
        var state = random.PickWeighted([2.5, 1.5, 86, 3.5, 2, 4, 0.5]);
        var last = month.LastDay;
        return state switch
        {
            0 or 1 => new Benefit("RSA", state, null, null),
            5 or 6 => new Benefit("RSA", state, last.AddDays(-random.Between(300, 1500)), last.AddDays(-random.Between(31, 250))),
            2 when random.Chance(0.06) => new Benefit("RSA", state, last.AddDays(-random.Between(0, 29)), null),
            _ => new Benefit("RSA", state, last.AddDays(-random.Between(31, 2500)), null),
        };
    }

    static Benefit DrawState(Xoshiro random, string code, YearMonth month)
        => random.Chance(0.94) ? Paid(random, code, month) : new Benefit(code, random.Pick(0, 1, 3, 4), null, null);

    static Benefit Paid(Xoshiro random, string code, YearMonth month) => new(code, 2, month.LastDay.AddDays(-random.Between(20, 2000)), null);

    static bool IsPensioner(Household household) => household.Head.Activity == Activity.Pensioner;
}
