using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>Housing as a family dossier states it.</summary>
internal static class Housing
{
    const double NotKnown = 0.05;

    /// <summary>TYPEOCCLOG of the CNAF, sometimes empty or a code that says little, and the rent or instalment.</summary>
    public static (string Occupation, long? RentCents) Draw(Xoshiro random, Tenure tenure)
    {
        var unknown = random.Chance(NotKnown);
        var amount = random.Between(20000, 75000);
        if (unknown)
            return (random.Pick("", "", "SRG", "SRO", "BAL", "OLI"), null);
        return tenure switch
        {
            Tenure.Social or Tenure.Private => ("LOC", amount),
            Tenure.Owner => ("PRO", null),
            Tenure.Buyer => ("ACC", amount),
            Tenure.Hosted => random.Chance(0.4) ? ("HOP", amount / 4) : ("HGP", null),
            Tenure.Collective => random.PickWeighted([35, 35, 30]) switch { 0 => ("HCO", amount), 1 => ("HCG", null), _ => ("HOT", amount) },
            _ => ("HGP", null),
        };
    }
}
