using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>One more month of resources: those of the month before, but for jobs that start or end and leaves that are over.</summary>
internal static class ResourceEvolution
{
    const double JobEnds = 0.01;
    const double JobStarts = 0.03;
    const double LeaveGoesOn = 0.5;

    /// <summary>Net unemployment benefit against the wage that follows it.</summary>
    const int WageOverBenefit = 3;

    /// <summary>Adds the month to every adult whose resources are known.</summary>
    public static void Step(Xoshiro random, HouseholdCase made, YearMonth month)
    {
        var oldest = month.AddMonths(1 - ResourceMaker.Months);
        foreach (var record in made.Records)
        {
            record.Allowances.RemoveAll(row => row.Month.CompareTo(oldest) < 0);
            if (record.Family is not { Resources: { Count: > 0 } rows })
                continue;
            var last = rows.FindLast(row => row.Known).Month;
            var incomes = Next(random, [.. rows.Where(row => row.Known && row.Month == last && row.Nature.Length > 0)]);
            rows.RemoveAll(row => row.Month.CompareTo(oldest) < 0);
            ResourceMaker.AddMonth(random, rows, month, incomes);
            if (rows.FindLast(row => row.Month == month && row.IsAllowance) is { Nature.Length: > 0 } leave)
                Tell(made, record, leave);
        }
    }

    static List<Income> Next(Xoshiro random, ResourceRow[] last)
    {
        var (ends, starts, goesOn) = (random.Chance(JobEnds), random.Chance(JobStarts), random.Chance(LeaveGoesOn));
        var incomes = new List<Income>();
        foreach (var row in last)
        {
            var stops = (row.Nature == "SALAIRE" && ends) || (row.IsAllowance && !goesOn) || row.Nature == "EXCEPTIONNEL";
            if (row.Nature == "CHOMAGE" && starts)
                incomes.Add(new Income("SALAIRE", row.Cents!.Value * WageOverBenefit / 2));
            else if (!stops)
                incomes.Add(new Income(row.Nature, row.Cents!.Value));
        }

        return incomes;
    }

    static void Tell(HouseholdCase made, SourceRecord family, ResourceRow leave)
        => made.Records.Find(record => record.Allowances.Count > 0 && ReferenceEquals(record.Person, family.Person))?
            .Allowances.Add(new AllowanceRow(leave.Month, leave.Nature, leave.Cents!.Value));
}
