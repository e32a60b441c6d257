using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Population;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>C2S of a household at its payer: 11 % of persons, one in five with participation; 32 % of RSA foyers without it, for every cause that a payer can tell.</summary>
internal static class C2sMaker
{
    const double NonTakeUpOfRsa = 0.32;

    /// <summary>Draws the facts shared by the members of the household.</summary>
    public static C2sFacts Draw(Xoshiro random, Household household, Means means, bool rsaPaid, bool aspaPaid, YearMonth month)
    {
        var last = month.LastDay;
        if (rsaPaid)
            return random.Chance(NonTakeUpOfRsa) ? WithoutIt(random, last) : Open(random, 'G', last);
        var poor = household.Level < 0.25 || aspaPaid || means.Need == Need.Rsa;
        if (!random.Chance(poor ? aspaPaid ? 0.7 : 0.24 : 0.012))
            return random.Chance(0.01) ? WithoutIt(random, last) : new C2sFacts('N');
        return Open(random, random.Chance(0.32) ? 'P' : 'G', last);
    }

    /// <summary>A right in force.</summary>
    // A right runs one year; one in twelve ends within the 60 days after the month.
    public static C2sFacts Open(Xoshiro random, char state, DateOnly last)
    {
        var end = last.AddDays(random.Chance(0.08) ? random.Between(1, 60) : random.Between(61, 360));
        return random.Chance(0.02) ? new C2sFacts(state, last.AddDays(-random.Between(30, 300))) : new C2sFacts(state, end.AddDays(-364), end);
    }

    static C2sFacts WithoutIt(Xoshiro random, DateOnly last)
    {
        DateOnly Past(int low, int high) => last.AddDays(-random.Between(low, high));
        switch (random.PickWeighted([12, 6, 4, 14, 10, 54]))
        {
            case 0:
                return new C2sFacts('N', Claim: Past(0, 55));
            case 1:
                return new C2sFacts('N', Refusal: Past(10, 400));
            case 2:
                var unpaidEnd = Past(70, 300);
                return new C2sFacts('N', unpaidEnd.AddDays(-364), unpaidEnd, UnpaidUntil: last.AddDays(random.Between(-30, 500)));
            case 3:
                var recent = Past(1, 59);
                return new C2sFacts(random.Pick('N', 'G'), recent.AddDays(-364), recent);
            case 4:
                var old = Past(61, 900);
                return new C2sFacts('N', old.AddDays(-364), old);
            default:
                return new C2sFacts('N');
        }
    }
}
