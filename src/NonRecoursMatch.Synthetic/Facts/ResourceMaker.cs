using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Monthly resources of an adult of a family dossier, M-3 to M, as the CAF or MSA knows them: sometimes not at all, or a month short.</summary>
internal static class ResourceMaker
{
    const int Months = 4;
    const double NothingKnown = 0.06;
    const double OneMonthUnknown = 0.04;

    /// <summary>Draws the rows. None means that nothing is known.</summary>
    /// <param name="pensionCents">Gross monthly pensions of all schemes, 0 for others.</param>
    public static IReadOnlyList<ResourceRow> Draw(Xoshiro random, Household household, Person person, long pensionCents, YearMonth month)
    {
        if (random.Chance(NothingKnown))
            return [];
        var natures = DrawNatures(random, household, person, pensionCents);
        var unknown = random.Chance(OneMonthUnknown) ? random.Below(Months) : -1;
        var rows = new List<ResourceRow>();
        for (var i = 0; i < Months; i++)
        {
            var at = month.AddMonths(i - Months + 1);
            if (i == unknown)
                rows.Add(new ResourceRow(at, "", null, false));
            else if (natures.Count == 0)
                rows.Add(new ResourceRow(at, "", null, true));
            else
                rows.AddRange(natures.Select(nature => new ResourceRow(at, nature.Nature, Vary(random, nature.Cents), true)));
        }

        return rows;
    }

    static List<(string Nature, long Cents)> DrawNatures(Xoshiro random, Household household, Person person, long pensionCents)
    {
        var natures = new List<(string, long)>();
        void Add(string nature, int low, int high) => natures.Add((nature, random.Between(low * 100, high * 100)));
        switch (person.Activity)
        {
            case Activity.Worker:
                natures.Add(("SALAIRE", (long)(60000 + (random.Unit() * household.Level * 400000))));
                break;
            case Activity.SelfEmployed:
                Add("TNS", 100, 2500);
                break;
            case Activity.Unemployed:
                Add("CHOMAGE", 500, 1500);
                break;
            case Activity.Disabled:
                Add("AAH", 300, 1033);
                break;
            case Activity.Pensioner:
                natures.Add(("PENSION", pensionCents * 10 / 11));
                break;
            default:
                break;
        }

        AddOthers(random, household, person, Add);
        return natures;
    }

    static void AddOthers(Xoshiro random, Household household, Person person, Action<string, int, int> add)
    {
        var working = person.Activity is not (Activity.Pensioner or Activity.Student);
        if (working && random.Chance(0.03))
            add(random.Pick("IJ_MALADIE", "IJ_MALADIE", "IJ_AT", "IJ_MATERNITE"), 150, 900);
        if (working && random.Chance(0.03))
            add("INVALIDITE", 350, 900);
        if (person.Activity == Activity.Inactive && random.Chance(0.06))
            add("ASS", 450, 580);
        if (working && random.Chance(0.015))
            add("FORMATION", 300, 700);
        if (household.Shape == HouseholdShape.SingleParent && random.Chance(0.3))
            add("PENSION_ALIMENTAIRE", 80, 350);
        if (random.Chance(0.08 * household.Level))
            add("CAPITAL", 5, 120);
        if (random.Chance(0.05 * household.Level))
            add("FONCIER", 150, 800);
        if (random.Chance(0.01))
            add("EXCEPTIONNEL", 50, 1500);
    }

    // Three people in four have the same amount each month.
    static long Vary(Xoshiro random, long cents) => random.Chance(0.75) ? cents : cents * random.Between(85, 115) / 100;
}
