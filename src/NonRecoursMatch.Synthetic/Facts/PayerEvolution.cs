using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Randomness;
using NonRecoursMatch.Synthetic.Records;

namespace NonRecoursMatch.Synthetic.Facts;

/// <summary>What a month changes in C2S and ASPA: claims decided, rights renewed or run out, rights taken up.</summary>
internal static class PayerEvolution
{
    const double ClaimDecided = 0.6;
    const double Renewed = 0.7;
    const double TakesUp = 0.03;
    const double Contributive = 0.32;

    /// <summary>Level under which the pensions of a household open ASPA.</summary>
    const double LowPension = 0.1;

    /// <summary>Changes what the payers hold of a household.</summary>
    public static void Step(Xoshiro random, HouseholdCase made, YearMonth month)
    {
        var (c2s, aspa) = (random.Unit(), random.Unit());
        var open = C2sMaker.Open(random, random.Chance(Contributive) ? 'P' : 'G', month.LastDay);
        if (made.Records.Find(record => record.C2s?.State is not null)?.C2s is { } facts && Next(made, facts, c2s, open, month) is { } next)
            Change(made, facts, next);
        foreach (var record in made.Records.Where(record => record.Pension is not null))
            record.Pension = record.Pension! with { Aspa = Next(made, record, aspa) };
    }

    static C2sFacts? Next(HouseholdCase made, C2sFacts facts, double draw, C2sFacts open, YearMonth month)
    {
        if (facts.Claim is not null)
            return draw < ClaimDecided ? open : null;
        if (facts.State is 'G' or 'P')
        {
            if (facts.End is null || facts.End >= month.LastDay)
                return null;
            return draw < Renewed ? open with { State = facts.State } : facts with { State = 'N' };
        }

        return facts.Refusal is null && made.Means is { Need: not Need.None } && draw < TakesUp ? open : null;
    }

    // The members of a household share one C2S foyer, which has a number while the right is open.
    static void Change(HouseholdCase made, C2sFacts from, C2sFacts to)
    {
        foreach (var record in made.Records.Where(record => record.C2s == from))
        {
            record.C2s = to;
            record.Group = to.State == 'N' ? "" : string.Create(CultureInfo.InvariantCulture, $"C{made.Household.Number:0000000}");
        }
    }

    static char Next(HouseholdCase made, SourceRecord record, double draw) => record.Pension!.Aspa switch
    {
        'D' when draw < ClaimDecided => 'O',
        'N' when draw < TakesUp && made.Household.Level < LowPension && record.Person.Age >= 65 => 'D',
        var state => state,
    };
}
