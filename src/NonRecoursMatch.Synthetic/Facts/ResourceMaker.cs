using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Monthly resources of an adult of a family dossier, M-13 to M, as the CAF or MSA knows them: sometimes not at all, or a month short.</summary>
internal static class ResourceMaker
{
    /// <summary>Months that an extract covers, M included.</summary>
    public const int Months = 14;

    const double NothingKnown = 0.06;
    const double OneMonthUnknown = 0.04;
    const double JobEnds = 0.03;

    /// <summary>Draws the rows. None means that nothing is known.</summary>
    /// <param name="pensionCents">Gross monthly pensions of all schemes, 0 for others.</param>
    public static List<ResourceRow> Draw(Xoshiro random, Household household, Means means, Person person, long pensionCents, YearMonth month)
    {
        var rows = new List<ResourceRow>();
        if (random.Chance(NothingKnown))
            return rows;
        var incomes = Incomes.Draw(random, household, means, person, pensionCents);
        var unknown = random.Chance(OneMonthUnknown) ? random.Below(Months) : -1;
        var ended = random.Chance(JobEnds) ? random.Between(1, 3) : 0;
        for (var k = Months - 1; k >= 0; k--)
        {
            if (k == unknown)
                rows.Add(new ResourceRow(month.AddMonths(-k), "", null, false));
            else
                AddMonth(random, rows, month.AddMonths(-k), incomes.Where(income => k <= income.Oldest && k >= (income.Nature == "SALAIRE" ? ended : income.Youngest)));
        }

        return rows;
    }

    /// <summary>Adds the rows of one month: the same incomes as another, varied, or the row that says that there are none.</summary>
    public static void AddMonth(Xoshiro random, List<ResourceRow> rows, YearMonth month, IEnumerable<Income> incomes)
    {
        var before = rows.Count;
        foreach (var income in incomes)
            rows.Add(new ResourceRow(month, income.Nature, Vary(random, income.Cents), true));
        if (rows.Count == before)
            rows.Add(new ResourceRow(month, "", null, true));
    }

    // Most people have the same amount each month.
    static long Vary(Xoshiro random, long cents) => random.Chance(0.92) ? cents : cents * random.Between(85, 115) / 100;
}

/// <summary>An income over some of the months M-<paramref name="Oldest"/> to M-<paramref name="Youngest"/>.</summary>
internal readonly record struct Income(string Nature, long Cents, int Oldest = ResourceMaker.Months - 1, int Youngest = 0);
