using System.Globalization;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;
using NonRecoursMatch.Synthetic.Sources;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Records of landlords and CCAS: no NIR, often the usage name alone.</summary>
internal sealed class LocalRecords(SourcePlan plan)
{
    const double UsageNameOnly = 0.6;

    /// <summary>A CCAS file covers 3 to 6 % of a commune, the poorest and oldest first.</summary>
    const double KnownToCcas = 0.05;

    const double PoorLevel = 0.35;

    /// <summary>Adds what the landlord and the CCAS hold of a household.</summary>
    public void Add(Xoshiro random, HouseholdCase made)
    {
        var household = made.Household;
        if (household.SocialTenant)
            AddLease(random, made);
        if (plan.Ccas(household.Home.Code) is not { } ccas)
            return;
        var rate = household.Shape switch
        {
            HouseholdShape.Domiciled => 1,
            HouseholdShape.UnknownToCaisses => 0.6,
            HouseholdShape.PensionerSingle or HouseholdShape.PensionerCouple when household.Level < PoorLevel => 5 * KnownToCcas,
            _ => household.Level < PoorLevel ? 2 * KnownToCcas : 0.5 * KnownToCcas,
        };
        if (!random.Chance(rate))
            return;
        foreach (var person in household.Members)
        {
            if (person.Place is Place.Head || (person.Place is Place.Partner && random.Chance(0.7)))
                Put(made, ccas, person, string.Create(CultureInfo.InvariantCulture, $"D{person.Number:00000000}"), "", random.Chance(UsageNameOnly));
        }
    }

    void AddLease(Xoshiro random, HouseholdCase made)
    {
        var household = made.Household;
        var landlord = plan.Landlords[random.Below(plan.Landlords.Count)];
        var lease = string.Create(CultureInfo.InvariantCulture, $"L{household.Number:0000000}");
        for (var i = 0; i < household.Members.Count; i++)
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"{lease}|{i + 1}");
            Put(made, landlord, household.Members[i], reference, lease, random.Chance(UsageNameOnly));
        }
    }

    static void Put(HouseholdCase made, PlannedSource source, Person person, string reference, string group, bool usageNameOnly)
        => made.Records.Add(new SourceRecord
        {
            Source = source,
            Person = person,
            Reference = reference,
            Group = group,
            UsageNameOnly = usageNameOnly && person.UsageName is not null,
            Commune = made.Household.Home.Code,
            Domiciled = made.Household.Shape == HouseholdShape.Domiciled,
        });
}
