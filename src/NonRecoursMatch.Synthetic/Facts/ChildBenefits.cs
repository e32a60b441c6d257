using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>AF, CF, PAJE, PreParE and ASF of a dossier, in the amounts of 2026 (rounded to what a payer shows, before CRDS or after: it does not matter here).</summary>
internal static class ChildBenefits
{
    const int AfOfTwo = 15105;
    const int AfOfEachMore = 19350;
    const int Cf = 19660;
    const int CfRaised = 29491;
    const int Paje = 19660;
    const int Prepare = 45605;
    const int AsfOfEach = 19918;

    /// <summary>Adds what the household's children open.</summary>
    public static void Add(Xoshiro random, Household household, List<Benefit> benefits, YearMonth month)
    {
        var children = household.Children.Count(child => child.Age < 20);
        var youngest = household.Children.Select(child => child.Age).DefaultIfEmpty(99).Min();
        void Paid(string code, long cents) => benefits.Add(new Benefit(code, Benefit.Paid, month.LastDay.AddDays(-random.Between(20, 2000)), null, cents));
        if (children >= 2)
            Paid("AF", AfOfTwo + (AfOfEachMore * (children - 2)));
        if (children >= 3 && household.Level < 0.7)
            Paid("CF", household.Level < 0.35 ? CfRaised : Cf);
        if (youngest < 3 && household.Level < 0.85)
            Paid("PAJE_BASE", Paje);
        if (youngest < 3 && random.Chance(0.1))
            Paid("PREPARE", Prepare);
        if (household.Shape == HouseholdShape.SingleParent && random.Chance(0.4) && children > 0)
            Paid("ASF", AsfOfEach * children);
    }
}
