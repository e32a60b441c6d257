using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>
/// Benefits of a household's CAF or MSA dossier, at round French rates: half of the population in a dossier, RSA 6 % of households, PPA 15 %,
/// housing aid 19 %, AAH 2 % of persons. Non-take-up of RSA and PPA is a dossier, held for another reason, without that row or with a closed one.
/// </summary>
internal static class FamilyBenefits
{
    const double ClosedRight = 0.12;
    static readonly (int[] One, int[] Several)[] _amounts = [([250, 620], [450, 1100]), ([40, 280], [60, 420])];

    /// <summary>Draws the benefits; an empty list means that the household has no dossier.</summary>
    public static List<Benefit> Draw(Xoshiro random, Household household, Means means, YearMonth month)
    {
        var benefits = new List<Benefit>();
        if (household.Shape == HouseholdShape.UnknownToCaisses)
            return benefits;
        if (means.Need != Need.None)
            AddNeeded(random, household, means, benefits, month);
        foreach (var adult in household.Adults)
        {
            if (adult.Activity == Activity.Disabled)
                benefits.Add(Paid(random, "AAH", random.Chance(0.8) ? 103332 : random.Between(60000, 103000), month));
        }

        ChildBenefits.Add(random, household, benefits, month);
        AddHousing(random, household, means, benefits, month);

        // An old dossier that pays nothing any more still declares who lives together; so does that of a household that never claimed.
        var old = random.Chance(household.Head.Activity == Activity.Pensioner ? 0.06 : 0.01);
        if (benefits.Count == 0 && (old || means.Need != Need.None))
            benefits.Add(new Benefit("ALS", 5, null, month.LastDay.AddDays(-random.Between(40, 900)), null));
        return benefits;
    }

    /// <summary>A plausible monthly amount of RSA or prime d'activité.</summary>
    public static long Amount(Xoshiro random, Household household, Need need)
    {
        var (one, several) = _amounts[need == Need.Rsa ? 0 : 1];
        var range = household.Members.Count == 1 ? one : several;
        return random.Between(range[0] * 100, range[1] * 100);
    }

    static void AddNeeded(Xoshiro random, Household household, Means means, List<Benefit> benefits, YearMonth month)
    {
        var code = means.Need == Need.Rsa ? "RSA" : "PPA";
        var closed = random.Chance(ClosedRight);
        var earlier = random.Chance(0.03);
        var last = month.LastDay;

        // Who claims RSA while at work receives the prime d'activité with it, most often.
        var both = random.Chance(0.85);
        if (means is { Need: Need.Rsa, TakesUp: true } && both && household.Adults.Any(adult => adult.Activity is Activity.Worker or Activity.SelfEmployed))
            benefits.Add(Paid(random, "PPA", Amount(random, household, Need.Ppa), month));
        if (means.TakesUp)
            benefits.Add(DrawState(random, code, Amount(random, household, means.Need), last));

        // An earlier right beside the present one; not beside a claim, whose date of opening is not known.
        if (means.TakesUp ? earlier && benefits[^1].Start is not null : closed)
            benefits.Add(new Benefit(code, random.Pick(5, 6), last.AddDays(-random.Between(3000, 4000)), last.AddDays(-random.Between(2600, 2990)), null));
    }

    static Benefit DrawState(Xoshiro random, string code, long cents, DateOnly last)
    {
        var state = random.PickWeighted([2.5, 1.5, 86, 3, 3, 3.5, 0.5]);
        return state switch
        {
            0 or 1 => new Benefit(code, state, null, null, null),
            5 or 6 => new Benefit(code, state, last.AddDays(-random.Between(300, 1500)), last.AddDays(-random.Between(31, 250)), null),
            2 when random.Chance(0.06) => new Benefit(code, state, last.AddDays(-random.Between(0, 29)), null, cents),
            _ => new Benefit(code, state, last.AddDays(-random.Between(31, 2500)), null, state == Benefit.Paid ? cents : null),
        };
    }

    static void AddHousing(Xoshiro random, Household household, Means means, List<Benefit> benefits, YearMonth month)
    {
        var rate = household.Shape == HouseholdShape.Student ? 0.6 : household.Level switch { < 0.2 => 0.85, < 0.4 => 0.58, < 0.55 => 0.17, _ => 0 };
        if (means.Tenure is not (Tenure.Social or Tenure.Private) || !random.Chance(rate))
            return;
        var code = means.Tenure == Tenure.Social ? "APL" : household.Children.Any() ? "ALF" : "ALS";
        var start = month.LastDay.AddDays(-random.Between(200, 2500));
        benefits.Add(random.Chance(0.95)
            ? new Benefit(code, Benefit.Paid, start, null, random.Between(8000, 35000))
            : new Benefit(code, random.Pick(0, 1, 3, 4), null, null, null));
    }

    static Benefit Paid(Xoshiro random, string code, long cents, YearMonth month)
        => new(code, Benefit.Paid, month.LastDay.AddDays(-random.Between(20, 2000)), null, cents);
}
