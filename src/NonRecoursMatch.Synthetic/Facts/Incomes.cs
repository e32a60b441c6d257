using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>What an adult lives from, in amounts that agree with the means of the household.</summary>
internal static class Incomes
{
    /// <summary>Unemployment benefit against the wage before it.</summary>
    const double UnemploymentShare = 0.6;

    /// <summary>Draws the incomes of a person.</summary>
    public static List<Income> Draw(Xoshiro random, Household household, Means means, Person person, long pensionCents)
    {
        var incomes = new List<Income>();
        void Add(string nature, double low, double high) => incomes.Add(new Income(nature, random.Between((int)(low * 100), (int)(high * 100))));
        var (low, high) = Wage(household, means.Need, person);
        switch (person.Activity)
        {
            case Activity.Worker:
                Add("SALAIRE", low, high);
                break;
            case Activity.SelfEmployed when !household.Farm:
                Add("TNS", low, high);
                break;
            case Activity.Unemployed:
                Add("CHOMAGE", UnemploymentShare * low, UnemploymentShare * high);
                break;
            case Activity.Disabled:
                Add("AAH", random.Chance(0.8) ? 1033.32 : 600, 1033.32);
                break;
            case Activity.Pensioner:
                incomes.Add(new Income("PENSION", Records.PensionFacts.NetOf(pensionCents)));
                break;
            case Activity.Inactive when means.Need == Need.None && person.Place == Place.Head && household.Adults.All(adult => adult.Activity == Activity.Inactive):
                Add("CAPITAL", UnemploymentShare * low, UnemploymentShare * high);
                break;
            default:
                break;
        }

        AddOthers(random, household, means, person, incomes, Add);
        return incomes;
    }

    // Net monthly wages that put the household under RSA, within prime d'activité, or above it: its ceiling grows with the family.
    static (double Low, double High) Wage(Household household, Need need, Person person)
    {
        var (couple, children) = (household.Partner is not null, household.Children.Count());
        if (person.Place == Place.OtherAdult)
            return (800, 1700);
        if (need == Need.Rsa)
            return (60, 300);
        var earners = household.Adults.Count(adult => adult.Activity is Activity.Worker or Activity.SelfEmployed or Activity.Unemployed);
        if (need == Need.Ppa)
            return !couple ? (850 + (130 * children), 1500 + (130 * children)) : earners > 1 ? (900, 1400 + (120 * children)) : (1400 + (150 * children), 1950 + (200 * children));
        var floor = !couple ? 2150 + (450 * children) : earners > 1 ? 2350 + (220 * children) : 3500 + (400 * children);
        return (floor, floor + 400 + (2600 * household.Level));
    }

    static void AddOthers(Xoshiro random, Household household, Means means, Person person, List<Income> incomes, Action<string, double, double> add)
    {
        var working = person.Activity is not (Activity.Pensioner or Activity.Student);
        if (working && random.Chance(0.03))
        {
            // A leave of a few months, past or present.
            var (youngest, length) = (random.Below(8), random.Below(5));
            incomes.Add(new Income(random.Pick("IJ_MALADIE", "IJ_MALADIE", "IJ_AT", "IJ_MATERNITE"), random.Between(15000, 90000), youngest + length, youngest));
        }

        if (working && means.Need == Need.None && random.Chance(0.03))
            add("INVALIDITE", 350, 900);
        if (person.Activity == Activity.Inactive && household.Partner is not null && random.Chance(0.06))
            add("ASS", 450, 580);
        if (working && random.Chance(0.015))
            add("FORMATION", 100, 500);
        if (household.Shape == HouseholdShape.SingleParent && random.Chance(0.3))
            add("PENSION_ALIMENTAIRE", 40, 250);
        if (random.Chance(0.08 * household.Level))
            add("CAPITAL", 5, 120);
        if (random.Chance(0.05 * household.Level))
            add("FONCIER", 150, 800);
        if (random.Chance(0.01))
            incomes.Add(new Income("EXCEPTIONNEL", random.Between(5000, 150000), Oldest: 2, Youngest: 2));
    }
}
