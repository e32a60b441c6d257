using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Health and pension records of a person: CPAM and CARSAT, the MSA for both, or several schemes at once.</summary>
internal sealed class PensionRecords(SourcePlan plan)
{
    /// <summary>Farmers who also worked as employees, and the reverse.</summary>
    const double FarmersWithCarsat = 0.4;
    const double EmployeesWithMsa = 0.08;

    /// <summary>Former civil servants: their schemes send no extract.</summary>
    const double OtherSchemes = 0.1;

    /// <summary>Adds the records of one person.</summary>
    /// <param name="c2s">Facts of health cover, null when no payer knows the person.</param>
    public void Add(Xoshiro random, HouseholdCase made, Person person, long total, char aspa, C2sFacts? c2s, string group)
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
            if (c2s is not null || main is not null)
                Put(made, plan.MsaAssures, person, person.Nir + "|1", c2s is null ? "" : group, c2s ?? new C2sFacts(null), main);
            if (second)
                Put(made, plan.Carsat(departement), person, person.Nir, "", null, Pension(1 - share, 'N'));
            return;
        }

        if (c2s is not null)
            Put(made, plan.Cpam(departement), person, person.Nir + "|1", group, c2s, null);
        if (pensioner && !none)
            Put(made, plan.Carsat(departement), person, person.Nir, "", null, Pension(share, aspa));
        if (second)
            Put(made, plan.MsaAssures, person, person.Nir + "|1", "", new C2sFacts(null), Pension(1 - share, 'N'));
    }

    static void Put(HouseholdCase made, PlannedSource source, Person person, string reference, string group, C2sFacts? c2s, PensionFacts? pension)
        => made.Records.Add(new SourceRecord
        {
            Source = source,
            Person = person,
            Reference = reference,
            Group = group,
            Commune = made.Household.Home.Code,
            C2s = c2s,
            Pension = pension,
        });
}
