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
    const double PartnersOnTheLease = 0.85;

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
        foreach (var person in household.Adults)
        {
            if (person.Place is Place.Head || random.Chance(0.7))
                Put(made, ccas, person, string.Create(CultureInfo.InvariantCulture, $"D{person.Number:00000000}"), "", null, random.Chance(UsageNameOnly));
        }
    }

    void AddLease(Xoshiro random, HouseholdCase made)
    {
        var household = made.Household;
        var landlord = plan.Landlords[random.Below(plan.Landlords.Count)];
        var lease = string.Create(CultureInfo.InvariantCulture, $"L{household.Number:0000000}");
        var onTheLease = random.Chance(PartnersOnTheLease);
        var rent = random.Between(22000, 55000);
        var paid = made.Dossiers.SelectMany(dossier => dossier.Benefits).FirstOrDefault(benefit => benefit is { Code: "APL", State: Benefit.Paid });

        // Landlords sometimes still show an aid whose row the payer does not have any more.
        var other = random.Chance(0.04) ? random.Between(8000, 30000) : (long?)null;
        var aid = random.Chance(0.8) ? paid?.Cents ?? other : null;
        for (var i = 0; i < household.Members.Count; i++)
        {
            var person = household.Members[i];
            var role = person.Place switch { Place.Head => "TIT", Place.Partner when onTheLease => "COT", _ => "OCC" };
            var reference = string.Create(CultureInfo.InvariantCulture, $"{lease}|{i + 1}");
            Put(made, landlord, person, reference, lease, new LeaseFacts(role, rent, aid), random.Chance(UsageNameOnly));
        }
    }

    static void Put(HouseholdCase made, PlannedSource source, Person person, string reference, string group, LeaseFacts? lease, bool usageNameOnly)
        => made.Records.Add(new SourceRecord
        {
            Source = source,
            Person = person,
            Reference = reference,
            Group = group,
            UsageNameOnly = usageNameOnly && person.UsageName is not null,
            Commune = made.Household.Home.Code,
            Domiciled = made.Household.Shape == HouseholdShape.Domiciled,
            Lease = lease,
        });
}
