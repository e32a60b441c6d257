using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Health and pension records of a person: CPAM and CARSAT, the MSA for both, or several schemes at once.</summary>
internal sealed class PensionRecords(SourcePlan plan, YearMonth month)
{
    /// <summary>Farmers who also worked as employees, and the reverse.</summary>
    const double FarmersWithCarsat = 0.4;
    const double EmployeesWithMsa = 0.08;

    /// <summary>Former civil servants: their schemes send no extract.</summary>
    const double OtherSchemes = 0.1;

    const double OtherAmount = 0.3;
    const int KnownYears = 3;

    /// <summary>Adds the records of one person.</summary>
    /// <param name="c2s">Facts of health cover, null when no payer knows the person.</param>
    public void Add(Xoshiro random, HouseholdCase made, Means means, Person person, long total, char aspa, C2sFacts? c2s, string group)
    {
        var household = made.Household;
        var departement = household.Home.Departement;
        var pensioner = person.Activity == Activity.Pensioner;
        var second = pensioner && random.Chance(household.Farm ? FarmersWithCarsat : EmployeesWithMsa);
        var none = pensioner && !household.Farm && !second && random.Chance(OtherSchemes);
        var share = second ? random.Between(20, 80) / 100.0 : random.Chance(0.7) ? 1.0 : random.Between(45, 90) / 100.0;
        PensionFacts Pension(double part, char state) => PensionMaker.Draw(random, household, person, total, part, state);
        if (household.Farm)
        {
            var main = pensioner ? Pension(share, aspa) : null;
            var farm = Farm(random, means, person);
            if (c2s is not null || main is not null || farm is not null)
                AddAllowances(random, made, Put(made, plan.MsaAssures, person, person.Nir + "|1", c2s is null ? "" : group, c2s ?? new C2sFacts(null), main, farm));
            if (second)
                Put(made, plan.Carsat(departement), person, person.Nir, "", null, Pension(1 - share, 'N'));
            return;
        }

        if (c2s is not null)
            AddAllowances(random, made, Put(made, plan.Cpam(departement), person, person.Nir + "|1", group, c2s, null));
        if (pensioner && !none)
            Put(made, plan.Carsat(departement), person, person.Nir, "", null, Pension(share, aspa));
        if (second)
            Put(made, plan.MsaAssures, person, person.Nir + "|1", "", new C2sFacts(null), Pension(1 - share, 'N'));
    }

    // Profits of the last three years; rarely one is not known yet.
    FarmFacts? Farm(Xoshiro random, Means means, Person person)
    {
        if (person.Activity != Activity.SelfEmployed)
            return null;
        var (low, high) = means.Need switch { Need.Rsa => (0, 4000), Need.Ppa => (8000, 15000), _ => (28000, 70000) };
        var profit = random.Between(low * 100, high * 100);
        var years = random.Chance(0.9) ? KnownYears : KnownYears - 1;
        var profits = new List<(int, long)>();
        for (var ago = years; ago >= 1; ago--)
            profits.Add((month.Year - ago, profit * random.Between(80, 120) / 100L));
        return new FarmFacts(true, profits);
    }

    // What the payer of the allowances writes for the months that the dossier knows: mostly the same amounts.
    static void AddAllowances(Xoshiro random, HouseholdCase made, SourceRecord payer)
    {
        var told = made.Records.Find(record => record.Family is not null && ReferenceEquals(record.Person, payer.Person))?.Family?.Resources;
        if (told is null || !told.Exists(row => row.IsAllowance))
            return;
        var other = random.Chance(OtherAmount) ? random.Between(85, 115) : 100;
        foreach (var row in told.Where(row => row.IsAllowance))
            payer.Allowances.Add(new AllowanceRow(row.Month, row.Nature, row.Cents!.Value * other / 100));
    }

    static SourceRecord Put(
        HouseholdCase made, PlannedSource source, Person person, string reference, string group, C2sFacts? c2s, PensionFacts? pension, FarmFacts? farm = null)
    {
        var record = new SourceRecord
        {
            Source = source,
            Person = person,
            Reference = reference,
            Group = group,
            Commune = made.Household.Home.Code,
            C2s = c2s,
            Pension = pension,
            Farm = farm,
        };
        made.Records.Add(record);
        return record;
    }
}
